import { Pause, Play } from 'lucide-react';
import { addTime, pauseTimer, setTimer, startTimer } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { ControlSection } from './ControlSection';
import type { ControlProps } from './desk';
import { minutes, useSeconds } from './use-seconds';
import styles from './console.module.css';

const PRESETS = [1, 3, 5, 10, 15] as const;

export function TimerControls({ room, change, now }: ControlProps & { readonly now: () => number }) {
  const left = useSeconds(room.timer, now);
  const runs = room.timer.endsAt !== undefined && left > 0;
  return (
    <ControlSection
      title="Timer"
      aside={
        <span className={styles.clock} role="timer">
          {minutes(left)}
        </span>
      }
    >
      <div className={styles.row}>
        <Button
          size="sm"
          disabled={left === 0}
          icon={runs ? <Pause /> : <Play />}
          onClick={() => change((room) => (runs ? pauseTimer(room, now()) : startTimer(room, now())))}
        >
          {runs ? 'Pause' : 'Start'}
        </Button>
        <Button size="sm" onClick={() => change((room) => addTime(room, 60, now()))}>
          Add a minute
        </Button>
        <Button size="sm" onClick={() => change((room) => ({ ...room, timer: { left: 0 } }))}>
          Clear
        </Button>
      </div>
      <div className={styles.row} role="group" aria-label="Set the timer">
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="sm"
            variant="ghost"
            aria-label={`Set the timer to ${preset} min`}
            onClick={() => change((room) => setTimer(room, preset * 60, now()))}
          >
            {preset} min
          </Button>
        ))}
      </div>
    </ControlSection>
  );
}
