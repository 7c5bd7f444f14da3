import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
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
];
