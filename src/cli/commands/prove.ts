import type { Rules } from '../../game/judge';
import { proving } from '../../game/prove';
import type { Gap, Proof } from '../../game/proof/contract';
import { shownPath } from '../files';
import { jsonOf, junitOf, tableOf, type ProvenFolder } from '../formats/proofs';
import { faultLine } from '../formats/text';
import { EXIT, type ExitCode, type Io } from '../io';
import { atLeastOne, oneOf, readOptions } from '../options';
import { progressOn, type Progress } from '../progress';
import { readProposal, scenarioFolders } from '../scenario-files';

export const USAGE = 'perimeter prove <scenario-folder or bundle…> [--format table|json|junit]';
const FORMATS = { table: tableOf, json: jsonOf, junit: junitOf } as const;

/** Proves scenarios from their folders, with the function that author mode and CI ask. */
export function proveCommand(args: readonly string[], io: Io, rules: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { format: 'table' });
  const format = oneOf('format', values.format, ['table', 'json', 'junit']);
  const wanted = atLeastOne(positionals, 'The folder of a scenario, or a bundle', USAGE);
  const folders = [...new Set(wanted.flatMap((one) => scenarioFolders(one, io.cwd, io.library)))];
  const progress = progressOn(io);
  const proven = folders.map((folder) => proveFolder(folder, io.cwd, rules, progress));
  progress.end();
  io.out(FORMATS[format](proven));
  const faults = proven.flatMap((one) => (one.state === 'unreadable' ? one.faults : []));
  for (const fault of faults) io.err(`${faultLine(fault)}\n`);
  if (faults.length > 0) return EXIT.unusable;
  return proven.every((one) => one.state === 'judged' && one.proof.proven) ? EXIT.ok : EXIT.fails;
}

function proveFolder(path: string, cwd: string, rules: Rules, progress: Progress): ProvenFolder {
  const folder = shownPath(path, cwd);
  const read = readProposal(path, cwd);
  if (!read.ok) return { folder, state: 'unreadable', faults: read.faults };
  const { proposal, whereIs } = read.value;
  return {
    folder,
    state: 'judged',
    title: proposal.scenario.title,
    proof: drained(proving(proposal, rules), ({ done, total, what }) =>
      progress.show(`${proposal.scenario.id}: ${done} of ${total}, ${what}`),
    ),
    faultOf: ({ part, path: at, place, reason, remedy }: Gap) => ({ ...whereIs(part, at), place, reason, remedy }),
  };
}

function drained<S>(steps: Generator<S, Proof>, each: (step: S) => void): Proof {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    each(step.value);
  }
}
