import type { NodeId } from '../../model/diagram';
import type { TimelineEvent } from '../../model/timeline';
import type { TraceStep } from '../../model/trace';

/** More than anybody reads; an alarm that flickers for weeks does not fill the memory. */
const MOST_EVENTS = 2000;

type Values = Readonly<Record<string, string | number>>;

/** One step of a chain in time. */
export function step(
  verdict: TraceStep['verdict'],
  code: string,
  nodes: readonly NodeId[],
  values: Values = {},
): TraceStep {
  return { kind: 'chain', verdict, nodes, reason: { code: `time.${code}`, values } };
}

/** What somebody would want to see, in order of time. */
export class Diary {
  readonly events: TimelineEvent[] = [];
  dropped = 0;

  note(at: number, kind: TimelineEvent['kind'], of: TraceStep): void {
    if (this.events.length >= MOST_EVENTS) {
      this.dropped += 1;
      return;
    }
    this.events.push({ at, kind, nodes: of.nodes, reason: of.reason });
  }
}

/** `Tue 14:05` */
export function clock(at: number): string {
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor(at / 86_400) % 7] ?? '';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${day} ${two((at % 86_400) / 3600)}:${two((at % 3600) / 60)}`;
}
