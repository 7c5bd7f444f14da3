import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Logging IP traffic using VPC Flow Logs',
    url: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  },
];
