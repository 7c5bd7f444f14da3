import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Control subnet traffic with network access control lists',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  },
];
