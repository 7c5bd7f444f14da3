import type { CostItem } from '../../engine/cost/facets';

/** A configuration is a record. The endpoint that uses it costs money, and counts its instances. */
export function cost(): readonly CostItem[] {
  return [];
}
