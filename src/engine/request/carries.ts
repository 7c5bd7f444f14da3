import type { Account } from '../../model/account';
import type { NodeId } from '../../model/diagram';
import { accountOf } from '../accounts';
import { allowPolicy } from '../iam/allow';
import type { Caller, Policy, PolicySet } from '../iam/contract';
import { organizationOf, rcpsOf, scpsOf } from '../iam/organization';
import { parsed } from '../iam/parsed';
import type { Via } from '../network/contract';
import type { RequestSpec } from './facets';
import type { World } from './world';

/** Addresses of the documentation ranges (RFC 5737) stand for "some public address". */
const NAT_ADDRESS = '198.51.100.10';
const INTERNET_ADDRESS = '203.0.113.10';
/** Ways between private networks: such a packet has no public address to compare. */
const WITHIN: ReadonlySet<Via['kind']> = new Set(['local', 'peering', 'transit', 'vpn']);

type Keys = Record<string, readonly string[]>;
/** Who asks. */
type By = Pick<RequestSpec, 'from' | 'signer'>;

/** The account whose service control policies bind the caller; a service and nobody have none. */
function homeOf(spec: By, { type }: Caller, { graph }: World): Account | undefined {
  if (type === 'service' || type === 'anonymous') return undefined;
  return accountOf(spec.signer.type === 'identity' ? spec.signer.node : spec.from, graph);
}

/** The policies of whoever signs: those of the drawn identity, or of the role that a service made for itself. */
function identityOf({ signer }: By, world: World): readonly Policy[] {
  if (signer.type === 'identity') return (signer.node && world.principals.get(signer.node)?.identity) || [];
  if (signer.type !== 'service' || !signer.linkedRole) return [];
  const { name, allows } = signer.linkedRole;
  return [allowPolicy(name, allows)];
}

/** The policy that whoever assumed the role sent along. One that cannot be read allows nothing. */
function sessionOf({ signer }: By): Pick<PolicySet, 'session'> {
  if (signer.type !== 'identity' || !signer.session) return {};
  const { policy } = parsed(signer.session, 'identity');
  return { session: policy ? [policy] : [] };
}

/** What decides over an action beside the policy of the resource, which belongs to `owner`. */
export function permissionsOf(by: By, caller: Caller, action: string, owner: Account, world: World): PolicySet {
  const { signer } = by;
  const identity = signer.type === 'identity' ? signer.node : undefined;
  const boundary = identity === undefined ? undefined : world.principals.get(identity)?.boundary;
  return {
    identity: identityOf(by, world),
    ...sessionOf(by),
    ...(boundary && { boundary: [boundary] }),
    scps: scpsOf(homeOf(by, caller, world)),
    rcps: rcpsOf(owner, action),
  };
}

/** What every request carries about the resource it is for (IAM User Guide, global condition keys). */
export function ownerContext(owner: Account): Keys {
  const organization = organizationOf(owner);
  return {
    'aws:ResourceAccount': [owner.id],
    ...(organization !== undefined && { 'aws:ResourceOrgID': [organization] }),
  };
}

/** For whom a service acts in its own name. */
export function sourceContext(source: Account, arn: string | undefined): Keys {
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
    's3:ResourceAccount': [owner.id],
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
