import type { NodeId } from '../../model/diagram';
import { accountOf } from '../accounts';
import { authorise } from '../iam/authorise';
import type { Caller } from '../iam/contract';
import { rcpsOf } from '../iam/organization';
import { parsed } from '../iam/parsed';
import type { PolicyText } from '../policy-text';
import { contextOf, ownerContext, permissionsOf, sourceContext } from './carries';
import type { RequestSpec } from './facets';
import { decisionSteps } from './steps';
import { add, type Walk, type World } from './world';

export const ASSUME_ROLE = 'sts:AssumeRole';

/** A service takes a role. */
export function assume(spec: RequestSpec, role: NodeId, service: string, world: World, walk: Walk): boolean {
  const { graph } = world;
  const facts = world.principals.get(role);
  const values = { service, role: graph.nameOf(role) };
  const field = facts?.facet.trust?.field ?? 'trustPolicy';
  const fields = [{ node: role, field }];
  const source = accountOf(spec.from, graph);
  const owner = accountOf(role, graph);
  if (source.id !== owner.id) {
    // IAM User Guide, "Grant a user permissions to pass a role to an AWS service": service and role share the account.
    return add(walk, {
      kind: 'credentials',
      verdict: 'fail',
      nodes: [spec.from, role],
      reason: {
        code: 'request.role-elsewhere',
        values: { role: values.role, account: owner.id, from: graph.nameOf(spec.from) },
      },
    });
  }
  if (!facts?.trust) {
    return add(walk, {
      kind: 'credentials',
      verdict: 'fail',
      nodes: [spec.from, role],
      fields,
      reason: { code: 'request.trust-missing', values },
    });
  }
  const sourceArn = graph.arn(spec.from);
  const decision = authorise(
    {
      caller: { type: 'service', arn: service },
      action: ASSUME_ROLE,
      resource: facts.facet.arn,
      resourceAccount: owner.id,
      context: {
        'aws:SecureTransport': ['true'],
        'aws:PrincipalIsAWSService': ['true'],
        'aws:PrincipalServiceName': [service],
        ...ownerContext(owner),
        ...sourceContext(source, sourceArn),
      },
    },
    { identity: [], scps: [], rcps: rcpsOf(owner, ASSUME_ROLE), resource: facts.trust, resourceRequired: true },
  );
  const allowed = decision.verdict === 'Allowed';
  const last = decision.steps[decision.steps.length - 1];
  const statements = decision.steps.flatMap((step) => step.statements);
  return add(walk, {
    kind: 'credentials',
    verdict: allowed ? 'pass' : 'fail',
    nodes: [spec.from, role],
    fields,
    statements,
    reason:
      !allowed && last?.layer === 'rcp'
        ? last.reason
        : { code: allowed ? 'request.assumes-role' : 'request.trust-refuses', values },
  });
}

/** An identity takes a role: the trust policy of the role and the policies of the identity decide. `by` signs as it. */
export function assumeAs(by: RequestSpec, caller: Caller, role: NodeId, world: World, walk: Walk): boolean {
  const { graph } = world;
  const identity = by.signer.type === 'identity' ? by.signer.node : undefined;
  const trust = world.principals.get(role)?.trust;
  const owner = accountOf(role, graph);
  const decision = authorise(
    {
      caller,
      action: ASSUME_ROLE,
      resource: graph.arn(role) ?? role,
      resourceAccount: owner.id,
      context: contextOf(by, caller, by.origin.type === 'internet' ? { kind: 'internet' } : undefined, owner, world),
    },
    {
      ...permissionsOf(by, caller, ASSUME_ROLE, owner, world),
      ...(trust && { resource: trust }),
      resourceRequired: true,
    },
  );
  const nodes = [by.from, ...(identity === undefined ? [] : [identity]), role];
  const values = { user: graph.nameOf(identity), role: graph.nameOf(role) };
  return (
    add(walk, ...decisionSteps(decision, 'credentials', nodes)) &&
    add(walk, {
      kind: 'credentials',
      verdict: 'pass',
      nodes,
      reason: { code: 'request.takes-role', values },
    })
  );
}

/** STS API Reference, AssumeRole: the text of a session policy has at most 2,048 characters. */
const LONGEST_SESSION_POLICY = 2048;

/** STS gives no session for a session policy that it cannot read. */
export function sessionStarts(spec: RequestSpec, session: PolicyText, { graph }: World, walk: Walk): boolean {
  const { policy, issues } = parsed(session, 'identity');
  const wrong = issues.find(({ severity }) => severity === 'error');
  const tooLong = session.text.length > LONGEST_SESSION_POLICY;
  const message = tooLong ? `it is longer than ${LONGEST_SESSION_POLICY} characters.` : (wrong?.message ?? '');
  const refused = tooLong || !policy;
  const values = { from: graph.nameOf(spec.from), message };
  return add(walk, {
    kind: 'credentials',
    verdict: refused ? 'fail' : 'info',
    nodes: [spec.from],
    fields: [{ node: session.node, field: session.field }],
    reason: { code: refused ? 'request.session-refused' : 'request.session-limited', values },
  });
}
