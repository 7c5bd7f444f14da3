import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Encrypting data at rest',
    url: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
  },
  {
    title: 'Using IAM to control access to file systems',
    url: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  },
  {
    title: 'Working with Amazon EFS access points',
    url: 'https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html',
  },
];
