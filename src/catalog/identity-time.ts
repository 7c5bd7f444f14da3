import type { TimeFacet } from '../engine/time/facets';

/** Credentials of a session, and access keys, work from anywhere, unless a policy says from where. */
export function wieldedAnywhere({ id }: { readonly id: string }): TimeFacet {
  return { wields: { signer: { type: 'identity', node: id }, origin: { type: 'internet' } } };
}
