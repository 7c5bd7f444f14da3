import type { NodeId } from '../../model/diagram';
import { authorise } from '../iam/authorise';
import type { Caller } from '../iam/contract';
import { contextOf, decisionSteps } from './caller';
import type { KeyUse, Operation, RequestSpec } from './facets';
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
    const refused = user.type === 'service';
    return add(walk, {
      kind: 'key',
      verdict: refused ? 'fail' : 'pass',
      nodes,
      reason: refused
        ? { code: 'request.key-aws-managed-refuses-service', values: { alias: key.alias, service: user.arn } }
        : { code: 'request.key-aws-managed', values: { alias: key.alias } },
    });
  }
  return use.actions.every((action) => useCustomerKey(spec, use, key.node, action, user, world, walk, to));
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
  const { graph } = world;
  const name = graph.nameOf(key);
  const state = world.keys.get(key);
  const nodes = [to, key];
  if (!state) {
    return add(walk, {
      kind: 'key',
      verdict: 'fail',
      nodes: [to],
      reason: { code: 'request.key-missing', values: { to: graph.nameOf(to), key: name, action } },
    });
  }
  if (!state.enabled || state.deletesInDays !== undefined) {
    const code = state.deletesInDays === undefined ? 'request.key-disabled' : 'request.key-pending-deletion';
    return add(walk, {
      kind: 'key',
      verdict: 'fail',
      nodes,
      reason: { code, values: { key: name, action, days: state.deletesInDays ?? 0 } },
    });
  }
  const signer = spec.signer.type === 'identity' && use.byService === undefined ? spec.signer.node : undefined;
  const facts = signer === undefined ? undefined : world.principals.get(signer);
  const attached = world.resourcePolicyOf(key);
  const resource = graph.arn(key) ?? key;
  const decision = authorise(
    {
      caller: user,
      action,
      resource,
      resourceAccount: graph.account.id,
      context: {
        ...contextOf(spec, user, undefined, world),
        'kms:CallerAccount': [graph.account.id],
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
      identity: facts?.identity ?? [],
      ...(facts?.boundary && { boundary: [facts.boundary] }),
      scps: user.type === 'service' ? [] : world.scps,
      rcps: [],
      ...(attached?.policy && { resource: attached.policy }),
      resourceRequired: true,
    },
  );
  return add(walk, ...decisionSteps(decision, 'key', signer === undefined ? nodes : [signer, ...nodes]));
}
