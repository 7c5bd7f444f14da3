import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Security best practices in IAM',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  },
];
