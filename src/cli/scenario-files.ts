import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Named, Part, Proposal } from '../game/proof/contract';
import { readBundle } from '../model/bundle';
import { readAttempt, readSolution } from '../model/read-design';
import { lineIn, type Read } from '../model/read-json';
import { readScenario } from '../model/read-scenario';
import type { Scenario } from '../model/scenario';
import { faultsIn, isFile, isFolder, jsonFiles, readText, shownPath, type FileFault, type Got } from './files';

/** A scenario as read from disk, with what is needed to say where something stands in it. */
export interface ScenarioFile {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/** A scenario's folder as read from disk. `missing` are files that could not be understood. */
export interface ProposalFolder {
  readonly proposal: Proposal;
  /** the file behind a part, as shown, and the line in it that a path leads to. */
  readonly whereIs: (part: Part, path: readonly (string | number)[]) => { file: string; line?: number };
}

/**
 * The scenario.json that an argument means: the file, the folder that holds it, or the id of a scenario that comes
 * with Perimeter (`library` is their folder).
 */
export function scenarioPath(argument: string, cwd: string, library: string): string {
  const path = resolve(cwd, argument);
  if (isFolder(path)) return join(path, 'scenario.json');
  if (!isFile(path) && /^[a-z0-9][a-z0-9-]*$/.test(argument)) {
    const known = join(library, argument, 'scenario.json');
    if (isFile(known)) return known;
  }
  return path;
}

export function readScenarioFile(path: string, cwd: string): Got<ScenarioFile> {
  const file = shownPath(path, cwd);
  const text = readText(path);
  if (!text.ok) return faultsIn(file, text.problems);
  const read = readScenario(text.value);
  if (!read.ok) return faultsIn(file, read.problems);
  return { ok: true, value: { file, text: text.value, scenario: read.scenario } };
}

/** The folders of scenarios that an argument means: itself, or every one that it holds. */
export function scenarioFolders(argument: string, cwd: string, library: string): string[] {
  const path = resolve(cwd, argument);
  if (isFolder(path) && !isFile(join(path, 'scenario.json'))) {
    const inside = readdirSync(path)
      .sort()
      .filter((name) => !/^[._]/.test(name))
      .map((name) => join(path, name))
      .filter((folder) => isFile(join(folder, 'scenario.json')));
    if (inside.length > 0) return inside;
  }
  const file = scenarioPath(argument, cwd, library);
  return [basename(file) === 'scenario.json' ? join(file, '..') : file];
}

/**
 * Reads `scenario.json`, `solutions/*.json` and `attempts/*.json`, or a bundle that holds them all, or says everything
 * that is wrong with them.
 */
export function readProposal(folder: string, cwd: string): Got<ProposalFolder> {
  if (isFile(folder)) return readBundleFile(folder, cwd);
  const scenario = readScenarioFile(join(folder, 'scenario.json'), cwd);
  const solutions = readParts(join(folder, 'solutions'), cwd, readSolution);
  const attempts = readParts(join(folder, 'attempts'), cwd, readAttempt);
  if (!scenario.ok || solutions.faults.length > 0 || attempts.faults.length > 0) {
    return {
      ok: false,
      faults: [...(scenario.ok ? [] : scenario.faults), ...solutions.faults, ...attempts.faults],
    };
  }
  const sources = {
    scenario: new Map([['', { file: scenario.value.file, text: scenario.value.text }]]),
    solution: solutions.sources,
    attempt: attempts.sources,
  };
  return {
    ok: true,
    value: {
      proposal: { scenario: scenario.value.scenario, solutions: solutions.parts, attempts: attempts.parts },
      whereIs: (part, path) => {
        const source = sources[part.type].get(part.name);
        if (!source) return { file: shownPath(folder, cwd) };
        return { file: source.file, ...lineIn(source.text, path) };
      },
    },
  };
}

function readBundleFile(path: string, cwd: string): Got<ProposalFolder> {
  const file = shownPath(path, cwd);
  const text = readText(path);
  if (!text.ok) return faultsIn(file, text.problems);
  const read = readBundle(text.value);
  if (!read.ok) return faultsIn(file, read.problems);
  const { scenario, solutions, attempts } = read.value;
  const lists = { solution: solutions, attempt: attempts };
  const inside = ({ type, name }: Part): readonly (string | number)[] =>
    type === 'scenario' ? ['scenario'] : [`${type}s`, lists[type].findIndex((one) => one.name === name)];
  return {
    ok: true,
    value: {
      proposal: {
        scenario,
        solutions: solutions.map(({ name, ...content }) => ({ name, content })),
        attempts: attempts.map(({ name, ...content }) => ({ name, content })),
      },
      whereIs: (part, at) => ({ file, ...lineIn(text.value, [...inside(part), ...at]) }),
    },
  };
}

interface Parts<T> {
  readonly parts: Named<T>[];
  readonly sources: Map<string, { readonly file: string; readonly text: string }>;
  readonly faults: FileFault[];
}

function readParts<T>(folder: string, cwd: string, parse: (text: string) => Read<T>): Parts<T> {
  const found: Parts<T> = { parts: [], sources: new Map(), faults: [] };
  for (const path of jsonFiles(folder)) {
    const file = shownPath(path, cwd);
    const name = basename(path, '.json');
    const text = readText(path);
    const read = text.ok ? parse(text.value) : text;
    if (!text.ok || !read.ok) {
      if (!read.ok) found.faults.push(...faultsIn(file, read.problems).faults);
      continue;
    }
    found.parts.push({ name, content: read.value });
    found.sources.set(name, { file, text: text.value });
  }
  return found;
}
