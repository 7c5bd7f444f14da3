import type { CostItem } from '../../engine/cost/facets';
import { FROM_MEMORY } from '../prices';

/** API calls are left out. */
export function cost(): readonly CostItem[] {
  return [{ label: 'Secret', quantity: 1, unit: 'secret-month', rate: 0.4, source: FROM_MEMORY }];
}
