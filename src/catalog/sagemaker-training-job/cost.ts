import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { HOURS_PER_MONTH } from '../prices';
import { ML_INSTANCES, ML_STORAGE } from '../ml-instances';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const instance = ML_INSTANCES[props.instanceType];
  if (!instance) return [];
  const hours = props.instanceCount * props.hoursPerMonth;
  return [
    {
      label: `${props.instanceType} training`,
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
  ];
}
