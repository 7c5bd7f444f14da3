import { CircleCheck, CircleDashed, CircleX, Star, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Room } from '../../model/classroom';
import { stateOf, valueOf } from '../../panels/requirements/requirement-state';
import { useSession } from '../../store/use-session';
import { GOAL_WORDS } from './goal-words';
import { minutes, useSeconds } from './use-seconds';
import styles from './stage.module.css';

const SIGNS = { met: CircleCheck, missed: CircleX, untouched: CircleDashed } as const;
/** From here on only the newest has more than one line. */
const MANY = 6;
/** Seconds: the clock gets urgent. */
const SOON = 10;

interface Props {
  readonly room: Room;
  readonly now: () => number;
}

/** Beside the drawing: whose turn it is, the clock, the score, and what was revealed. */
export function StageSide({ room, now }: Props) {
  const title = useSession((state) => state.scenario.title);
  const team = room.turn === undefined ? undefined : room.teams[room.turn];
  return (
    <aside className={styles.side} aria-label="Goals and score">
      <h1>{room.whose ?? title}</h1>
      {team === undefined ? null : (
        <p className={styles.turn}>
          <Users aria-hidden="true" />
          {team}
        </p>
      )}
      <div className={styles.figures}>
        <Clock timer={room.timer} now={now} />
        {room.score ? <Score /> : null}
      </div>
      <Goals revealed={room.revealed} />
    </aside>
  );
}

function Clock({ timer, now }: { readonly timer: Room['timer']; readonly now: () => number }) {
  const left = useSeconds(timer, now);
  const runs = timer.endsAt !== undefined;
  if (!runs && left === 0) return null;
  return (
    <p className={styles.clock} role="timer" data-soon={(runs && left <= SOON) || undefined}>
      {left === 0 ? 'Time' : minutes(left)}
    </p>
  );
}

const RADIUS = 42;
const LENGTH = 2 * Math.PI * RADIUS;

function Score() {
  const { earned, possible, stars } = useSession((state) => state.report.score);
  const part = possible > 0 ? earned / possible : 0;
  return (
    <div className={styles.score} role="img" aria-label={`${earned} of ${possible} points, ${stars} of 3 stars`}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} />
        <circle cx="50" cy="50" r={RADIUS} strokeDasharray={`${part * LENGTH} ${LENGTH}`} data-full={part === 1} />
      </svg>
      <span aria-hidden="true">
        <strong>{earned}</strong>
        <small>of {possible}</small>
        <span className={styles.stars}>
          {[1, 2, 3].map((star) => (
            <Star key={star} data-lit={star <= stars || undefined} />
          ))}
        </span>
      </span>
    </div>
  );
}

function Goals({ revealed }: { readonly revealed: readonly string[] }) {
  const requirements = useSession((state) => state.scenario.requirements);
  const results = useSession((state) => state.report.requirements);
  const judged = useSession((state) => state.facts !== undefined);
  const newest = useRef<HTMLLIElement>(null);
  const last = revealed.at(-1);
  useEffect(() => {
    newest.current?.scrollIntoView({ block: 'nearest' });
  }, [last, judged]);
  const shown = revealed.flatMap((id) => {
    const requirement = requirements.find((one) => one.id === id);
    const result = results.find((one) => one.id === id);
    return requirement && result ? [{ requirement, result }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <>
      <h2>
        Goals{' '}
        <small>{shown.length === requirements.length ? '' : `${shown.length} of ${requirements.length} shown`}</small>
      </h2>
      <ol className={styles.goals} data-many={shown.length > MANY || undefined}>
        {shown.map(({ requirement, result }) => {
          const state = stateOf(result);
          const Sign = SIGNS[state];
          const value = valueOf(result);
          return (
            <li
              key={requirement.id}
              ref={requirement.id === last ? newest : undefined}
              data-state={judged ? state : 'untouched'}
              data-newest={requirement.id === last || undefined}
            >
              <Sign aria-hidden="true" />
              <span className={styles.goal}>{requirement.title}</span>
              <span className={styles.verdict}>
                {judged ? GOAL_WORDS[state] : ''}
                {judged && value !== undefined ? ` · ${value}` : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
