import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { numberAt } from '../neighbour';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** One pass over everything that the buckets hold; the first gigabyte is free. */
export function cost({ props }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  if (!props.enabled) return [];
  const stored = props.buckets.reduce((sum, id) => sum + (numberAt(context.node(id), 'storedGb') ?? 0), 0);
  const source = FROM_MEMORY;
  return [
    {
      label: 'Buckets in the inventory',
      quantity: context.withTrait('bucket').length,
      unit: 'bucket',
      rate: 0.1,
      source,
    },
    { label: 'Sensitive data discovery', quantity: Math.max(0, stored - 1), unit: 'GB', rate: 1, source },
  ];
}
