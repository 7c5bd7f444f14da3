import { resolve } from 'node:path';
import { grade, passes, type Grade } from '../../game/grade';
import { readHandInFor } from '../../game/hand-in';
import type { Rules } from '../../game/judge';
import type { Scenario } from '../../model/scenario';
import { readWith, shownPath, type FileFault } from '../files';
import { csvOf, jsonOf, junitOf, tableOf, type Graded, type GradedFile } from '../formats/grades';
import { faultLine } from '../formats/text';
import { handInFiles } from '../hand-in-files';
import { EXIT, type ExitCode, type Io } from '../io';
import { atLeastOne, oneOf, percentage, readOptions } from '../options';
import { progressOn } from '../progress';
import { readScenarioFile, scenarioPath } from '../scenario-files';

export const USAGE =
  'perimeter grade <scenario> <hand-in…> [--format table|json|csv|junit] [--pass <percent of the points>]';
const FORMATS = { table: tableOf, json: jsonOf, csv: csvOf, junit: junitOf } as const;

/** Judges hand-ins as the play screen would. */
export function gradeCommand(args: readonly string[], io: Io, rules: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { format: 'table', pass: '100' });
  const format = oneOf('format', values.format, ['table', 'json', 'csv', 'junit']);
  const pass = percentage('pass', values.pass);
  const [first = '', ...others] = atLeastOne(positionals, 'The scenario', USAGE);
  const wanted = atLeastOne(others, 'The hand-in', USAGE);

  const read = readScenarioFile(scenarioPath(first, io.cwd, io.library), io.cwd);
  if (!read.ok) return refuse(read.faults, io);
  const { scenario } = read.value;
  const { paths, faults } = handInFiles(wanted, io.cwd);
  const progress = progressOn(io);
  const graded: GradedFile[] = paths.map((path, at) => {
    progress.show(`grading ${at + 1} of ${paths.length}`);
    return gradeFile(path, scenario, rules, pass, io.cwd);
  });
  progress.end();
  const missing = faults.map((fault): GradedFile => ({ file: fault.file, result: 'unreadable', faults: [fault] }));
  const all: Graded = { scenario, pass, handIns: [...graded, ...missing] };

  io.out(FORMATS[format](all));
  const unreadable = all.handIns.flatMap((one) => (one.result === 'unreadable' ? one.faults : []));
  if (unreadable.length > 0) return refuse(unreadable, io);
  return all.handIns.every((one) => one.result === 'pass') ? EXIT.ok : EXIT.fails;
}

function gradeFile(path: string, scenario: Scenario, rules: Rules, pass: number, cwd: string): GradedFile {
  const file = shownPath(resolve(path), cwd);
  const read = readWith(path, file, (text) => readHandInFor(text, scenario));
  if (!read.ok) return { file, result: 'unreadable', faults: read.faults };
  const one: Grade = grade(read.value.diagram, scenario, rules, read.value.answers);
  return { file, result: passes(one, pass / 100) ? 'pass' : 'fail', grade: one };
}

function refuse(faults: readonly FileFault[], io: Io): ExitCode {
  for (const fault of faults) io.err(`${faultLine(fault)}\n`);
  return EXIT.unusable;
}
