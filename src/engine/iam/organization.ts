import type { Account } from '../../model/account';
import { allowPolicy } from './allow';
import type { Policy, PolicySet } from './contract';
import { parsePolicy } from './parse';
import { EVERYONE } from './parse-principal';
import { RCP_SERVICES, RCP_SPARES } from './rcp-services';

type Levels = PolicySet['scps'];

/** AWS Organizations attaches it to the root, to every unit and to every account, and nobody can detach it. */
const RCP_FULL_AWS_ACCESS = allowPolicy('RCPFullAWSAccess', ['*'], [EVERYONE]);
/** For an account that names policies of an organization and not the organization. */
const SOME_ORGANIZATION = 'o-a1b2c3d4e5';
const NONE: Levels = [];

interface Imposed {
  readonly scps: Levels;
  readonly rcps: Levels;
}
const known = new WeakMap<Account, Imposed>();

function imposedOn(account: Account): Imposed {
  const before = known.get(account);
  if (before) return before;
  const read = (levels: Account['scps'], type: 'scp' | 'resource', always: readonly Policy[]): Levels =>
    levels.map(({ level, policies }) => ({
      level,
      policies: [
        ...always,
        ...policies.flatMap((one) => parsePolicy(one.document, { name: one.name }, type).policy ?? []),
      ],
    }));
  const made = {
    scps: read(account.scps, 'scp', []),
    rcps: read(account.rcps, 'resource', [RCP_FULL_AWS_ACCESS]),
  };
  known.set(account, made);
  return made;
}

/** Id of the organization that an account belongs to. */
export function organizationOf({ organization, scps, rcps }: Account): string | undefined {
  if (organization !== '') return organization;
  return scps.length > 0 || rcps.length > 0 ? SOME_ORGANIZATION : undefined;
}

/** What limits the principals of an account. The management account is bound by none (Organizations User Guide, SCPs). */
export function scpsOf(account: Account | undefined): Levels {
  return !account || account.managementAccount ? NONE : imposedOn(account).scps;
}

/**
 * What limits an action on the resources of an account, whoever asks: for the services that know resource control
 * policies only, and not in the management account (Organizations User Guide, RCPs).
 */
export function rcpsOf(account: Account, action: string): Levels {
  if (account.managementAccount || account.rcps.length === 0) return NONE;
  const asked = action.toLowerCase();
  const supported = RCP_SERVICES.has(asked.slice(0, Math.max(0, asked.indexOf(':'))));
  return supported && !RCP_SPARES.has(asked) ? imposedOn(account).rcps : NONE;
}
