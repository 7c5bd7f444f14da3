import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 's3-bucket',
  title: 'S3 bucket',
  category: 'data',
  summary: 'Keeps objects: training data, model artifacts, captured requests, log files.',
  traits: ['bucket', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'kmsKey',
      to: 'kms-key',
      label: 'encrypts with',
      also: ({ encryption }) => ({ encryption: encryption === 'dsse-kms' ? 'dsse-kms' : 'sse-kms' }),
    },
    { field: 'accessLogs', to: 'bucket', label: 'sends access logs to' },
  ],
  refuses: [
    {
      to: 'certificate',
      lesson:
        'S3 ends TLS with its own certificates. To insist on TLS, deny requests whose aws:SecureTransport is false in the bucket policy.',
    },
  ],
  defaultName: 'data-bucket',
  docs: [
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
  ],
});
