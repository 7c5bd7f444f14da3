import { hintsFor } from '../game/hints';
import {
  entryOf,
  mergeProgress,
  NO_PROGRESS,
  readProgress,
  recordAnswer,
  recordMiss,
  recordResult,
} from '../game/progress';
import type { Progress } from '../game/progress';
import type { FileProblem } from '../model/read-json';
import type { SessionStore } from '../store/session';
import type { Session } from '../store/state';
import type { Clock } from './ports/clock';
import type { TextStorage, Written } from './ports/storage';

const KEY = 'progress';
const asideKey = (at: string): string => `quarantine/progress/${at}`;

export interface LoadedProgress {
  readonly progress: Progress;
  /** what stands in the store and cannot be read. */
  readonly broken?: { readonly text: string; readonly problems: readonly FileProblem[] };
}

export async function loadProgress(storage: TextStorage): Promise<LoadedProgress> {
  const text = await storage.read(KEY);
  if (text === undefined) return { progress: NO_PROGRESS };
  const read = readProgress(text);
  return read.ok ? { progress: read.value } : { progress: NO_PROGRESS, broken: { text, problems: read.problems } };
}

export type Changed = Written & { readonly before: Progress; readonly after: Progress };

/** Changes what is stored. What cannot be read is put aside first, so that it is not overwritten. */
export async function changeProgress(
  storage: TextStorage,
  clock: Pick<Clock, 'now'>,
  to: (progress: Progress) => Progress,
): Promise<Changed> {
  const { progress: before, broken } = await loadProgress(storage);
  const after = to(before);
  if (after === before) return { ok: true, before, after };
  const aside: Written = broken ? await storage.write(asideKey(clock.now()), broken.text) : { ok: true };
  const written = aside.ok ? await storage.write(KEY, JSON.stringify(after)) : aside;
  return { ...written, before, after };
}

/** Adds a saved progress to the one of this browser. */
export function addProgress(storage: TextStorage, clock: Pick<Clock, 'now'>, saved: Progress): Promise<Changed> {
  return changeProgress(storage, clock, (progress) => mergeProgress(progress, saved));
}

/** Keeps what a player reaches and misses in a scenario while it is played. */
export function keepProgress(session: SessionStore, storage: TextStorage, clock: Clock): () => void {
  let queue: Promise<unknown> = Promise.resolve();
  const change = (to: (progress: Progress, at: string) => Progress): void => {
    const at = clock.now();
    queue = queue.then(() => changeProgress(storage, clock, (progress) => to(progress, at)));
  };
  const { scenario: first, report: sofar } = session.getState();
  // The simulator may have looked before anybody listened.
  if (sofar.score.earned > 0) change((progress, at) => recordResult(progress, first.id, sofar, at));
  return session.subscribe((now, before) => {
    const { report, scenario, asked } = now;
    if (report.score !== before.report.score) {
      change((progress, at) => recordResult(progress, scenario.id, report, at));
    }
    for (const [question, right] of Object.entries(asked)) {
      if (entryOf(before.asked, question) !== undefined) continue;
      change((progress, at) => recordAnswer(progress, scenario.id, question, right, at));
    }
    for (const idea of missedSince(now, before)) {
      change((progress, at) => recordMiss(progress, scenario.id, idea, at));
    }
  });
}

/** Predictions that just went wrong, and goals of which somebody just read more than a nudge. */
function missedSince(now: Session, before: Session): readonly string[] {
  const ideas: string[] = [];
  if (now.answers !== before.answers) {
    for (const { id, state, committed } of now.report.predictions ?? []) {
      const earlier = entryOf(before.answers, id)?.length ?? 0;
      if (state === 'wrong' && committed.length > earlier) ideas.push(`prediction:${id}`);
    }
  }
  if (now.hints !== before.hints) {
    for (const goal of now.scenario.requirements) {
      const told = (hints: Session['hints']): number =>
        hintsFor(goal, entryOf(hints, goal.id) ?? 0).filter(({ level }) => level !== 'nudge').length;
      if (told(before.hints) === 0 && told(now.hints) > 0) ideas.push(`goal:${goal.id}`);
    }
  }
  return ideas;
}
