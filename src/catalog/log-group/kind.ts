import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'log-group',
  title: 'CloudWatch log group',
  category: 'watch',
  summary: 'Keeps log events, for as long as you say, and answers queries.',
  traits: ['callable', 'metric-source'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'kmsKey', to: 'kms-key', label: 'encrypts with' }],
  refuses: [
    {
      to: 'alarm-action',
      lesson:
        'A log group notifies nobody. A metric filter turns matching events into a metric; an alarm on it notifies a topic.',
    },
  ],
  defaultName: 'log-group',
});
