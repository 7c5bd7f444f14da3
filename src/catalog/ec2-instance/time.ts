import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

export function time({ id, props }: NodeOf<Props>): TimeFacet {
  return {
    wields: {
      signer: { type: 'identity', node: props.role, service: 'ec2.amazonaws.com' },
      origin: { type: 'interfaces', node: id },
    },
  };
}
