import { accountOf } from '../accounts';
import { authorise } from '../iam/authorise';
import type { Caller } from '../iam/contract';
import type { Via } from '../network/contract';
import { contextOf, permissionsOf } from './carries';
import type { Operation, RequestSpec } from './facets';
import { decisionSteps } from './steps';
import { add, type Walk, type World } from './world';

export const PASS_ROLE = 'iam:PassRole';

/**
 * Whoever hands a role to a service must be allowed to: no packet and no policy of the role itself takes part, only the
 * caller's own policies and those of the organisation.
 */
export function passRoles(
  spec: RequestSpec,
  operation: Operation,
  caller: Caller,
  via: Via | undefined,
  world: World,
  walk: Walk,
): boolean {
  const signer = spec.signer.type === 'identity' ? spec.signer.node : undefined;
  return (operation.passes ?? []).every(({ role, service }) => {
    const owner = accountOf(role, world.graph);
    const decision = authorise(
      {
        caller,
        action: PASS_ROLE,
        resource: world.graph.arn(role) ?? role,
        resourceAccount: owner.id,
        context: { ...contextOf(spec, caller, via, owner, world), 'iam:PassedToService': [service] },
      },
      permissionsOf(spec, caller, PASS_ROLE, owner, world),
    );
    const values = { from: world.graph.nameOf(signer ?? spec.from), role: world.graph.nameOf(role), service };
    const nodes = [...(signer === undefined ? [] : [signer]), role];
    add(walk, { kind: 'authorisation', verdict: 'info', nodes, reason: { code: 'request.passes-role', values } });
    return add(walk, ...decisionSteps(decision, 'authorisation', nodes));
  });
}
