import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Analyzing encrypted S3 objects with Amazon Macie',
    url: 'https://docs.aws.amazon.com/macie/latest/user/discovery-supported-encryption-types.html',
  },
  {
    title: 'AWS::Macie::Session',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-macie-session.html',
  },
];
