import * as z from 'zod/mini';
import type { Report } from '../model/report';
import { text } from '../model/schema';

const Best = z.strictObject({
  earned: z.int().check(z.nonnegative()),
  possible: z.int().check(z.nonnegative()),
  stars: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** US dollars a month of that design. */
  monthly: z.number().check(z.nonnegative()),
  /** ISO 8601. */
  at: text(40),
});
export type Best = z.infer<typeof Best>;

/** What a player has reached so far, scenario by scenario. */
export const Progress = z.strictObject({
  format: z.literal('perimeter-progress'),
  version: z.literal(1),
  best: z.record(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)), Best),
});
export type Progress = z.infer<typeof Progress>;

export const NO_PROGRESS: Progress = { format: 'perimeter-progress', version: 1, best: {} };

export function bestOf(progress: Progress, scenario: string): Best | undefined {
  return Object.hasOwn(progress.best, scenario) ? progress.best[scenario] : undefined;
}

/** Keeps the better result: more stars, then more points, then a lower cost. The same object when nothing is better. */
export function recordResult(progress: Progress, scenario: string, report: Report, at: string): Progress {
  const { earned, possible, stars } = report.score;
  const now: Best = { earned, possible, stars, monthly: report.cost.monthly, at };
  const before = bestOf(progress, scenario);
  if (earned === 0 || (before && !isBetter(now, before))) return progress;
  return { ...progress, best: { ...progress.best, [scenario]: now } };
}

function isBetter(now: Best, before: Best): boolean {
  if (now.stars !== before.stars) return now.stars > before.stars;
  if (now.earned !== before.earned) return now.earned > before.earned;
  return now.monthly < before.monthly;
}

/** Reads what was stored; `undefined` when it is not ours or broken. */
export function readProgress(text: string): Progress | undefined {
  try {
    const read = Progress.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
