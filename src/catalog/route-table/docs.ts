import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'Configure route tables', url: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html' },
];
