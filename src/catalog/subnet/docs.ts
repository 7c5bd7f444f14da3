import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'Subnets for your VPC', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html' },
];
