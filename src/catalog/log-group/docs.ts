import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Encrypt log data in CloudWatch Logs using AWS Key Management Service',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  },
  {
    title: 'AWS::Logs::LogGroup',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
  },
];
