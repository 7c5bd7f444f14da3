import type { TimeFacet } from '../../engine/time/facets';

/** Whoever has credentials of a session can use them from anywhere, unless a policy says from where. */
export function time({ id }: { readonly id: string }): TimeFacet {
  return { wields: { signer: { type: 'identity', node: id }, origin: { type: 'internet' } } };
}
