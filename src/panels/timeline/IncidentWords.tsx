import { useDeferredValue, useMemo } from 'react';
import { actorsIn, featuresIn, INCIDENT_TEXTS, SCHEMA_CHANGES, textsOf } from '../../game/drill';
import type { IncidentDetails, IncidentText } from '../../game/drill';
import { Field } from '../../kit/Field';
import { Select } from '../../kit/Select';
import type { IncidentKind } from '../../model/incident';
import { useFacts, useSession } from '../../store/use-session';
import styles from './timeline.module.css';

interface Props {
  readonly kind: IncidentKind;
  readonly details: IncidentDetails;
  readonly onDetails: (details: IncidentDetails) => void;
}

/** What an incident may say in words: which feature, what changes about it, whose credentials are used. */
export function IncidentWords({ kind, details, onDetails }: Props) {
  const facts = useDeferredValue(useFacts());
  const traffic = useSession((state) => state.scenario.traffic);
  const catalog = useSession((state) => state.catalog);
  const features = useMemo(() => featuresIn(facts, traffic), [facts, traffic]);
  const texts = textsOf(kind);
  if (texts.length === 0) return null;
  const choices: Readonly<Record<IncidentText, readonly { readonly value: string; readonly label: string }[]>> = {
    feature: features.map((value) => ({ value, label: value })),
    change: Object.entries(SCHEMA_CHANGES).map(([value, label]) => ({ value, label })),
    by: actorsIn(facts).map((value) => {
      const node = facts.node(value);
      const title = node && catalog.get(node.kind)?.title;
      return { value, label: `${node?.name ?? value}${title === undefined ? '' : `, ${title}`}` };
    }),
  };
  const set = (field: IncidentText, value: string): void => {
    const { [field]: _, ...rest } = details;
    onDetails(value === '' ? rest : { ...rest, [field]: value });
  };
  return (
    <div className={styles.pair}>
      {texts.map((field) => {
        const { title, usual } = INCIDENT_TEXTS[field];
        return (
          <Field key={field} label={title}>
            <Select
              value={details[field] ?? (usual === '' ? (choices[field][0]?.value ?? '') : '')}
              onChange={(value) => set(field, value)}
              options={[...(usual === '' ? [] : [{ value: '', label: usual }]), ...choices[field]]}
            />
          </Field>
        );
      })}
    </div>
  );
}
