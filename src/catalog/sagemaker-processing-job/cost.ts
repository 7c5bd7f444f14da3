import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { ML_INSTANCES, ML_STORAGE } from '../ml-instances';
import { FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import { metrics } from './metrics';
import type { Props } from './props';

/** A job that nothing schedules counts as one run a month. */
export function cost(node: NodeOf<Props>): readonly CostItem[] {
  const { props } = node;
  const instance = ML_INSTANCES[props.instanceType];
  if (!instance) return [];
  const runs = props.everyHours === undefined ? 1 : HOURS_PER_MONTH / props.everyHours;
  const hours = runs * props.hoursPerRun * props.instanceCount;
  const published = metrics(node).length;
  return [
    {
      label: `${props.instanceType} processing`,
      quantity: hours,
      unit: 'instance-hour',
      rate: instance.hourly,
      source: instance.source,
    },
    {
      label: 'ML storage while it runs',
      quantity: (props.volumeSizeGb * hours) / HOURS_PER_MONTH,
      unit: 'GB-month',
      rate: ML_STORAGE.rate,
      source: ML_STORAGE.source,
    },
    ...(published > 0
      ? [{ label: 'Custom metrics', quantity: published, unit: 'metric', rate: 0.3, source: FROM_MEMORY }]
      : []),
  ];
}
