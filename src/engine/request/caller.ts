import type { NodeId } from '../../model/diagram';
import type { Account } from '../../model/account';
import type { StepKind, TraceStep } from '../../model/trace';
import { accountOf } from '../accounts';
import { authorise } from '../iam/authorise';
import type { Caller, Decision, Policy } from '../iam/contract';
import { organizationOf, rcpsOf } from '../iam/organization';
import type { Via } from '../network/contract';
import type { RequestSpec } from './facets';
import { add, type Walk, type World } from './world';

/** Addresses of the documentation ranges (RFC 5737) stand for "some public address". */
const NAT_ADDRESS = '198.51.100.10';
const INTERNET_ADDRESS = '203.0.113.10';
/** Ways between private networks: such a packet has no public address to compare. */
const WITHIN: ReadonlySet<Via['kind']> = new Set(['local', 'peering', 'vpn']);

const ASSUME_ROLE = 'sts:AssumeRole';

/** Who signs, after assuming the role where there is one. `undefined` after a failed step. */
export function callerOf(spec: RequestSpec, world: World, walk: Walk): Caller | undefined {
  const { signer } = spec;
  const { graph } = world;
  const from = graph.nameOf(spec.from);
  const note = (
    verdict: TraceStep['verdict'],
    code: string,
    values: Record<string, string>,
    nodes: NodeId[],
  ): undefined => {
    add(walk, { kind: 'credentials', verdict, nodes, reason: { code, values } });
    return undefined;
  };
  if (signer.type === 'service') {
    note('info', 'request.service-signs', { service: signer.principal }, [spec.from]);
    if (!signer.linkedRole) return { type: 'service', arn: signer.principal };
    const { id } = accountOf(spec.from, graph);
    const { name } = signer.linkedRole;
    return {
      type: 'role-session',
      arn: `arn:aws:sts::${id}:assumed-role/${name}/${spec.from}`,
      roleArn: `arn:aws:iam::${id}:role/aws-service-role/${signer.principal}/${name}`,
      account: id,
    };
  }
  if (signer.type === 'anonymous') {
    note('info', 'request.anonymous', {}, [spec.from]);
    return { type: 'anonymous', arn: '*' };
  }
  if (signer.node === undefined) return note('fail', 'request.no-identity', { from, action: spec.action }, [spec.from]);
  const facts = world.principals.get(signer.node);
  if (!facts)
    return note('fail', 'request.not-an-identity', { name: graph.nameOf(signer.node) }, [spec.from, signer.node]);
  const name = graph.nameOf(signer.node);
  const { arn } = facts.facet;
  const account = accountOf(signer.node, graph).id;
  // Nothing assumes a user: for a service the missing trust policy says so.
  if (facts.facet.type === 'user' && signer.service === undefined) {
    note('info', 'request.signs-as', { from, name }, [spec.from, signer.node]);
    return { type: 'user', arn, account };
  }
  if (signer.service !== undefined && !assume(spec, signer.node, signer.service, world, walk)) return undefined;
  if (signer.service === undefined) note('info', 'request.signs-as', { from, name }, [spec.from, signer.node]);
  return {
    type: 'role-session',
    arn: `arn:aws:sts::${account}:assumed-role/${arn.slice(arn.lastIndexOf('/') + 1)}/${spec.from}`,
    roleArn: arn,
    account,
  };
}

/** The policies of whoever signs: those of the drawn identity, or of the role that a service made for itself. */
export function identityOf({ signer }: RequestSpec, world: World): readonly Policy[] {
  if (signer.type === 'identity') return (signer.node && world.principals.get(signer.node)?.identity) || [];
  if (signer.type !== 'service' || !signer.linkedRole) return [];
  const { name, allows } = signer.linkedRole;
  return [
    {
      name,
      version: '2012-10-17',
      statements: [{ effect: 'Allow', action: allows, resource: ['*'], conditions: [] }],
    },
  ];
}

function assume(spec: RequestSpec, role: NodeId, service: string, world: World, walk: Walk): boolean {
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

/** The account whose service control policies bind the caller; a service and nobody have none. */
export function homeOf(spec: RequestSpec, { type }: Caller, { graph }: World): Account | undefined {
  if (type === 'service' || type === 'anonymous') return undefined;
  return accountOf(spec.signer.type === 'identity' ? spec.signer.node : spec.from, graph);
}

type Keys = Record<string, readonly string[]>;

/** What every request carries about the resource it is for (IAM User Guide, global condition keys). */
function ownerContext(owner: Account): Keys {
  const organization = organizationOf(owner);
  return {
    'aws:ResourceAccount': [owner.id],
    ...(organization !== undefined && { 'aws:ResourceOrgID': [organization] }),
  };
}

/** For whom a service acts in its own name. */
function sourceContext(source: Account, arn: string | undefined): Keys {
  const organization = organizationOf(source);
  return {
    'aws:SourceAccount': [source.id],
    ...(organization !== undefined && { 'aws:SourceOrgID': [organization] }),
    ...(arn !== undefined && { 'aws:SourceArn': [arn] }),
  };
}

/** The condition keys that this very path produces (AWS: global condition context keys). `owner` has the resource. */
export function contextOf(spec: RequestSpec, caller: Caller, via: Via | undefined, owner: Account, world: World): Keys {
  const { graph } = world;
  const context: Keys = {
    'aws:SecureTransport': ['true'],
    's3:TlsVersion': ['1.2'],
    'aws:RequestedRegion': [graph.account.region],
    ...ownerContext(owner),
    'aws:PrincipalIsAWSService': [String(caller.type === 'service')],
    'aws:ViaAWSService': ['false'],
  };
  if (caller.type === 'role-session' || caller.type === 'user') {
    context['aws:PrincipalArn'] = [caller.roleArn ?? caller.arn];
    const home = homeOf(spec, caller, world) ?? graph.account;
    const organization = organizationOf(home);
    context['aws:PrincipalAccount'] = [home.id];
    if (organization !== undefined) context['aws:PrincipalOrgID'] = [organization];
    context['aws:PrincipalType'] = [caller.type === 'user' ? 'User' : 'AssumedRole'];
    if (caller.type === 'user') context['aws:username'] = [caller.arn.slice(caller.arn.lastIndexOf('/') + 1)];
  }
  if (caller.type === 'anonymous') context['aws:PrincipalType'] = ['Anonymous'];
  if (caller.type === 'service') context['aws:PrincipalServiceName'] = [caller.arn];
  if (spec.signer.type === 'service' && caller.arn === spec.signer.principal) {
    Object.assign(context, sourceContext(accountOf(spec.from, graph), spec.signer.sourceArn));
  }
  if (via?.kind === 'gateway-endpoint' || via?.kind === 'interface-endpoint') {
    // A request through an endpoint carries aws:VpcSourceIp and no aws:SourceIp (IAM user guide, global condition keys).
    if (via.node !== undefined) context['aws:SourceVpce'] = [cloudId(graph.arn(via.node), via.node)];
    if (via.vpc !== undefined) context['aws:SourceVpc'] = [cloudId(graph.arn(via.vpc), via.vpc)];
    if (via.client !== undefined) context['aws:VpcSourceIp'] = [via.client];
  } else if (via?.kind === 'internet') context['aws:SourceIp'] = [INTERNET_ADDRESS];
  else if (via && !WITHIN.has(via.kind)) context['aws:SourceIp'] = [NAT_ADDRESS];
  return context;
}

/** `arn:aws:ec2:…:vpc-endpoint/vpce-0a1b` → `vpce-0a1b`. */
function cloudId(arn: string | undefined, id: NodeId): string {
  return arn === undefined ? id : arn.slice(arn.lastIndexOf('/') + 1);
}

/** An IAM decision as steps of a trace. */
export function decisionSteps(decision: Decision, kind: StepKind, nodes: readonly NodeId[]): TraceStep[] {
  return decision.steps.map((step) => ({
    kind: step.layer === 'endpoint' ? 'endpoint' : kind,
    verdict: step.verdict,
    nodes: [...new Set([...nodes, ...step.statements.flatMap((ref) => (ref.node === undefined ? [] : [ref.node]))])],
    statements: step.statements,
    reason: step.reason,
  }));
}
