import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { readsOf } from '../event-sources';
import type { Props } from './props';

export function time(node: NodeOf<Props>): TimeFacet {
  const { id, props } = node;
  const fedBy = readsOf(node);
  return {
    ...(fedBy && { fedBy }),
    wields: {
      signer: { type: 'identity', node: props.role, service: 'ec2.amazonaws.com' },
      origin: { type: 'interfaces', node: id },
    },
  };
}
