import type { NetworkFacet } from '../../../src/engine/network/facets';

/** Facets as they stand in a case file; `null` takes a node or a value away. */
export type Fragment = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
export type Change = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** The base of a file with the change of one case laid over it, node by node and value by value. */
export function facetsOf(base: Fragment, change: Change = {}): Map<string, NetworkFacet> {
  const facets = new Map<string, NetworkFacet>();
  for (const id of new Set([...Object.keys(base), ...Object.keys(change)])) {
    const over = change[id];
    if (over === null) continue;
    const values = Object.entries({ ...base[id], ...over }).filter(([, value]) => value !== null);
    facets.set(id, Object.fromEntries(values) as unknown as NetworkFacet);
  }
  return facets;
}
