import type { Account } from '../model/account';
import type { NodeId } from '../model/diagram';
import type { FacetContext } from './context';

/** A container of this trait is another account than the one that a scenario sets; so is what stands in it. */
export const ACCOUNT = 'account';

type Where = Pick<FacetContext, 'account' | 'enclosing'>;

/** The account that owns a node. */
export function accountOf(id: NodeId | undefined, context: Where): Account {
  const { account } = context;
  const frame = id === undefined ? undefined : context.enclosing(id, ACCOUNT);
  return frame ? otherAccount(account, frame.props['accountId'], frame.props['inOrganization'] === true) : account;
}

const others = new WeakMap<Account, Map<string, Account>>();

/** The same object for the same account: who compares what was read sees that it is as it was. */
function otherAccount(account: Account, id: unknown, member: boolean): Account {
  const number = typeof id === 'string' ? id : '';
  const known = others.get(account) ?? new Map<string, Account>();
  others.set(account, known);
  const key = `${number} ${String(member)}`;
  const before = known.get(key);
  if (before) return before;
  const { organization, scps, rcps } = account;
  const made: Account = {
    ...account,
    id: number,
    managementAccount: false,
    organization: member ? organization : '',
    scps: member ? scps : [],
    rcps: member ? rcps : [],
  };
  known.set(key, made);
  return made;
}
