import { useMemo, useState } from 'react';
import { clock } from '../../engine/time/diary';
import { askLogs, type LogQuery } from '../../engine/time/query';
import { insightsOf, LOG_QUESTIONS, type Asked } from '../../game/log-questions';
import { Field } from '../../kit/Field';
import { Select, type SelectProps } from '../../kit/Select';
import type { Seconds } from '../../model/timeline';
import type { DrillRun } from '../../store/state';
import { useSession } from '../../store/use-session';
import { RecordTable } from './RecordTable';
import styles from './timeline.module.css';

interface Props {
  readonly run: DrillRun;
  readonly now: Seconds;
  /** time goes on: a reader of the screen is not told of every new record. */
  readonly playing: boolean;
}

const MINUTE = 60;
const OWN = 'own';
const SPANS = [
  { value: '', label: 'Since the start' },
  { value: '3600', label: 'The last hour' },
  { value: '86400', label: 'The last day' },
];
const RESULTS = [
  { value: '', label: 'Any' },
  { value: 'allowed', label: 'Allowed' },
  { value: 'denied', label: 'Refused' },
];

/** Asks the records of the run as they lay there at this moment of simulated time. */
export function Records({ run, now, playing }: Props) {
  const { facts, timeline } = run;
  const say = useSession((state) => state.say);
  const places = useMemo(() => placesOf(run), [run]);
  const [wanted, setWanted] = useState('');
  const [asked, setAsked] = useState<Asked>(LOG_QUESTIONS[0]);
  const [span, setSpan] = useState('');
  const place = places.find(({ value }) => value === wanted) ?? places[0];
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const calls = useMemo(() => callsOf(run), [run]);
  const people = useMemo(() => [...new Set(timeline.records.map(({ principal }) => principal))].toSorted(), [timeline]);
  const { event, principal, result } = asked;
  const answer = useMemo(
    () =>
      askLogs(facts, timeline, {
        ...place?.of,
        ...(event !== undefined && { event }),
        ...(principal !== undefined && { principal }),
        ...(result !== undefined && { result }),
        from: span === '' ? timeline.from : minute - Number(span),
        to: minute,
        now: minute,
      }),
    [facts, timeline, place, event, principal, result, span, minute],
  );
  const set = (field: 'event' | 'principal', value: string) => {
    const { [field]: _, ...rest } = asked;
    setAsked(value === '' ? rest : { ...rest, [field]: value });
  };
  const ready = LOG_QUESTIONS.find((one) => sameQuestion(one, asked));
  return (
    <section className={styles.records} aria-label="Ask the records">
      <div className={styles.ask}>
        <Choice
          label="Question"
          value={ready?.id ?? OWN}
          onChange={(id) => setAsked(askedOf(LOG_QUESTIONS.find((one) => one.id === id) ?? asked))}
          options={[
            ...LOG_QUESTIONS.map(({ id, title }) => ({ value: id, label: title })),
            { value: OWN, label: 'Your own, as below', disabled: ready !== undefined },
          ]}
        />
        <Choice label="Where" value={place?.value ?? ''} onChange={setWanted} options={places} />
        <Choice
          label="Call"
          value={event ?? ''}
          onChange={(value) => set('event', value)}
          placeholder="Any"
          options={calls.map((value) => ({
            value,
            label: value.endsWith('*') ? `Begins with ${value.slice(0, -1)}` : value,
          }))}
        />
        <Choice
          label="By whom"
          value={principal ?? ''}
          onChange={(value) => set('principal', value)}
          placeholder="Anybody"
          options={people.map((value) => ({ value, label: value }))}
        />
        <Choice
          label="Result"
          value={result ?? ''}
          onChange={(value) => {
            const { result: _, ...rest } = asked;
            setAsked(value === 'allowed' || value === 'denied' ? { ...rest, result: value } : rest);
          }}
          options={RESULTS}
        />
        <Choice label="From when" value={span} onChange={setSpan} options={SPANS} />
      </div>
      <p role={playing ? undefined : 'status'} className={styles.answer} data-found={answer.rows.length > 0}>
        <strong>{clock(minute)}</strong>{' '}
        {answer.rows.length > 0
          ? `${answer.rows.length === 1 ? 'One row' : `${answer.rows.length} rows`} from what has arrived by now.`
          : 'No rows. '}
        {answer.rows.length > 0
          ? null
          : answer.steps.map(({ reason }, index) => <span key={index}>{say(reason)} </span>)}
      </p>
      <RecordTable answer={answer} />
      {place && 'logs' in place.of ? (
        <details className={styles.query}>
          <summary>As a query of Logs Insights</summary>
          <pre>{insightsOf(asked)}</pre>
        </details>
      ) : null}
    </section>
  );
}

function Choice({ label, ...select }: SelectProps & { readonly label: string }) {
  return (
    <Field label={label}>
      <Select fieldSize="sm" {...select} />
    </Field>
  );
}

function askedOf({ event, principal, result }: Asked): Asked {
  return {
    ...(event !== undefined && { event }),
    ...(principal !== undefined && { principal }),
    ...(result !== undefined && { result }),
  };
}

function sameQuestion(one: Asked, other: Asked): boolean {
  return one.event === other.event && one.principal === other.principal && one.result === other.result;
}

/** Log groups first: they can be asked at once. */
function placesOf({ facts }: DrillRun): readonly Place[] {
  const nameOf = (id: string) => facts.node(id)?.name ?? id;
  const fed = new Set(facts.trails.map(({ facet }) => facet.logGroup));
  const groups = [...facts.logs.keys()].toSorted((a, b) => Number(fed.has(b)) - Number(fed.has(a)));
  return [
    ...groups.map((logs) => ({ value: logs, label: `${nameOf(logs)}, log group`, of: { logs } })),
    ...facts.trails.map(({ trail }) => ({
      value: trail,
      label: `${nameOf(trail)}, files of the trail`,
      of: { trail },
    })),
    { value: 'history', label: 'Event history', of: {} },
  ];
}

interface Place {
  readonly value: string;
  readonly label: string;
  readonly of: Pick<LogQuery, 'logs' | 'trail'>;
}

/** What was recorded, what this design asks of anybody, and what the ready questions ask about. */
function callsOf({ facts, timeline }: DrillRun): readonly string[] {
  const ready = LOG_QUESTIONS.flatMap(({ event }) => event ?? []);
  const asked = facts.requests.flatMap(({ record }) => record?.eventName ?? []);
  return [...new Set([...ready, ...asked, ...timeline.records.map(({ event }) => event)])].toSorted();
}
