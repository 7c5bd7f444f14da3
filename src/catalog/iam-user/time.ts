import type { TimeFacet } from '../../engine/time/facets';

/** Keys work from anywhere. */
export function time({ id }: { readonly id: string }): TimeFacet {
  return { wields: { signer: { type: 'identity', node: id }, origin: { type: 'internet' } } };
}
