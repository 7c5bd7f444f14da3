import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'cloudwatch-alarm',
  title: 'CloudWatch alarm',
  category: 'watch',
  summary: 'Watches one metric and acts when it crosses a threshold.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'source', to: 'metric-source', label: 'watches', required: true },
    { field: 'alarmActions[]', to: 'alarm-action', label: 'notifies' },
  ],
  defaultName: 'alarm',
  docs: [
    {
      title: 'Using Amazon CloudWatch alarms',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
    },
    {
      title: 'Invoke a Lambda function from an alarm',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
    },
    {
      title: 'AWS::CloudWatch::Alarm',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-alarm.html',
    },
  ],
});
