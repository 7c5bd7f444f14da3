import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Setting default server-side encryption behavior for Amazon S3 buckets',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html',
  },
  {
    title: 'Blocking public access to your Amazon S3 storage',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },
  {
    title: 'AWS::S3::Bucket',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-bucket.html',
  },
  {
    title: 'Access control list (ACL) overview',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
  },
  {
    title: 'Locking objects with Object Lock',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  },
  {
    title: 'Setting up permissions for live replication',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html',
  },
];
