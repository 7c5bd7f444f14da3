import { formatOf, parseJson } from '../model/read-json';
import type { FileProblem } from '../model/read-json';
import { readSave } from '../model/save';
import type { Save } from '../model/save';
import { readScenario } from '../model/read-scenario';
import type { Scenario } from '../model/scenario';

export type ReadFile =
  | { readonly type: 'scenario'; readonly scenario: Scenario }
  | { readonly type: 'save'; readonly save: Save }
  | { readonly type: 'problems'; readonly problems: readonly FileProblem[] };

/** A file that somebody opens: a scenario (of a bundle, only that), somebody's work, or a list of what is wrong. */
export function readAnyFile(text: string): ReadFile {
  const json = parseJson(text);
  if (!json.ok) return { type: 'problems', problems: json.problems };
  const format = formatOf(json.value);
  if (format === 'perimeter-scenario') {
    const read = readScenario(text);
    return read.ok ? { type: 'scenario', scenario: read.scenario } : { type: 'problems', problems: read.problems };
  }
  if (format === 'perimeter-bundle') {
    // Only what a player needs of it: what reads the rest comes with author mode.
    const read = readScenario(JSON.stringify((json.value as { scenario?: unknown }).scenario ?? null));
    if (read.ok) return { type: 'scenario', scenario: read.scenario };
    return {
      type: 'problems',
      problems: read.problems.map(({ line: _line, place, ...problem }) => ({
        ...problem,
        place: ['scenario', place].filter(Boolean).join('.'),
      })),
    };
  }
  if (format === 'perimeter-save') {
    const read = readSave(text);
    return read.ok ? { type: 'save', save: read.save } : { type: 'problems', problems: read.problems };
  }
  return {
    type: 'problems',
    problems: [
      {
        place: 'format',
        reason: 'This is neither a scenario nor a save of Perimeter.',
        remedy: 'Choose a file whose “format” is “perimeter-scenario”, “perimeter-bundle” or “perimeter-save”.',
      },
    ],
  };
}
