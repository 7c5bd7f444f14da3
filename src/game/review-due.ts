import type { Idea, Progress } from './progress';

const DAY = 24 * 60 * 60 * 1000;

/** An idea of a scenario. */
export interface Place {
  readonly scenario: string;
  /** `question:`, `prediction:` or `goal:`, then its id. */
  readonly idea: string;
}

/** When an idea comes back, in milliseconds since 1970: a day after it was missed, then as the scheduler says. */
export function dueAt({ missed, memory }: Idea): number {
  const afterMiss = Date.parse(missed) + DAY;
  if (!memory) return afterMiss;
  const planned = Date.parse(memory.due);
  return Date.parse(missed) > Date.parse(memory.last) ? Math.min(planned, afterMiss) : planned;
}

/** Everything that is to come back, the most overdue first. `knows` leaves out scenarios that are not here. */
export function planOf(
  { review }: Progress,
  knows: (scenario: string) => boolean,
): readonly (Place & { readonly at: number })[] {
  return Object.entries(review)
    .filter(([scenario]) => knows(scenario))
    .flatMap(([scenario, ideas]) =>
      Object.entries(ideas).map(([idea, content]) => ({ scenario, idea, at: dueAt(content) })),
    )
    .sort((one, other) => one.at - other.at);
}
