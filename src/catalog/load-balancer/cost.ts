import type { CostItem } from '../../engine/cost/facets';
import { AGREED, FROM_MEMORY, HOURS_PER_MONTH } from '../prices';

/** One capacity unit throughout, which small loads stay below. */
export function cost(): readonly CostItem[] {
  return [
    {
      label: 'Load balancer',
      quantity: HOURS_PER_MONTH,
      unit: 'hour',
      rate: 0.0225,
      source: AGREED,
    },
    { label: 'Capacity', quantity: HOURS_PER_MONTH, unit: 'LCU-hour', rate: 0.008, source: FROM_MEMORY },
  ];
}
