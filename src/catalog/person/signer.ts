import type { NodeOf } from '../../engine/facets';
import type { Signer } from '../../engine/request/facets';
import { writtenPolicy } from '../policies';
import type { Props } from './props';

/** As nobody, as a user, or in a session of a role. */
export function signer(node: NodeOf<Props>): Signer {
  const { role, user, sessionPolicy } = node.props;
  if (role === undefined) return user === undefined ? { type: 'anonymous' } : { type: 'identity', node: user };
  const session = writtenPolicy(node, 'session policy', 'sessionPolicy', sessionPolicy);
  return {
    type: 'identity',
    node: role,
    ...(user !== undefined && { assumedBy: user }),
    ...(session && { session }),
  };
}
