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
});
