import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { AGREED } from '../prices';
import type { Props } from './props';

/** Without the free tier. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const gbSeconds = (props.invocationsPerMonth * props.averageDurationMs * props.memorySizeMb) / 1000 / 1024;
  return [
    {
      label: 'Requests',
      quantity: props.invocationsPerMonth / 1_000_000,
      unit: 'million requests',
      rate: 0.2,
      source: AGREED,
    },
    { label: 'Compute', quantity: gbSeconds, unit: 'GB-second', rate: 0.0000166667, source: AGREED },
  ];
}
