import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { AGREED, FROM_MEMORY, HOURS_PER_MONTH } from '../prices';
import type { Props } from './props';

/** One consumer, and the first day of retention. Requests to KMS are left out. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  if (props.mode === 'provisioned') {
    return [
      {
        label: 'Shards',
        quantity: props.shards * HOURS_PER_MONTH,
        unit: 'shard-hour',
        rate: 0.015,
        source: AGREED,
      },
    ];
  }
  const data = { quantity: props.gbPerMonth, unit: 'GB', source: FROM_MEMORY } as const;
  return [
    { label: 'On-demand stream', quantity: HOURS_PER_MONTH, unit: 'hour', rate: 0.04, source: FROM_MEMORY },
    { ...data, label: 'Data written', rate: 0.08 },
    { ...data, label: 'Data read', rate: 0.04 },
  ];
}
