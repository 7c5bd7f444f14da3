import { organizationOf } from '../../engine/iam/organization';
import { Badge } from '../../kit/Badge';
import type { Account } from '../../model/account';
import brief from './play.module.css';
import styles from './organization.module.css';

const TYPES = [
  { list: 'scps', title: 'Service control policy', short: 'SCP' },
  { list: 'rcps', title: 'Resource control policy', short: 'RCP' },
] as const;

/** What the organization imposes on the account: the player cannot change it, and must read it. */
export function Organization({ account }: { readonly account: Account }) {
  const organization = organizationOf(account);
  if (organization === undefined) return null;
  const policies = TYPES.flatMap(({ list, ...type }) =>
    account[list].flatMap(({ level, policies: attached }, at) =>
      attached.map((policy, place) => ({ ...type, ...policy, level, id: `${list} ${at} ${place}` })),
    ),
  );
  return (
    <section aria-labelledby="organization">
      <h3 id="organization" className={brief.wanted}>
        What the organization imposes
      </h3>
      <p>
        Account {account.id} belongs to the organization {organization}.{' '}
        {account.managementAccount
          ? 'It is the management account: policies of the organization do not bind it.'
          : policies.length > 0
            ? 'These policies bind it, and you cannot change them.'
            : 'No policy of the organization limits it.'}
      </p>
      {policies.map(({ id, level, name, title, short, document }) => (
        <details key={id} className={styles.policy}>
          <summary>
            <Badge>{short}</Badge> {name} <span className={styles.level}>{level}</span>
          </summary>
          <pre tabIndex={0} aria-label={`${title} ${name}`}>
            {readable(document)}
          </pre>
        </details>
      ))}
    </section>
  );
}

function readable(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}
