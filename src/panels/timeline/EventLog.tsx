import { memo, useEffect, useRef, useState } from 'react';
import { clock } from '../../engine/time/diary';
import { Button } from '../../kit/Button';
import { Select } from '../../kit/Select';
import { firstFailure } from '../../model/trace';
import type { Timeline, TimelineEvent } from '../../model/timeline';
import { useFacts, useSession } from '../../store/use-session';
import { EvidenceNames } from '../evidence/EvidenceNames';
import type { Moment, Shown } from './moments';
import { toneOf } from './moments';
import rowButton from '../../kit/RowButton.module.css';
import styles from './timeline.module.css';

const KINDS: Readonly<Record<TimelineEvent['kind'], string>> = {
  incident: 'Incident',
  alarm: 'Alarm',
  monitor: 'Monitor',
  delivery: 'Message',
  action: 'Action',
  deployment: 'Deployment',
  capture: 'Data capture',
};
const FILTERS: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'main', label: 'Without alarms that come to rest' },
  { value: 'all', label: 'Everything' },
  ...(Object.entries(KINDS) as [TimelineEvent['kind'], string][]).map(([value, label]) => ({ value, label })),
];
/** Moments drawn at once: a week can have hundreds. */
const PAGE = 60;

interface Props {
  readonly timeline: Timeline;
  readonly moments: readonly Moment[];
  readonly now: number;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly onGo: (at: number) => void;
}

/** What happened, when, to what, and why. The page follows the player. */
export const EventLog = memo(function EventLog({ timeline, moments, now, shown, onShown, onGo }: Props) {
  const [page, setPage] = useState(0);
  useEffect(() => setPage(Math.max(0, Math.floor(now / PAGE))), [now, moments]);
  const pages = Math.max(1, Math.ceil(moments.length / PAGE));
  const first = page * PAGE;
  const turn = (to: number, words: string) => (
    <Button size="sm" disabled={to < 0 || to >= pages} onClick={() => setPage(to)}>
      {words}
    </Button>
  );
  return (
    <section className={styles.log} aria-label="Events">
      <div className={styles.tools}>
        <Select
          fieldSize="sm"
          aria-label="Which events"
          value={shown}
          onChange={(value) => onShown(FILTERS.find((one) => one.value === value)?.value ?? 'main')}
          options={FILTERS}
        />
        {pages > 1 ? (
          <span className={styles.pages}>
            {turn(page - 1, 'Earlier')}
            <span>
              {first + 1}–{Math.min(moments.length, first + PAGE)} of {moments.length}
            </span>
            {turn(page + 1, 'Later')}
          </span>
        ) : null}
      </div>
      {moments.length === 0 ? <p className={styles.faint}>Nothing of this kind happened.</p> : null}
      <ol className={styles.events} start={first + 1}>
        {moments.slice(first, first + PAGE).flatMap((moment, offset) => {
          const index = first + offset;
          const state = index === now ? 'now' : index < now ? 'past' : 'next';
          return moment.events.map((event, each) => (
            <EventRow
              key={`${index} ${each}`}
              event={event}
              tone={toneOf(event, timeline)}
              state={state}
              onGo={() => onGo(event.at)}
            />
          ));
        })}
      </ol>
      {timeline.dropped > 0 ? (
        <p className={styles.faint}>{timeline.dropped} later entries did not fit into the log.</p>
      ) : null}
    </section>
  );
});

interface RowProps {
  readonly event: TimelineEvent;
  readonly tone: string;
  readonly state: 'past' | 'now' | 'next';
  readonly onGo: () => void;
}

function EventRow({ event, tone, state, onGo }: RowProps) {
  const say = useSession((session) => session.say);
  const place = useRef<HTMLLIElement>(null);
  const because = useWhy(event);
  useEffect(() => {
    if (state === 'now') place.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <li ref={place} data-state={state} data-tone={tone} aria-current={state === 'now' ? 'step' : undefined}>
      <button type="button" className={rowButton.row} onClick={onGo}>
        <span className={styles.when}>{clock(event.at)}</span>
        <span className={styles.kind}>{KINDS[event.kind]}</span>
        <span className={styles.words}>
          {say(event.reason)}
          {because === undefined ? null : <span className={styles.because}>Because: {because}</span>}
          <EvidenceNames evidence={event} />
        </span>
      </button>
    </li>
  );
}

/** Why a message did not arrive or a call was refused: the first failed step of that request. */
function useWhy(event: TimelineEvent): string | undefined {
  const facts = useFacts();
  const say = useSession((session) => session.say);
  if (!event.reason.code.startsWith('time.cannot-')) return undefined;
  const [from, to] = event.nodes;
  const asked = facts.requests.find((one) => one.spec.from === from && one.spec.to === to && !one.trace.allowed);
  const failed = asked && firstFailure(asked.trace);
  return failed && say(failed.reason);
}
