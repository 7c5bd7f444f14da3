import type { CostItem } from '../../engine/cost/facets';
import type { NodeOf } from '../../engine/facets';
import { FROM_MEMORY } from '../prices';
import type { Props } from './props';

/** Pulls inside the Region cost nothing more. */
export function cost({ props }: NodeOf<Props>): readonly CostItem[] {
  return [{ label: 'Image storage', quantity: props.storedGb, unit: 'GB-month', rate: 0.1, source: FROM_MEMORY }];
}
