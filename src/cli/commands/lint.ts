import { resolve } from 'node:path';
import { lint } from '../../game/proof/lint';
import type { Rules } from '../../game/judge';
import { lineIn } from '../../model/read-json';
import { readScenario } from '../../model/read-scenario';
import { readText, shownPath, type FileFault } from '../files';
import { junit } from '../formats/junit';
import { faultLine } from '../formats/text';
import { EXIT, type ExitCode, type Io } from '../io';
import { atLeastOne, oneOf, readOptions } from '../options';
import { scenarioFolders, scenarioPath } from '../scenario-files';

export const USAGE = 'perimeter lint <scenario…> [--format table|json|junit]';

interface Linted {
  readonly file: string;
  /** `broken`: not even the text can be read. */
  readonly state: 'clean' | 'faulty' | 'broken';
  readonly faults: readonly (FileFault & { readonly code: string })[];
}
const FORMATS = { table: tableOf, json: jsonOf, junit: junitOf } as const;

/** Says what is wrong with scenario files by themselves; `prove` also judges the designs beside them. */
export function lintCommand(args: readonly string[], io: Io, rules: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { format: 'table' });
  const format = oneOf('format', values.format, ['table', 'json', 'junit']);
  const wanted = atLeastOne(positionals, 'The scenario', USAGE);
  const paths = wanted.flatMap((one) =>
    scenarioFolders(one, io.cwd, io.library).map((folder) => scenarioPath(folder, io.cwd, io.library)),
  );
  const files = paths.map((path) => lintFile(path, io.cwd, rules));
  io.out(FORMATS[format](files));
  if (files.some(({ state }) => state === 'broken')) return EXIT.unusable;
  return files.every(({ state }) => state === 'clean') ? EXIT.ok : EXIT.fails;
}

function lintFile(path: string, cwd: string, rules: Rules): Linted {
  const file = shownPath(resolve(path), cwd);
  const text = readText(path);
  if (!text.ok) return { file, state: 'broken', faults: text.problems.map((one) => ({ file, code: 'file', ...one })) };
  const read = readScenario(text.value);
  const faults = read.ok
    ? lint(read.scenario, rules).map(({ code, place, path: at, reason, remedy }) => ({
        file,
        code,
        place,
        ...lineIn(text.value, at),
        reason,
        remedy,
      }))
    : read.problems.map((one) => ({ file, code: 'schema', ...one }));
  return { file, state: faults.length === 0 ? 'clean' : 'faulty', faults };
}

function tableOf(files: readonly Linted[]): string {
  const lines = files.flatMap(({ file, faults }) =>
    faults.length === 0 ? [`${file}: nothing to say`] : faults.map(faultLine),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function jsonOf(files: readonly Linted[]): string {
  const content = {
    format: 'perimeter-lint',
    version: 1,
    files: files.map(({ file, state, faults }) => ({
      file,
      state,
      faults: faults.map(({ file: _file, ...fault }) => fault),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function junitOf(files: readonly Linted[]): string {
  return junit(
    files.map(({ file, state, faults }) => ({
      name: file,
      cases:
        state === 'clean'
          ? [{ name: 'lint' }]
          : faults.map((fault) => ({
              name: `${fault.code} ${fault.place}`.trim(),
              [state === 'broken' ? 'errors' : 'failures']: [faultLine(fault)],
            })),
    })),
  );
}
