import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Managed policies and inline policies',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  },
  {
    title: 'AWS::IAM::ManagedPolicy',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-managedpolicy.html',
  },
];
