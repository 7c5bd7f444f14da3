import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

export function time({ props }: NodeOf<Props>): TimeFacet {
  const node = props.role ?? props.user;
  return node === undefined ? {} : { wields: { signer: { type: 'identity', node }, origin: { type: 'internet' } } };
}
