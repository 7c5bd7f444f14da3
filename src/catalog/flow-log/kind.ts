import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'flow-log',
  title: 'Flow log',
  category: 'watch',
  summary:
    'Records which connections the interfaces of a VPC or subnet accept and reject. It never sees their content.',
  livesIn: ['vpc', 'subnet'],
  props: Props,
  links: [
    { field: 'logGroup', to: 'log-group', label: 'writes to' },
    { field: 'role', to: 'role', label: 'writes as' },
    { field: 'bucket', to: 's3-bucket', label: 'writes to' },
  ],
  refuses: [
    {
      to: 'sns-topic',
      lesson: 'A flow log only writes records. Put an alarm on a metric of its log group to be told.',
    },
    {
      to: 'kms-key',
      lesson: 'The records are encrypted by their destination. Give the key to the log group or to the bucket.',
    },
  ],
  defaultName: 'flow-log',
});
