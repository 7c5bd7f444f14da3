import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'What is Amazon VPC?', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html' },
  { title: 'DNS attributes for your VPC', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html' },
];
