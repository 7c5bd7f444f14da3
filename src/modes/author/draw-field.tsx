import type { ReactNode } from 'react';
import type { FormField } from '../../catalog/form-model';
import { INCIDENT_WORDS } from '../../game/drill';
import { incidentForm } from '../../game/author/incident-form';
import { isRecord, listAt, textAt, valueAt, type Place } from '../../game/author/place';
import type { Rules } from '../../game/judge';
import { Select } from '../../kit/Select';
import type { IncidentKind } from '../../model/incident';
import { List, SchemaForm, type FormFrame } from '../../panels/schema-form/SchemaForm';
import { KindsField } from './KindsField';
import { ParamsField } from './ParamsField';
import styles from './views.module.css';

interface Surroundings {
  readonly frame: FormFrame;
  readonly rules: Rules;
}

/** Controls for what a schema alone cannot offer: kinds, checks and their parameters, incidents. */
export function drawField(field: FormField, place: Place, pattern: string, around: Surroundings): ReactNode {
  const { frame, rules } = around;
  if (pattern === 'allowedKinds') return <KindsField place={place} frame={frame} rules={rules} />;
  if (pattern.endsWith('.check') && field.type === 'text') {
    return <CheckField place={place} frame={frame} rules={rules} />;
  }
  if (pattern.endsWith('.params') && field.type === 'json') {
    return <ParamsField place={place} frame={frame} rules={rules} />;
  }
  if (field.key === 'kinds' && field.type === 'list') return <KindsList place={place} {...around} max={field.max} />;
  if (field.key === 'incident' && field.type === 'json') return <IncidentField place={place} frame={frame} />;
  if (pattern === 'incidents') {
    return (
      <List
        place={place}
        frame={frame}
        one="incident"
        max={20}
        blank={() => ({ kind: 'input-drift', on: 'sagemaker-endpoint', atHour: 24 })}
        renderRow={(at) => <IncidentField place={[...place, at]} frame={frame} />}
      />
    );
  }
  return undefined;
}

function CheckField({ place, frame, rules }: Surroundings & { readonly place: Place }) {
  const value = textAt(frame.root, place);
  const check = rules.checks.get(value);
  const known = [...rules.checks.values()].map(({ id, title }) => ({ value: id, label: title }));
  const options = check || value === '' ? known : [...known, { value, label: `${value} (unknown)` }];
  return (
    <>
      <Select
        aria-label="Check"
        value={value}
        placeholder={value === '' ? 'Choose a check' : undefined}
        options={options.toSorted((a, b) => a.label.localeCompare(b.label))}
        onChange={(id) => {
          // Parameters belong to their check: those of another one would only be in the way.
          const requirement = valueAt(frame.root, place.slice(0, -1));
          if (isRecord(requirement)) frame.onChange(place.slice(0, -1), { ...requirement, check: id, params: {} });
        }}
      />
      {check ? <p className={styles.help}>{check.help}</p> : null}
    </>
  );
}

/** One or more kinds or traits that a check speaks about. */
function KindsList({
  place,
  frame,
  rules,
  max,
}: Surroundings & { readonly place: Place; readonly max: number | undefined }) {
  const chosen = listAt(frame.root, place).filter((one) => typeof one === 'string');
  const free = [...rules.catalog.values()].filter(({ id }) => !chosen.includes(id));
  return (
    <div className={styles.chips}>
      {chosen.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.chip}
          aria-label={`Remove ${rules.catalog.get(one)?.title ?? one}`}
          onClick={() =>
            frame.onChange(
              place,
              chosen.filter((other) => other !== one),
            )
          }
        >
          {rules.catalog.get(one)?.title ?? one} <span aria-hidden="true">×</span>
        </button>
      ))}
      <Select
        value=""
        fieldSize="sm"
        aria-label="Add a kind"
        placeholder="Add a kind"
        disabled={max !== undefined && chosen.length >= max}
        options={free
          .map(({ id, title }) => ({ value: id, label: title }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        onChange={(id) => id !== '' && frame.onChange(place, [...chosen, id])}
      />
    </div>
  );
}

function IncidentField({ place, frame }: { readonly place: Place; readonly frame: FormFrame }) {
  const kind = textAt(frame.root, [...place, 'kind']);
  const words = Object.entries(INCIDENT_WORDS);
  const known = isIncident(kind) ? kind : undefined;
  return (
    <div className={styles.stack}>
      <Select
        aria-label="Kind of incident"
        value={kind}
        placeholder={known ? undefined : 'Choose an incident'}
        options={words.map(([value, { title }]) => ({ value, label: title }))}
        onChange={(next) => {
          const on = textAt(frame.root, [...place, 'on']);
          const atHour = valueAt(frame.root, [...place, 'atHour']);
          frame.onChange(place, { kind: next, on, atHour: atHour ?? 24 });
        }}
      />
      {known ? (
        <>
          <p className={styles.help}>{INCIDENT_WORDS[known].help}</p>
          <SchemaForm fields={incidentForm(known)} place={place} frame={frame} />
        </>
      ) : null}
    </div>
  );
}

function isIncident(kind: string): kind is IncidentKind {
  return Object.hasOwn(INCIDENT_WORDS, kind);
}
