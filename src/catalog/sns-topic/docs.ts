import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Managing Amazon SNS encryption keys and costs',
    url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
  {
    title: 'Example cases for Amazon SNS access control',
    url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
  },
  {
    title: 'AWS::SNS::Topic',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topic.html',
  },
];
