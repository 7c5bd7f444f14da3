import { Plus, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { clock } from '../../engine/time/diary';
import {
  INCIDENT_NUMBERS,
  INCIDENT_WORDS,
  incidentOf,
  isDuring,
  numbersOf,
  possibleTargets,
  wordsIn,
  type IncidentDetails,
} from '../../game/drill';
import { Button } from '../../kit/Button';
import { Checkbox } from '../../kit/Checkbox';
import { Field } from '../../kit/Field';
import { IconButton } from '../../kit/IconButton';
import { NumberInput } from '../../kit/NumberInput';
import { Select } from '../../kit/Select';
import type { Incident, IncidentKind } from '../../model/incident';
import type { Drill } from '../../store/state';
import { useFacts, useSession } from '../../store/use-session';
import { IncidentWords } from './IncidentWords';
import { figure } from './points';
import styles from './timeline.module.css';

interface Props {
  readonly drill: Drill;
  readonly onDrill: (drill: Drill) => void;
}

export const DAY = 24;
export const WEEK = 168;
const LENGTHS = [
  { value: String(DAY), label: 'One day' },
  { value: String(WEEK), label: 'One week' },
];
const KINDS = Object.keys(INCIDENT_WORDS) as IncidentKind[];

/** What is to happen, for how long, and with which dice. */
export function Incidents({ drill, onDrill }: Props) {
  const offered = useSession((state) => state.scenario.incidents);
  const own = drill.incidents.filter((one) => !offered.includes(one));
  const without = (incident: Incident) => drill.incidents.filter((one) => one !== incident);
  return (
    <div className={styles.setup}>
      <section aria-label="Chosen incidents">
        {offered.length > 0 ? (
          <>
            <h3>Of this scenario</h3>
            <ul className={styles.chosen}>
              {offered.map((one, index) => (
                <li key={index}>
                  <Checkbox
                    checked={drill.incidents.includes(one)}
                    onChange={(on) => onDrill({ ...drill, incidents: on ? [...drill.incidents, one] : without(one) })}
                  >
                    <InWords incident={one} late={!isDuring(one, drill.hours)} />
                  </Checkbox>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h3>Your own</h3>
        {own.length === 0 ? (
          <p className={styles.faint}>None yet. A run without incidents is an ordinary day.</p>
        ) : null}
        <ul className={styles.chosen}>
          {own.map((one, index) => (
            <li key={index}>
              <InWords incident={one} late={!isDuring(one, drill.hours)} />
              <IconButton
                size="sm"
                label={`Remove ${INCIDENT_WORDS[one.kind].title}`}
                icon={<X aria-hidden="true" />}
                onClick={() => onDrill({ ...drill, incidents: without(one) })}
              />
            </li>
          ))}
        </ul>
        <div className={styles.pair}>
          <Field label="How long">
            <Select
              value={String(drill.hours)}
              onChange={(hours) => onDrill({ ...drill, hours: Number(hours) })}
              options={LENGTHS}
            />
          </Field>
          <Field label="Dice" help="The same number gives the same run.">
            <NumberInput
              value={drill.seed}
              min={0}
              max={1_000_000}
              step={1}
              onChange={(seed) => onDrill({ ...drill, seed: Math.round(seed ?? 1) })}
            />
          </Field>
        </div>
      </section>
      <NewIncident hours={drill.hours} onAdd={(one) => onDrill({ ...drill, incidents: [...drill.incidents, one] })} />
    </div>
  );
}

interface NewProps {
  readonly hours: number;
  readonly onAdd: (incident: Incident) => void;
}

/** Any incident, at anything in this design that it can happen to. */
function NewIncident({ hours, onAdd }: NewProps) {
  const facts = useDeferredValue(useFacts());
  const catalog = useSession((state) => state.catalog);
  const possible = useMemo(() => possibleTargets(facts), [facts]);
  const [kind, setKind] = useState<IncidentKind>('input-drift');
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const [atHour, setAtHour] = useState(10);
  const [details, setDetails] = useState<IncidentDetails>({});
  const targets = possible.get(kind) ?? [];
  const target = targets.find((id) => id === wanted) ?? targets[0];
  const incident = target === undefined ? undefined : incidentOf(kind, target, atHour, details);
  return (
    <section aria-label="New incident" className={styles.new}>
      <h3>Add an incident</h3>
      <Field label="What happens" help={INCIDENT_WORDS[kind].help}>
        <Select
          value={kind}
          onChange={(value) => {
            setKind(KINDS.find((one) => one === value) ?? kind);
            setDetails({});
          }}
          options={KINDS.map((one) => ({ value: one, label: INCIDENT_WORDS[one].title }))}
        />
      </Field>
      {target === undefined ? (
        <p className={styles.faint}>Nothing in this design can meet it.</p>
      ) : (
        <>
          <Field label="To what">
            <Select
              value={target}
              onChange={setWanted}
              options={targets.map((id) => {
                const node = facts.node(id);
                const title = node && catalog.get(node.kind)?.title;
                return { value: id, label: title === undefined ? (node?.name ?? id) : `${node?.name}, ${title}` };
              })}
            />
          </Field>
          <div className={styles.pair}>
            <Field label="When" help={`Hours after Monday 00:00: ${clock(atHour * 3600)}.`}>
              <NumberInput
                value={atHour}
                min={0}
                max={hours - 1}
                unit="h"
                onChange={(value) => setAtHour(value ?? 0)}
              />
            </Field>
            {(incident ? numbersOf(incident) : []).map(({ field, value }) => {
              const { title, min, max, ...more } = INCIDENT_NUMBERS[field];
              const whole = 'whole' in more;
              return (
                <Field key={field} label={title}>
                  <NumberInput
                    value={value}
                    min={min}
                    max={max}
                    step={whole ? 1 : 'any'}
                    onChange={(next = value) => setDetails({ ...details, [field]: whole ? Math.round(next) : next })}
                  />
                </Field>
              );
            })}
          </div>
          <IncidentWords kind={kind} details={details} onDetails={setDetails} />
          <Button icon={<Plus />} disabled={!incident} onClick={() => incident && onAdd(incident)}>
            Add the incident
          </Button>
        </>
      )}
    </section>
  );
}

/** `Input drift at fraud-endpoint, Mon 10:00` */
function InWords({ incident, late }: { readonly incident: Incident; readonly late: boolean }) {
  const nodes = useSession((state) => state.diagram.nodes);
  const catalog = useSession((state) => state.catalog);
  const place = nodes[incident.on]?.name ?? `every ${catalog.get(incident.on)?.title ?? incident.on}`;
  const numbers = numbersOf(incident).filter(({ value }) => value !== 0);
  const words = wordsIn(incident, (id) => nodes[id]?.name);
  return (
    <span className={styles.incident}>
      {INCIDENT_WORDS[incident.kind].title} at {place}, {clock(incident.atHour * 3600)}
      {incident.hours === undefined ? '' : `, for ${incident.hours} h`}
      {late ? <small>Not in this run: it would begin after the end.</small> : null}
      {words.map(({ title, value }) => (
        <small key={title}>
          {title}: {value}
        </small>
      ))}
      {numbers.map(({ field, value }) => (
        <small key={field}>
          {INCIDENT_NUMBERS[field].title}: {figure(value)}
        </small>
      ))}
    </span>
  );
}
