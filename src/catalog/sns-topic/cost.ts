import type { CostItem } from '../../engine/cost/facets';

/** A topic costs nothing while it waits, and a million publishes a month are free (as far as we know). */
export function cost(): readonly CostItem[] {
  return [];
}
