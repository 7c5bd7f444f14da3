import { useId } from 'react';
import { ageOf, LEGACY_SERVICES, withAge } from '../../../game/sandbox';
import { Checkbox } from '../../../kit/Checkbox';
import { Field } from '../../../kit/Field';
import { Select } from '../../../kit/Select';
import { TextInput } from '../../../kit/TextInput';
import type { Account } from '../../../model/account';
import { DRAWING_NAME } from '../../../model/drawing';
import { useSession } from '../../../store/use-session';
import styles from './sandbox.module.css';

/** Regions of the commercial partition; a drawing may come with another one. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
];

interface Props {
  readonly onName: (name: string) => void;
  readonly onAccount: (account: Account) => void;
}

/** What surrounds a drawing of the sandbox: its name, and the account that it stands in. */
export function DrawingForm({ onName, onAccount }: Props) {
  const { title, account } = useSession((state) => state.scenario);
  const group = useId();
  const age = ageOf(account);
  const regions = REGIONS.includes(account.region) ? REGIONS : [account.region, ...REGIONS];
  const has = (id: string): boolean => account.legacyServices.includes(id);
  return (
    <section className={styles.form} aria-label="Drawing and account">
      <Field label="Name" help="How you find the drawing again.">
        <TextInput
          value={title}
          commit="blur"
          maxLength={DRAWING_NAME}
          onChange={(name) => {
            if (name.trim() !== '') onName(name.trim());
          }}
        />
      </Field>
      <Field label="Region" help="Where the account is. Prices stay those of us-east-1.">
        <Select
          value={account.region}
          options={regions.map((region) => ({ value: region, label: region }))}
          onChange={(region) => onAccount({ ...account, region })}
        />
      </Field>
      <Field
        as="group"
        label="Account"
        help="AWS has closed SageMaker Model Monitor and SageMaker Clarify to new customers. An account that used them before keeps them; a new one does without."
      >
        <div className={styles.choices}>
          <label>
            <input
              type="radio"
              name={group}
              checked={age === 'existing'}
              onChange={() => onAccount(withAge(account, 'existing'))}
            />
            Existing account
          </label>
          <label>
            <input
              type="radio"
              name={group}
              checked={age === 'new'}
              onChange={() => onAccount(withAge(account, 'new'))}
            />
            New account (greenfield)
          </label>
        </div>
      </Field>
      {age === 'existing' ? (
        <Field as="group" label="Services closed to new customers" help="What this account has used before.">
          <div className={styles.choices}>
            {LEGACY_SERVICES.map(({ id, title: service }) => (
              <Checkbox
                key={id}
                checked={has(id)}
                onChange={(on) =>
                  onAccount({
                    ...account,
                    legacyServices: on
                      ? [...account.legacyServices, id]
                      : account.legacyServices.filter((one) => one !== id),
                  })
                }
              >
                {service}
              </Checkbox>
            ))}
          </div>
        </Field>
      ) : null}
      {account.scps.length > 0 ? (
        <p className={styles.note}>
          This drawing came with service control policies of an organization. They count, and stay with it.
        </p>
      ) : null}
      <p className={styles.note}>
        Nothing is asked for here, and nothing is scored. Below the canvas the simulator says what your drawing really
        does: traces, problems, who may do what, cost, audits, simulated time and incidents.
      </p>
    </section>
  );
}
