import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'IAM user groups', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html' },
  {
    title: 'AWS::IAM::Group',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-group.html',
  },
];
