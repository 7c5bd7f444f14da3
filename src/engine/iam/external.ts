import type { Account } from '../../model/account';
import type { NodeId } from '../../model/diagram';
import type { ExternalAccess } from '../facts';
import { allowPolicy } from './allow';
import { authorise } from './authorise';
import type { Caller, Policy, PrincipalPattern } from './contract';
import type { ResourcePolicyFacet } from './facets';
import { rcpsOf } from './organization';

/** An account that nobody in the drawing knows. */
const STRANGER = '999999999999';
/** Somebody whose own account allows everything: then only the policy of the resource decides. */
const ANYTHING = allowPolicy('everything', ['*']);

/** What can be asked of the resource. */
interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** asks no policy. */
  readonly open?: boolean;
}

interface Outsider {
  readonly who: string;
  readonly caller: Caller;
}

/**
 * Whom the policy of a resource lets in from outside the account. Everybody whom a statement names is really asked
 * about, with every permission at home, over TLS, from some address; what a Deny, a condition or the organization keeps
 * out is not reported. Services that act in their own name are no outsiders.
 */
export function externalAccess(
  node: NodeId,
  found: { readonly facet: ResourcePolicyFacet; readonly policy?: Policy },
  operations: readonly Asked[],
  account: Account,
): readonly ExternalAccess[] {
  const { facet, policy } = found;
  if (!policy) return [];
  const asked = operations.filter(({ action, open }) => !open && facet.actions?.includes(action) !== false);
  const may = (caller: Caller, { action, resource, context }: Asked) =>
    authorise(
      {
        caller,
        action,
        resource,
        resourceAccount: account.id,
        context: {
          'aws:SecureTransport': ['true'],
          'aws:SourceIp': ['203.0.113.10'],
          'aws:PrincipalIsAWSService': ['false'],
          ...(caller.account !== undefined && {
            'aws:PrincipalAccount': [caller.account],
            'aws:PrincipalArn': [caller.roleArn ?? caller.arn],
          }),
          ...context,
        },
      },
      {
        identity: caller.type === 'anonymous' ? [] : [ANYTHING],
        scps: [],
        rcps: rcpsOf(account, action),
        resource: policy,
        ...(facet.required && { resourceRequired: true }),
        ...(facet.blocksPublic && { resourceBlocksPublic: true }),
      },
    ).verdict === 'Allowed';
  const report = (who: string, callers: readonly Caller[], open: boolean): readonly ExternalAccess[] => {
    const actions = asked.filter((one) => callers.some((caller) => may(caller, one))).map(({ action }) => action);
    return actions.length > 0 ? [{ node, who, public: open, actions: [...new Set(actions)] }] : [];
  };
  const everybody = report('everybody', [{ type: 'anonymous', arn: '*' }, userOf(STRANGER)], true);
  if (everybody.length > 0) return everybody;
  return outsiders(policy, account.id).flatMap(({ who, caller }) => report(who, [caller], false));
}

function outsiders(policy: Policy, account: string): readonly Outsider[] {
  const named = policy.statements.flatMap(({ effect, principal }) => (effect === 'Allow' ? (principal ?? []) : []));
  const found = new Map(named.flatMap((one) => outsider(one, account) ?? []).map((one) => [one.who, one]));
  return [...found.values()];
}

function outsider({ kind, value }: PrincipalPattern, account: string): Outsider | undefined {
  if (kind !== 'aws') return undefined;
  const [, , , , of = value, resource = 'root'] = value.split(':');
  if (!/^\d{12}$/.test(of) || of === account) return undefined;
  if (resource === 'root') return { who: `account ${of}`, caller: userOf(of) };
  if (!resource.startsWith('role/')) return { who: value, caller: { type: 'user', arn: value, account: of } };
  const role = resource.slice(resource.lastIndexOf('/') + 1);
  const arn = `arn:aws:sts::${of}:assumed-role/${role}/session`;
  return { who: value, caller: { type: 'role-session', arn, roleArn: value, account: of } };
}

function userOf(account: string): Caller {
  return { type: 'user', arn: `arn:aws:iam::${account}:user/stranger`, account };
}
