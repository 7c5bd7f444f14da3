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

/** How somebody has answered one question so far. Each opening of a scenario counts its first answer. */
const Asked = z.strictObject({
  /** the last time. */
  right: z.boolean(),
  asked: z.int().check(z.positive()),
  missed: z.int().check(z.nonnegative()),
  /** the last time, ISO 8601. */
  at: text(40),
});
export type Asked = z.infer<typeof Asked>;

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const best = z.record(id, Best);

/** What a player has reached so far, scenario by scenario. */
export const Progress = z.strictObject({
  format: z.literal('perimeter-progress'),
  version: z.literal(2),
  best,
  /** scenario → question → how it went; a review asks again what was missed. */
  questions: z.record(id, z.record(id, Asked)),
});
export type Progress = z.infer<typeof Progress>;

/** As it was before questions were remembered. */
const Version1 = z.strictObject({ format: z.literal('perimeter-progress'), version: z.literal(1), best });

export const NO_PROGRESS: Progress = { format: 'perimeter-progress', version: 2, best: {}, questions: {} };

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

/** Remembers an answer to a question. */
export function recordAnswer(
  progress: Progress,
  scenario: string,
  question: string,
  right: boolean,
  at: string,
): Progress {
  const all = Object.hasOwn(progress.questions, scenario) ? (progress.questions[scenario] ?? {}) : {};
  const before = Object.hasOwn(all, question) ? all[question] : undefined;
  const now: Asked = {
    right,
    asked: (before?.asked ?? 0) + 1,
    missed: (before?.missed ?? 0) + (right ? 0 : 1),
    at,
  };
  return { ...progress, questions: { ...progress.questions, [scenario]: { ...all, [question]: now } } };
}

function isBetter(now: Best, before: Best): boolean {
  if (now.stars !== before.stars) return now.stars > before.stars;
  if (now.earned !== before.earned) return now.earned > before.earned;
  return now.monthly < before.monthly;
}

/** Reads what was stored; `undefined` when it is not ours or broken. */
export function readProgress(text: string): Progress | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const old = Version1.safeParse(value);
    if (old.success) return { ...NO_PROGRESS, best: old.data.best };
    const read = Progress.safeParse(value);
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
