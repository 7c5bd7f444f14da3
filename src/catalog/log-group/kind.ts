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
});
