import type { NodeId } from '../../model/diagram';
import { accountOf } from '../accounts';
import { authorise } from '../iam/authorise';
import type { Caller } from '../iam/contract';
import { contextOf, permissionsOf } from './carries';
import type { KeyUse, Operation, RequestSpec } from './facets';
import { decisionSteps } from './steps';
import { add, type Walk, type World } from './world';

/** The keys that the service must use on the way: key state, then key policy with identity policies. */
export function walkKeys(
  spec: RequestSpec,
  operation: Operation,
  to: NodeId,
  caller: Caller,
  world: World,
  walk: Walk,
): void {
  for (const use of spec.keys ?? operation.keys ?? []) if (!walkKey(spec, use, to, caller, world, walk)) return;
}

function walkKey(spec: RequestSpec, use: KeyUse, to: NodeId, caller: Caller, world: World, walk: Walk): boolean {
  const { key } = use;
  const nodes = [to];
  if (key.type === 'none') return true;
  if (key.type === 'aws-owned') {
    return add(walk, {
      kind: 'key',
      verdict: 'pass',
      nodes,
      reason: { code: 'request.key-aws-owned', values: { label: key.label } },
    });
  }
  if (use.granted) return grantHolds(key, use.actions[0] ?? '', to, world, walk);
  const user: Caller = use.byService === undefined ? caller : { type: 'service', arn: use.byService };
  if (user.type === 'anonymous') {
    // S3 user guide, "Using server-side encryption with AWS KMS keys": such requests must be signed.
    const name = key.type === 'aws-managed' ? key.alias : world.graph.nameOf(key.node);
    return add(walk, {
      kind: 'key',
      verdict: 'fail',
      nodes,
      reason: { code: 'request.key-needs-signature', values: { key: name } },
    });
  }
  if (key.type === 'aws-managed') {
    const { alias } = key;
    const owner = accountOf(to, world.graph).id;
    const refused = user.type === 'service' || user.account !== owner;
    return add(walk, {
      kind: 'key',
      verdict: refused ? 'fail' : 'pass',
      nodes,
      reason:
        user.type === 'service'
          ? { code: 'request.key-aws-managed-refuses-service', values: { alias, service: user.arn } }
          : refused
            ? { code: 'request.key-aws-managed-refuses-account', values: { alias, account: owner, caller: user.arn } }
            : { code: 'request.key-aws-managed', values: { alias } },
    });
  }
  return use.actions.every((action) => useCustomerKey(spec, use, key.node, action, user, world, walk, to));
}

/** What the service may do by its own grant needs nothing of the caller. */
function grantHolds(
  key: Extract<KeyUse['key'], { type: 'customer-managed' | 'aws-managed' }>,
  action: string,
  to: NodeId,
  world: World,
  walk: Walk,
): boolean {
  const { graph } = world;
  if (key.type === 'customer-managed' && !isUsable(key.node, action, to, world, walk)) return false;
  const [name, nodes] = key.type === 'aws-managed' ? [key.alias, [to]] : [graph.nameOf(key.node), [to, key.node]];
  return add(walk, {
    kind: 'key',
    verdict: 'pass',
    nodes,
    reason: { code: 'request.key-granted', values: { key: name, to: graph.nameOf(to) } },
  });
}

/** Only an enabled key of this diagram can be used, whoever asks. */
function isUsable(key: NodeId, action: string, to: NodeId, world: World, walk: Walk): boolean {
  const { graph } = world;
  const name = graph.nameOf(key);
  const state = world.keys.get(key);
  if (state?.enabled && state.deletesInDays === undefined) return true;
  if (!state) {
    return add(walk, {
      kind: 'key',
      verdict: 'fail',
      nodes: [to],
      reason: { code: 'request.key-missing', values: { to: graph.nameOf(to), key: name, action } },
    });
  }
  const code = state.deletesInDays === undefined ? 'request.key-disabled' : 'request.key-pending-deletion';
  return add(walk, {
    kind: 'key',
    verdict: 'fail',
    nodes: [to, key],
    reason: { code, values: { key: name, action, days: state.deletesInDays ?? 0 } },
  });
}

function useCustomerKey(
  spec: RequestSpec,
  use: KeyUse,
  key: NodeId,
  action: string,
  user: Caller,
  world: World,
  walk: Walk,
  to: NodeId,
): boolean {
  if (!isUsable(key, action, to, world, walk)) return false;
  const { graph } = world;
  const nodes = [to, key];
  const by =
    use.byService === undefined
      ? spec
      : { from: spec.from, signer: { type: 'service', principal: use.byService } as const };
  const signer = by.signer.type === 'identity' ? by.signer.node : undefined;
  const attached = world.resourcePolicyOf(key);
  const resource = graph.arn(key) ?? key;
  const owner = accountOf(key, graph);
  const decision = authorise(
    {
      caller: user,
      action,
      resource,
      resourceAccount: owner.id,
      context: {
        ...contextOf(spec, user, undefined, owner, world),
        'kms:CallerAccount': [user.account ?? accountOf(spec.from, graph).id],
        ...(use.viaService !== undefined && {
          'kms:ViaService': [use.viaService],
          // A service in its own name works on nobody's behalf (IAM user guide, forward access sessions).
          ...(user.type !== 'service' && { 'aws:ViaAWSService': ['true'] }),
        }),
        ...(action === 'kms:CreateGrant' && { 'kms:GrantIsForAWSResource': ['true'] }),
        ...use.context,
      },
    },
    {
      ...permissionsOf(by, user, action, owner, world),
      ...(attached?.policy && { resource: attached.policy }),
      resourceRequired: true,
    },
  );
  return add(walk, ...decisionSteps(decision, 'key', signer === undefined ? nodes : [signer, ...nodes]));
}
