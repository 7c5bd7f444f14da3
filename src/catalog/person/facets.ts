import type { Facets, NodeOf } from '../../engine/facets';
import type { Signer } from '../../engine/request/facets';
import { callRequests } from '../calls';
import type { Props } from './props';
import { time } from './time';

function signer({ props }: NodeOf<Props>): Signer {
  const identity = props.role ?? props.user;
  return identity === undefined ? { type: 'anonymous' } : { type: 'identity', node: identity };
}

/** A person sits at a laptop on the internet, whether the internet itself is drawn or not. */
export const facets: Facets<Props> = {
  time,
  requests: (node, context) => callRequests(node, { signer: signer(node), origin: { type: 'internet' } }, context),
};
