import { isNews } from '../../game/drill';
import type { AlarmHistory, AlarmState, Seconds, Timeline, TimelineEvent } from '../../model/timeline';
import type { Highlight } from '../../store/state';

/** Everything of the same instant is one stop of the player. */
export interface Moment {
  readonly at: Seconds;
  readonly events: readonly TimelineEvent[];
}

export function momentsOf(events: readonly TimelineEvent[]): readonly Moment[] {
  const moments: { at: Seconds; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const last = moments.at(-1);
    if (last?.at === event.at) last.events.push(event);
    else moments.push({ at: event.at, events: [event] });
  }
  return moments;
}

/** Index of the moment that has come last; -1 before the first. */
export function momentAt(moments: readonly Moment[], at: Seconds): number {
  return moments.findLastIndex((one) => one.at <= at);
}

export type Shown = 'main' | 'all' | TimelineEvent['kind'];

export function shows(event: TimelineEvent, shown: Shown): boolean {
  if (shown === 'all') return true;
  if (shown === 'main') return isNews(event);
  return event.kind === shown;
}

/** How the canvas shows an event: harm in the colour of harm, help in the colour of help. */
export function toneOf(event: TimelineEvent, { outcomes }: Timeline): Highlight['tone'] {
  if (/^time\.cannot-/.test(event.reason.code)) return 'misses';
  if (event.reason.code === 'time.tells') return 'meets';
  if (event.kind !== 'incident') return 'neutral';
  const begun = outcomes.find((one) => event.nodes.includes(one.target) && Math.abs(one.at - event.at) < 1);
  if (!begun) return 'neutral';
  return begun.prevented.holds ? 'meets' : 'misses';
}

export interface Interval {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly state: AlarmState;
}

/** The states of an alarm, one after the other, over a whole run. */
export function intervalsOf({ changes }: AlarmHistory, from: Seconds, to: Seconds): readonly Interval[] {
  const starts = [{ at: from, to: 'INSUFFICIENT_DATA' as AlarmState }, ...changes];
  return starts.flatMap((one, index) => {
    const end = starts[index + 1]?.at ?? to;
    return end > one.at ? [{ from: one.at, to: end, state: one.to }] : [];
  });
}

/** How an alarm stood between two instants: what it says loudest. */
export function stateIn(intervals: readonly Interval[], from: Seconds, to: Seconds): AlarmState {
  const states = new Set(intervals.filter((one) => one.from < to && one.to > from).map(({ state }) => state));
  return (['ALARM', 'OK'] as const).find((state) => states.has(state)) ?? 'INSUFFICIENT_DATA';
}

export const STATE_WORDS: Readonly<Record<AlarmState, string>> = {
  ALARM: 'In alarm',
  OK: 'OK',
  INSUFFICIENT_DATA: 'Not enough data',
};
