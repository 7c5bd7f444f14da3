import type { Account } from '../model/account';
import type { NodeId } from '../model/diagram';
import type { AnyNode, FacetContext } from './context';

/** A container of this trait is another account than the one that a scenario sets; so is what stands in it. */
export const ACCOUNT = 'account';

type Where = Pick<FacetContext, 'account' | 'enclosing'>;

/** The account that owns a node. A frame itself stands in the drawing of the account that the scenario sets. */
export function accountOf(id: NodeId | undefined, context: Where): Account {
  const { account } = context;
  const frame = id === undefined ? undefined : context.enclosing(id, ACCOUNT);
  return frame && frame.id !== id
    ? otherAccount(account, frame.props['accountId'], frame.props['inOrganization'] === true)
    : account;
}

/** What the facets of a node read: the account is the one that the node stands in. */
export function standing({ id }: Pick<AnyNode, 'id'>, context: FacetContext): FacetContext {
  if (context.withTrait(ACCOUNT).length === 0) return context;
  const account = accountOf(id, context);
  return account === context.account ? context : { ...context, account };
}

/** Some account that shares nothing with the one that is drawn. */
export function strangerTo(account: Account, id: string): Account {
  return otherAccount(account, id, false);
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
  const made: Account = {
    ...account,
    id: number,
    managementAccount: false,
    ...(!member && { organization: '', scps: [], rcps: [] }),
  };
  known.set(key, made);
  return made;
}
