import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { clock } from '../../engine/time/diary';
import { IconButton } from '../../kit/IconButton';
import { Select } from '../../kit/Select';
import type { Timeline } from '../../model/timeline';
import { intervalsOf } from './moments';
import type { Moment } from './moments';
import { SPEEDS } from './use-cursor';
import type { Cursor } from './use-cursor';
import styles from './timeline.module.css';

interface Props {
  readonly timeline: Timeline;
  readonly moments: readonly Moment[];
  readonly cursor: Cursor;
}

/** Keyboard steps over the whole run: a day in five minutes, a week in about half an hour. */
const STEPS = 288;

/** Play, pause, step, speed, and a line to move along. */
export function Transport({ timeline, moments, cursor }: Props) {
  const { from, to } = timeline;
  const { at, playing, moment } = cursor;
  return (
    <div className={styles.transport} role="group" aria-label="Simulated time">
      <IconButton
        size="sm"
        label="Previous event"
        icon={<SkipBack aria-hidden="true" />}
        disabled={at <= from}
        onClick={() => cursor.step(-1)}
      />
      <IconButton
        size="sm"
        label={playing ? 'Pause' : 'Play'}
        icon={playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        onClick={cursor.toggle}
      />
      <IconButton
        size="sm"
        label="Next event"
        icon={<SkipForward aria-hidden="true" />}
        disabled={at >= to}
        onClick={() => cursor.step(1)}
      />
      <output className={styles.clock}>{clock(at)}</output>
      <div className={styles.track}>
        <Lanes timeline={timeline} />
        <input
          type="range"
          aria-label="Time"
          aria-valuetext={`${clock(at)}, event ${moment + 1} of ${moments.length}`}
          min={from}
          max={to}
          step={Math.max(60, Math.round((to - from) / STEPS / 60) * 60)}
          value={at}
          onChange={(event) => cursor.goTo(Number(event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== ' ') return;
            event.preventDefault();
            cursor.toggle();
          }}
        />
      </div>
      <div className={styles.speed}>
        <Select fieldSize="sm" aria-label="Speed" value={cursor.speed} onChange={cursor.setSpeed} options={SPEEDS} />
      </div>
    </div>
  );
}

/** Incidents and alarms over the whole run, at a glance. The log says the same in words. */
function Lanes({ timeline }: { readonly timeline: Timeline }) {
  const { from, to, outcomes, alarms } = timeline;
  const share = (at: number) => `${(100 * (at - from)) / Math.max(1, to - from)}%`;
  return (
    <svg className={styles.lanes} aria-hidden="true">
      {alarms.flatMap((one) =>
        intervalsOf(one, from, to)
          .filter(({ state }) => state === 'ALARM')
          .map((each) => (
            <rect
              key={`${one.alarm} ${each.from}`}
              className={styles.laneAlarm}
              x={share(each.from)}
              y="6"
              width={share(from + each.to - each.from)}
              height="4"
            />
          )),
      )}
      {outcomes.map((one, index) => (
        <rect
          key={index}
          className={one.prevented.holds ? styles.lanePrevented : styles.laneIncident}
          x={share(one.at)}
          y="0"
          width="3"
          height="10"
        />
      ))}
    </svg>
  );
}
