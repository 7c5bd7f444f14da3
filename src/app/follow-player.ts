import { nextOf } from '../game/level-map';
import type { SessionStore } from '../store/session';
import { importedScenarios } from './library';
import type { Clock } from './ports/clock';
import type { TextStorage } from './ports/storage';
import { keepProgress, loadProgress } from './progress-file';
import { scenarios } from './scenario-index';

/** What to play after a scenario. */
export interface Next {
  readonly id: string;
  readonly title: string;
}

/** Keeps what a player reaches, and says what comes next. Nobody needs it for the first stroke: it loads on its own. */
export function followPlayer(
  session: SessionStore,
  storage: TextStorage,
  clock: Clock,
  onNext: (next: Next | undefined) => void,
): () => void {
  const stop = keepProgress(session, storage, clock);
  const { id } = session.getState().scenario;
  void Promise.all([loadProgress(storage), importedScenarios(storage)]).then(([{ progress }, imported]) =>
    onNext(nextOf([...scenarios, ...imported], progress, id)),
  );
  return stop;
}
