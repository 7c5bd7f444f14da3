import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'How AWS Transit Gateway works',
    url: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  },
  {
    title: 'Amazon VPC attachments in AWS Transit Gateway',
    url: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  },
];
