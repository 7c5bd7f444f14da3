import type { Draft, DraftAttempt, DraftSolution } from '../model/bundle';
import { readAttempt, readSolution } from '../model/read-design';
import { loadScenario } from './library';
import type { TextStorage } from './ports/storage';

/** The proofs of built-in scenarios, one file each, for authors who start from a copy. */
const files = import.meta.glob<unknown>('../../scenarios/*/{solutions,attempts}/*.json', { import: 'default' });

/** Our solutions of a built-in scenario; none of one that came as a file. */
export async function solutionsOf(id: string): Promise<readonly DraftSolution[]> {
  const solutions: DraftSolution[] = [];
  for (const [path, load] of Object.entries(files)) {
    const [, scenario, name = ''] = /\/([^/]+)\/solutions\/([^/]+)\.json$/.exec(path) ?? [];
    if (scenario !== id) continue;
    const read = readSolution(JSON.stringify(await load()));
    if (read.ok) solutions.push({ name, ...read.value });
  }
  return solutions;
}

/** A scenario that can be played, with its solutions and attempts where they come along. */
export async function copyOf(storage: TextStorage, id: string): Promise<Draft | undefined> {
  const loaded = await loadScenario(storage, id);
  if (loaded.type !== 'found') return undefined;
  const solutions: DraftSolution[] = [];
  const attempts: DraftAttempt[] = [];
  for (const [path, load] of Object.entries(files)) {
    const [, scenario, list, name = ''] = /\/([^/]+)\/(solutions|attempts)\/([^/]+)\.json$/.exec(path) ?? [];
    if (scenario !== id) continue;
    const text = JSON.stringify(await load());
    const solution = list === 'solutions' ? readSolution(text) : undefined;
    const attempt = list === 'attempts' ? readAttempt(text) : undefined;
    if (solution?.ok) solutions.push({ name, ...solution.value });
    if (attempt?.ok) attempts.push({ name, ...attempt.value });
  }
  const scenario = JSON.parse(JSON.stringify(loaded.scenario)) as Draft['scenario'];
  return { scenario, solutions, attempts };
}
