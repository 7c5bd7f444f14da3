import type { NodeOf } from '../../engine/facets';
import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  return [
    {
      label: 'Requests',
      quantity: props.requestsPerMonth / 1_000_000,
      unit: 'million requests',
      rate: 3.5,
      source: FROM_MEMORY,
    },
  ];
}
