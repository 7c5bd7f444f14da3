import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'cloudtrail-trail',
  title: 'CloudTrail trail',
  category: 'watch',
  summary: 'Keeps a record of API calls: who did what, when, from where.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'bucket', to: 'bucket', label: 'delivers to', required: true },
    { field: 'kmsKey', to: 'kms-key', label: 'encrypts log files with' },
    { field: 'logGroup', to: 'log-group', label: 'delivers to' },
    { field: 'role', to: 'role', label: 'writes to CloudWatch Logs as' },
  ],
  defaultName: 'trail',
  docs: [
    {
      title: 'Amazon S3 bucket policy for CloudTrail',
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
    },
    {
      title: 'Logging data events',
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    },
    {
      title: 'Logging Amazon SageMaker AI API calls using AWS CloudTrail',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/logging-using-cloudtrail.html',
    },
  ],
});
