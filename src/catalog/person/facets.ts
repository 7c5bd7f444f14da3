import type { Facets } from '../../engine/facets';
import { callRequests } from '../calls';
import type { Props } from './props';
import { signer } from './signer';
import { time } from './time';

/** A person sits at a laptop on the internet, whether the internet itself is drawn or not. */
export const facets: Facets<Props> = {
  time,
  requests: (node, context) => callRequests(node, { signer: signer(node), origin: { type: 'internet' } }, context),
};
