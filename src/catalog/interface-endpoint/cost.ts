import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  return [
    {
      label: 'Interface endpoint, without traffic ($0.01 per GB)',
      quantity: props.subnets.length * HOURS_PER_MONTH,
      unit: 'hour and Zone',
      rate: 0.01,
      source: 'third-party price tables, May 2026; model: aws.amazon.com/privatelink/pricing',
    },
  ];
}
