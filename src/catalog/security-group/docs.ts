import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Control traffic to your AWS resources using security groups',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  },
];
