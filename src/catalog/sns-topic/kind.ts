import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sns-topic',
  title: 'SNS topic',
  category: 'respond',
  summary: 'Passes a message on to everybody who subscribed.',
  traits: ['topic', 'alarm-action', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'kmsKey',
      to: 'kms-key',
      label: 'encrypts with',
      also: () => ({ encryption: 'customer-managed' }),
    },
  ],
  defaultName: 'alerts',
  docs: [
    {
      title: 'Managing Amazon SNS encryption keys and costs',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    },
    {
      title: 'Example cases for Amazon SNS access control',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
    },
    {
      title: 'AWS::SNS::Topic',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topic.html',
    },
  ],
});
