import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  { title: 'IAM users', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html' },
  {
    title: 'Security best practices in IAM',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  },
];
