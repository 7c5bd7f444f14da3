import type { CostItem } from '../../engine/cost/facets';

/** A configuration is a record. What it mounts and the notebook that runs it cost money. */
export function cost(): readonly CostItem[] {
  return [];
}
