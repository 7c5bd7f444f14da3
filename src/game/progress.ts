import * as z from 'zod/mini';
import { parseJson, problemsOf } from '../model/read-json';
import type { Read } from '../model/read-json';
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

const time = text(40).check(
  z.refine((at) => !Number.isNaN(Date.parse(at)), 'This is no time. Write it like 2026-01-31T12:00:00Z.'),
);

/** What the scheduler knows of an idea since its last review; the names are those of FSRS. */
const Memory = z.strictObject({
  /** when it comes back, ISO 8601. */
  due: time,
  /** the last review, ISO 8601. */
  last: time,
  /** days until the chance to remember falls to 90 %. */
  stability: z.number().check(z.nonnegative()),
  /** from 1 to 10. */
  difficulty: z.number().check(z.nonnegative()),
  /** days between `last` and `due`. */
  days: z.int().check(z.nonnegative()),
  reviews: z.int().check(z.positive()),
  lapses: z.int().check(z.nonnegative()),
  state: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
});
export type Memory = z.infer<typeof Memory>;

/** Something that was missed in play and comes back in the review. */
const Idea = z.strictObject({
  /** the last time in play, ISO 8601. */
  missed: time,
  /** absent until its first review. */
  memory: z.optional(Memory),
});
export type Idea = z.infer<typeof Idea>;

/** `question:` or `prediction:` answered wrong, or `goal:` that needed a hint; then the id within the scenario. */
const IdeaKey = z.string().check(z.regex(/^(question|prediction|goal):[a-z0-9][a-z0-9-]{0,63}$/));

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const best = z.record(id, Best);
const questions = z.record(id, z.record(id, Asked));

/** What a player has reached so far, scenario by scenario. */
export const Progress = z.strictObject({
  format: z.literal('perimeter-progress'),
  version: z.literal(3),
  best,
  /** scenario → question → how it went. */
  questions,
  /** scenario → idea → when it was missed, and what the reviews made of it. */
  review: z.record(id, z.record(IdeaKey, Idea)),
});
export type Progress = z.infer<typeof Progress>;

/** As it was before questions were remembered. */
const Version1 = z.strictObject({ format: z.literal('perimeter-progress'), version: z.literal(1), best });
/** As it was before there was a review. */
const Version2 = z.strictObject({ format: z.literal('perimeter-progress'), version: z.literal(2), best, questions });

export const NO_PROGRESS: Progress = { format: 'perimeter-progress', version: 3, best: {}, questions: {}, review: {} };

export function bestOf(progress: Progress, scenario: string): Best | undefined {
  return entryOf(progress.best, scenario);
}

/** Keeps the better result: more stars, then more points, then a lower cost. The same object when nothing is better. */
export function recordResult(progress: Progress, scenario: string, report: Report, at: string): Progress {
  const { earned, possible, stars } = report.score;
  const now: Best = { earned, possible, stars, monthly: report.cost.monthly, at };
  const before = bestOf(progress, scenario);
  if (earned === 0 || (before && !isBetter(now, before))) return progress;
  return { ...progress, best: { ...progress.best, [scenario]: now } };
}

/** Remembers an answer to a question; a wrong one comes back in the review. */
export function recordAnswer(
  progress: Progress,
  scenario: string,
  question: string,
  right: boolean,
  at: string,
): Progress {
  const all = entryOf(progress.questions, scenario) ?? {};
  const before = entryOf(all, question);
  const now: Asked = {
    right,
    asked: (before?.asked ?? 0) + 1,
    missed: (before?.missed ?? 0) + (right ? 0 : 1),
    at,
  };
  const after = { ...progress, questions: { ...progress.questions, [scenario]: { ...all, [question]: now } } };
  return right ? after : recordMiss(after, scenario, `question:${question}`, at);
}

/** Puts an idea into the review. What earlier reviews made of it stays. */
export function recordMiss(progress: Progress, scenario: string, idea: string, at: string): Progress {
  const all = entryOf(progress.review, scenario) ?? {};
  const now: Idea = { ...entryOf(all, idea), missed: at };
  return { ...progress, review: { ...progress.review, [scenario]: { ...all, [idea]: now } } };
}

/** Own keys alone: an id may be called like something that every object has. */
export function entryOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isBetter(now: Best, before: Best): boolean {
  if (now.stars !== before.stars) return now.stars > before.stars;
  if (now.earned !== before.earned) return now.earned > before.earned;
  return now.monthly < before.monthly;
}

/** Puts two records of the same player together. Of each thing the better or the later one stays; nothing is lost. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  return {
    ...NO_PROGRESS,
    best: mergeRecords(one.best, other.best, (a, b) => (isBetter(b, a) ? b : a)),
    questions: mergeRecords(one.questions, other.questions, (a, b) => mergeRecords(a, b, mergeAsked)),
    review: mergeRecords(one.review, other.review, (a, b) => mergeRecords(a, b, mergeIdea)),
  };
}

function mergeRecords<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  merge: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const added = Object.entries(other).map(([key, value]): [string, Value] => {
    const before = entryOf(one, key);
    return [key, before === undefined ? value : merge(before, value)];
  });
  return { ...one, ...Object.fromEntries(added) };
}

/** The counts are not added: the same file may come twice. */
function mergeAsked(one: Asked, other: Asked): Asked {
  const { right, at } = isLater(other.at, one.at) ? other : one;
  return { right, at, asked: Math.max(one.asked, other.asked), missed: Math.max(one.missed, other.missed) };
}

function mergeIdea(one: Idea, other: Idea): Idea {
  const missed = isLater(other.missed, one.missed) ? other.missed : one.missed;
  const later = one.memory && other.memory && isLater(other.memory.last, one.memory.last) ? other.memory : one.memory;
  const memory = later ?? other.memory;
  return { missed, ...(memory ? { memory } : {}) };
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}

/** Reads what was stored or saved to a file, of any version so far. Never throws. */
export function readProgress(text: string): Read<Progress> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const first = Version1.safeParse(json.value);
  if (first.success) return { ok: true, value: { ...NO_PROGRESS, best: first.data.best } };
  const second = Version2.safeParse(json.value);
  if (second.success) return { ok: true, value: withReview(second.data.best, second.data.questions) };
  const read = Progress.safeParse(json.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error, text) };
}

/** Questions that were missed before there was a review come back as well. */
function withReview(best: Progress['best'], questions: Progress['questions']): Progress {
  let progress: Progress = { ...NO_PROGRESS, best, questions };
  for (const [scenario, asked] of Object.entries(questions)) {
    for (const [question, { missed, at }] of Object.entries(asked)) {
      if (missed > 0) progress = recordMiss(progress, scenario, `question:${question}`, at);
    }
  }
  return progress;
}
