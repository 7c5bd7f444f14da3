import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Enable internet access for a VPC using an internet gateway',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  },
];
