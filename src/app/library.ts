import type { FileProblem } from '../model/read-json';
import { readScenario } from '../model/read-scenario';
import type { Scenario } from '../model/scenario';
import type { TextStorage, Written } from './ports/storage';
import { scenarios } from './scenario-index';

/** Scenarios that came as files. They are kept in the browser beside the built-in ones. */
const importedKey = (id: string): string => `scenario/${id}`;

export type Loaded =
  | { readonly type: 'found'; readonly scenario: Scenario }
  | { readonly type: 'broken'; readonly problems: readonly FileProblem[] }
  | { readonly type: 'missing' };

export function keepScenario(storage: TextStorage, scenario: Scenario): Promise<Written> {
  return storage.write(importedKey(scenario.id), JSON.stringify(scenario));
}

/** Takes an imported scenario out of the list. The work on it stays, for when its file comes back. */
export function dropScenario(storage: TextStorage, id: string): Promise<void> {
  return storage.remove(importedKey(id));
}

/** A built-in scenario by its id, else an imported one. */
export async function loadScenario(storage: TextStorage, id: string): Promise<Loaded> {
  const entry = scenarios.find((one) => one.id === id);
  const text = entry ? JSON.stringify((await entry.load()).default) : await storage.read(importedKey(id));
  if (text === undefined) return { type: 'missing' };
  const read = readScenario(text);
  return read.ok ? { type: 'found', scenario: read.scenario } : { type: 'broken', problems: read.problems };
}

export async function importedScenarios(storage: TextStorage): Promise<readonly Scenario[]> {
  const keys = await storage.keys(importedKey(''));
  const texts = await Promise.all(keys.map((key) => storage.read(key)));
  return texts.flatMap((text) => {
    const read = text === undefined ? undefined : readScenario(text);
    return read?.ok ? [read.scenario] : [];
  });
}

export function isBuiltIn(id: string): boolean {
  return scenarios.some((one) => one.id === id);
}
