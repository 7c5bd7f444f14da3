import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'log-group',
  title: 'CloudWatch log group',
  category: 'watch',
  summary: 'Keeps log events, for as long as you say, and answers queries.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'kmsKey', to: 'kms-key', label: 'encrypts with' }],
  defaultName: 'log-group',
  docs: [
    {
      title: 'Encrypt log data in CloudWatch Logs using AWS Key Management Service',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
    },
    {
      title: 'AWS::Logs::LogGroup',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html',
    },
  ],
});
