import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'How VPC peering connections work',
    url: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  },
];
