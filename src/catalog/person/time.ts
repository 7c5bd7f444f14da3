import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';
import { signer } from './signer';

export function time(node: NodeOf<Props>): TimeFacet {
  const by = signer(node);
  return by.type === 'anonymous' ? {} : { wields: { signer: by, origin: { type: 'internet' } } };
}
