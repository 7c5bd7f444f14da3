import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Requests only: what goes out depends on the size of the answers. Without the free tier. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  return [
    {
      label: 'HTTPS requests',
      quantity: props.requestsPerMonth / 10_000,
      unit: '10,000 requests',
      rate: 0.01,
      source: FROM_MEMORY,
    },
  ];
}
