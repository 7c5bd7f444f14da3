import { parsePolicy } from '../../engine/iam/parse';
import type { Policy } from '../../engine/iam/contract';
import type { Scenario } from '../../model/scenario';
import type { Gap } from './contract';
import { gapIn, SCENARIO } from './gap';

/** Policies of the organization that AWS would not store. What cannot be read would bind nobody, or shut everything. */
export function imposed({ account }: Scenario): Gap[] {
  return (['scps', 'rcps'] as const).flatMap((list) =>
    account[list].flatMap(({ policies }, level) =>
      policies.flatMap(({ name, document }, at) => {
        const path = ['account', list, level, 'policies', at, 'document'];
        const gap = (reason: string, remedy: string) =>
          gapIn(SCENARIO, 'names', 'bad-policy', path, `${name}: ${reason}`, remedy);
        const { policy, issues } = parsePolicy(document, { name }, list === 'scps' ? 'scp' : 'resource');
        const wrong = issues.filter(({ severity }) => severity === 'error');
        if (wrong.length > 0) return wrong.map(({ line, message, remedy }) => gap(`line ${line}: ${message}`, remedy));
        return list === 'rcps' && policy && !onlyDenies(policy)
          ? [gap('a resource control policy denies, and names everyone.', 'Write Deny, and "Principal": "*".')]
          : [];
      }),
    ),
  );
}

/** Organizations User Guide, "RCP syntax": the only Allow is that of RCPFullAWSAccess, and Principal is always "*". */
function onlyDenies({ statements }: Policy): boolean {
  return statements.every(
    ({ effect, principal }) => effect === 'Deny' && principal?.every(({ kind }) => kind === 'everyone') === true,
  );
}
