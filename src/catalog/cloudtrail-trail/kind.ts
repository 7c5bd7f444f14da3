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
});
