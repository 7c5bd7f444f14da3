import { NO_PROGRESS, readProgress, recordAnswer, recordResult } from '../game/progress';
import type { Progress } from '../game/progress';
import type { SessionStore } from '../store/session';
import type { Clock } from './ports/clock';
import type { TextStorage } from './ports/storage';

const KEY = 'progress';

export async function loadProgress(storage: TextStorage): Promise<Progress> {
  const text = await storage.read(KEY);
  return (text === undefined ? undefined : readProgress(text)) ?? NO_PROGRESS;
}

/** Keeps the best result of a scenario while it is played, and how its questions were answered. */
export function keepProgress(session: SessionStore, storage: TextStorage, clock: Clock): () => void {
  let queue: Promise<void> = Promise.resolve();
  const change = (to: (progress: Progress) => Progress): void => {
    queue = queue.then(async () => {
      const before = await loadProgress(storage);
      const after = to(before);
      if (after !== before) await storage.write(KEY, JSON.stringify(after));
    });
  };
  return session.subscribe((now, before) => {
    const { report, scenario, asked } = now;
    if (report.score !== before.report.score) {
      change((progress) => recordResult(progress, scenario.id, report, clock.now()));
    }
    for (const [question, right] of Object.entries(asked)) {
      if (Object.hasOwn(before.asked, question)) continue;
      change((progress) => recordAnswer(progress, scenario.id, question, right, clock.now()));
    }
  });
}
