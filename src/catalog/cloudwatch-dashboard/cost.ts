import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

const FREE = 3;

/** The first three of an account are free, up to 50 metrics each. */
export function cost({ id }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  const all = context.withTrait('cloudwatch-dashboard').map((one) => one.id);
  const paid = all.toSorted().indexOf(id) >= FREE;
  return [
    {
      label: paid ? 'Dashboard' : 'Dashboard (the first three are free)',
      quantity: paid ? 1 : 0,
      unit: 'dashboard',
      rate: 3,
      source: FROM_MEMORY,
    },
  ];
}
