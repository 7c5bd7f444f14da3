import type { CostItem } from '../../engine/cost/facets';

/** A model is a record of an image, artifacts and a role. Only what runs it costs money. */
export function cost(): readonly CostItem[] {
  return [];
}
