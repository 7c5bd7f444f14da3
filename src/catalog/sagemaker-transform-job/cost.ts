import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { ML_INSTANCES } from '../ml-instances';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const instance = ML_INSTANCES[props.instanceType];
  if (!instance) return [];
  return [
    {
      label: `${props.instanceType} batch transform`,
      quantity: props.instanceCount * props.hoursPerMonth,
      unit: 'instance-hour',
      rate: instance.hourly,
      source: instance.source,
    },
  ];
}
