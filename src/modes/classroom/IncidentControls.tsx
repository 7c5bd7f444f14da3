import { useDeferredValue, useMemo, useState } from 'react';
import { announce, endDrill, showOutcome } from '../../game/classroom';
import { INCIDENT_WORDS, incidentOf, possibleTargets } from '../../game/drill';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { Select } from '../../kit/Select';
import type { Incident, IncidentKind } from '../../model/incident';
import { ANSWERS, questionsOf } from '../../panels/timeline/questions';
import { useFacts, useSession } from '../../store/use-session';
import { ControlSection } from './ControlSection';
import type { ControlProps } from './desk';
import { placeOf } from './incident-words';
import { useTrial } from './use-trial';
import styles from './console.module.css';

/** Monday, 10:00: work has begun, and a day is long enough to notice. */
const HOUR = 10;
const HOURS = 48;
const KINDS = Object.keys(INCIDENT_WORDS) as IncidentKind[];

/** Something goes wrong in the design on the stage; the outcome is shown when the class has guessed. */
export function IncidentControls({ room, change }: ControlProps) {
  const ready = useSession((state) => state.facts !== undefined);
  return (
    <ControlSection title="Incident">
      {room.drill ? (
        <Announced room={room} drill={room.drill} change={change} />
      ) : ready ? (
        <Choose change={change} />
      ) : (
        <p className={styles.faint}>Loading</p>
      )}
    </ControlSection>
  );
}

function Choose({ change }: Pick<ControlProps, 'change'>) {
  const facts = useDeferredValue(useFacts());
  const catalog = useSession((state) => state.catalog);
  const nodes = useSession((state) => state.diagram.nodes);
  const own = useSession((state) => state.scenario.incidents);
  const possible = useMemo(() => possibleTargets(facts), [facts]);
  const kinds = KINDS.filter((kind) => (possible.get(kind)?.length ?? 0) > 0);
  const [wanted, setWanted] = useState<string>('');
  const [target, setTarget] = useState<string>('');
  const planned = own[Number(wanted.replace('own-', ''))];
  const kind = kinds.find((one) => one === wanted) ?? kinds[0];
  const targets = (kind && possible.get(kind)) ?? [];
  const on = targets.find((id) => id === target) ?? targets[0];
  const incident: Incident | undefined =
    wanted.startsWith('own-') && planned ? planned : kind && on !== undefined ? incidentOf(kind, on, HOUR) : undefined;
  if (!incident) return <p className={styles.faint}>Nothing in this design can meet an incident yet.</p>;
  return (
    <div className={styles.form}>
      <Field label="What happens" help={INCIDENT_WORDS[incident.kind].help}>
        <Select
          value={incident === planned ? wanted : incident.kind}
          onChange={setWanted}
          options={[
            ...own.map((one, at) => ({
              value: `own-${at}`,
              label: `${INCIDENT_WORDS[one.kind].title} ${placeOf(one.on, nodes, catalog)} (scenario)`,
            })),
            ...kinds.map((one) => ({ value: one, label: INCIDENT_WORDS[one].title })),
          ]}
        />
      </Field>
      {incident === planned ? null : (
        <Field label="To what">
          <Select
            value={incident.on}
            onChange={setTarget}
            options={targets.map((id) => {
              const node = facts.node(id);
              const title = node && catalog.get(node.kind)?.title;
              return { value: id, label: [node?.name ?? id, title].filter(Boolean).join(', ') };
            })}
          />
        </Field>
      )}
      <Button
        size="sm"
        onClick={() => change((now) => announce(now, incident, Math.max(HOURS, Math.ceil(incident.atHour) + HOURS)))}
      >
        Announce it on the stage
      </Button>
    </div>
  );
}

function Announced({ drill, change }: ControlProps & { readonly drill: NonNullable<ControlProps['room']['drill']> }) {
  const nodes = useSession((state) => state.diagram.nodes);
  const catalog = useSession((state) => state.catalog);
  const [outcome] = useTrial(drill) ?? [];
  return (
    <div className={styles.form}>
      <p className={styles.question}>
        {INCIDENT_WORDS[drill.incident.kind].title} {placeOf(drill.incident.on, nodes, catalog)}
      </p>
      {outcome ? (
        <ul className={styles.outcome} aria-label="Outcome, for you">
          {questionsOf(outcome, (id) => nodes[id]?.name ?? id).map(({ question, answer }) => (
            <li key={question} data-answer={answer}>
              {question}: <strong>{ANSWERS[answer]}</strong>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.faint}>There is nothing in this design that it can meet.</p>
      )}
      <div className={styles.row}>
        <Button
          size="sm"
          variant={drill.shown ? 'secondary' : 'primary'}
          onClick={() => change((now) => showOutcome(now, !drill.shown))}
        >
          {drill.shown ? 'Hide the outcome' : 'Show the outcome'}
        </Button>
        <Button size="sm" onClick={() => change(endDrill)}>
          End the incident
        </Button>
      </div>
    </div>
  );
}
