import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'IAM roles for Amazon EC2',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
  },
  {
    title: 'Manage detailed monitoring for your EC2 instances',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html',
  },
];
