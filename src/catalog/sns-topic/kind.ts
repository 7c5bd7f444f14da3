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
});
