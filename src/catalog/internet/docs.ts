import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'AWS Signature Version 4 for API requests',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html',
  },
];
