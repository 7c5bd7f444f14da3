import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel',
    url: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html',
  },
  {
    title: 'List of AWS Config Managed Rules',
    url: 'https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html',
  },
];
