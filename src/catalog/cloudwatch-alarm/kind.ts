import type { Json } from '../../model/json';
import { defineKind } from '../kind';
import { Props } from './props';

const HOUR = 3600;
/** What looks once an hour at best. */
const RUNS: ReadonlySet<string> = new Set(['sagemaker-monitoring-schedule', 'sagemaker-processing-job']);

export const kind = defineKind({
  id: 'cloudwatch-alarm',
  title: 'CloudWatch alarm',
  category: 'watch',
  summary: 'Watches one metric and acts when it crosses a threshold.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    {
      field: 'source',
      to: 'metric-source',
      label: 'watches',
      required: true,
      // Shorter periods would be empty most of the time.
      also: ({ period }, { kind: watched }): { readonly [field: string]: Json } =>
        RUNS.has(watched) && typeof period === 'number' && period < HOUR ? { period: HOUR } : {},
    },
    { field: 'alarmActions[]', to: 'alarm-action', label: 'notifies' },
    { field: 'okActions[]', to: 'alarm-action', label: 'reports OK to', byForm: true },
    { field: 'insufficientDataActions[]', to: 'alarm-action', label: 'reports missing data to', byForm: true },
  ],
  defaultName: 'alarm',
});
