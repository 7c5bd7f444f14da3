import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Access an AWS service using an interface VPC endpoint',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  },
  {
    title: 'Control access to VPC endpoints using endpoint policies',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
];
