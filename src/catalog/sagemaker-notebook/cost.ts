import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { HOURS_PER_MONTH } from '../prices';
import { ML_INSTANCES, ML_STORAGE } from '../ml-instances';
import type { Props } from './props';

/** Billed from start to stop, whether or not anybody has it open. Counted here as never stopped. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const instance = ML_INSTANCES[props.instanceType];
  if (!instance) return [];
  return [
    {
      label: `${props.instanceType} notebook`,
      quantity: HOURS_PER_MONTH,
      unit: 'instance-hour',
      rate: instance.hourly,
      source: instance.source,
    },
    {
      label: 'ML storage',
      quantity: props.volumeSizeGb,
      unit: 'GB-month',
      rate: ML_STORAGE.rate,
      source: ML_STORAGE.source,
    },
  ];
}
