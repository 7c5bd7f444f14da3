import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'NAT gateways', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html' },
  {
    title: 'Regional NAT gateways for automatic multi-AZ expansion',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
  },
];
