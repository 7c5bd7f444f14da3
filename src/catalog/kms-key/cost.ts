import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { AGREED, FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** The first year's price: the first and the second rotation add $1.00 a month each, later ones nothing. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  const month = { quantity: 1, unit: 'month' } as const;
  if (props.pendingDeletion) return [{ ...month, label: 'Key that waits for deletion', rate: 0, source: FROM_MEMORY }];
  return [
    {
      ...month,
      label: 'Customer managed key',
      rate: 1,
      source: AGREED,
    },
  ];
}
