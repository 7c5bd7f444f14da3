import { useCallback, useEffect, useState } from 'react';
import type { Seconds, Timeline } from '../../model/timeline';
import type { Moment } from './moments';
import { momentAt } from './moments';

/** Simulated seconds for each second that the player waits. */
export const SPEEDS = [
  { value: '600', label: '10 min a second' },
  { value: '3600', label: '1 h a second' },
  { value: '21600', label: '6 h a second' },
] as const;
/** Milliseconds between two drawings while time runs, and on each moment where motion is not wanted. */
const FRAME = 50;
const READING = 1600;

export interface Cursor {
  readonly at: Seconds;
  readonly playing: boolean;
  readonly speed: string;
  /** index of the moment that has come last; -1 before the first. */
  readonly moment: number;
  readonly goTo: (at: Seconds) => void;
  readonly step: (by: 1 | -1) => void;
  readonly toggle: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: string) => void;
}

/** Where the player stands in the simulated time; each run begins at its start. Without motion it goes from moment to moment instead of gliding. */
export function useCursor({ from, to }: Timeline, run: number, moments: readonly Moment[], still: boolean): Cursor {
  const [at, setAt] = useState(from);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<string>(SPEEDS[1].value);
  const moment = momentAt(moments, at);

  useEffect(() => {
    setPlaying(false);
    setAt(from);
  }, [run, from]);
  useEffect(() => {
    if (!playing || still) return;
    let last: number | undefined;
    let frame = requestAnimationFrame(function tick(now) {
      const before = last ?? now;
      if (last === undefined || now - before >= FRAME) {
        last = now;
        setAt((was) => Math.min(to, was + ((now - before) / 1000) * Number(speed)));
      }
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, still, speed, to]);
  useEffect(() => {
    if (!playing || !still) return;
    const next = moments[moment + 1]?.at ?? to;
    const timer = setTimeout(() => setAt(next), READING);
    return () => clearTimeout(timer);
  }, [playing, still, moments, moment, to]);
  useEffect(() => {
    if (at >= to) setPlaying(false);
  }, [at, to]);

  const goTo = useCallback(
    (next: Seconds) => {
      setPlaying(false);
      setAt(Math.max(from, Math.min(to, next)));
    },
    [from, to],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const here = moments[moment];
      // Between two moments, a step back leads to the one that has come last.
      const index = by === -1 && here !== undefined && here.at < at ? moment : moment + by;
      goTo(moments[index]?.at ?? (by === 1 ? to : from));
    },
    [moments, moment, at, goTo, from, to],
  );
  const toggle = useCallback(() => {
    if (!playing && at >= to) setAt(from);
    setPlaying(!playing);
  }, [playing, at, from, to]);
  const pause = useCallback(() => setPlaying(false), []);
  return { at, playing, speed, moment, goTo, step, toggle, pause, setSpeed };
}
