import type { CostItem } from '../../engine/cost/facets';
import type { FacetContext, NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** External access is free; unused access is charged for every role and user. */
export function cost({ props }: NodeOf<Props>, context: FacetContext): readonly CostItem[] {
  if (props.type === 'ACCOUNT') return [];
  const quantity = context.withTrait('role').length + context.withTrait('user').length;
  return [{ label: 'Roles and users analysed', quantity, unit: 'identity', rate: 0.2, source: FROM_MEMORY }];
}
