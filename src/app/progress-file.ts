import { NO_PROGRESS, readProgress, recordResult } from '../game/progress';
import type { Progress } from '../game/progress';
import type { SessionStore } from '../store/session';
import type { Clock } from './ports/clock';
import type { TextStorage } from './ports/storage';

const KEY = 'progress';

export async function loadProgress(storage: TextStorage): Promise<Progress> {
  const text = await storage.read(KEY);
  return (text === undefined ? undefined : readProgress(text)) ?? NO_PROGRESS;
}

/** Keeps the best result of a scenario while it is played. */
export function keepProgress(session: SessionStore, storage: TextStorage, clock: Clock): () => void {
  let queue: Promise<void> = Promise.resolve();
  const record = (): void => {
    const { report, scenario } = session.getState();
    queue = queue.then(async () => {
      const before = await loadProgress(storage);
      const after = recordResult(before, scenario.id, report, clock.now());
      if (after !== before) await storage.write(KEY, JSON.stringify(after));
    });
  };
  return session.subscribe((now, before) => {
    if (now.report.score !== before.report.score) record();
  });
}
