import { unlocked } from '../game/author/designs';
import { isSolved } from '../game/level-map';
import type { Drawing } from '../model/drawing';
import type { Example } from '../modes/play/sandbox/FirstSteps';
import { loadScenario } from './library';
import type { TextStorage } from './ports/storage';
import { loadProgress } from './progress-file';
import { solutionsOf } from './scenario-designs';
import { scenarios } from './scenario-index';

/** Built-in scenarios that the player has solved: only then their solutions are no secret. */
export async function examplesFor(storage: TextStorage): Promise<readonly Example[]> {
  const { progress } = await loadProgress(storage);
  return scenarios.filter(({ id }) => isSolved(progress, id)).map(({ id, title }) => ({ id, title }));
}

/** Our first solution of a scenario that the player has solved, with the account that it stands in. */
export async function exampleOf(storage: TextStorage, id: string): Promise<Drawing | undefined> {
  const known = await examplesFor(storage);
  if (!known.some((one) => one.id === id)) return undefined;
  const [loaded, [solution]] = await Promise.all([loadScenario(storage, id), solutionsOf(id)]);
  if (loaded.type !== 'found' || !solution) return undefined;
  const { title, account } = loaded.scenario;
  return { name: title, account, diagram: unlocked(solution.diagram) };
}
