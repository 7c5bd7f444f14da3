import { resolve } from 'node:path';
import type { Rules } from '../../game/judge';
import { exportTemplate } from '../../game/template/export-template';
import { readHandIn } from '../../model/read-design';
import { readWith, shownPath } from '../files';
import { faultLine, plain } from '../formats/text';
import { EXIT, type ExitCode, type Io } from '../io';
import { accountIn, oneOf, only, readOptions } from '../options';

export const USAGE = 'perimeter export <diagram> [--region <region>] [--format json|yaml]';

/** A save or a diagram as a CloudFormation template on stdout. What a template cannot say is said on stderr. */
export function exportCommand(args: readonly string[], io: Io, { catalog }: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { region: 'us-east-1', format: 'yaml' });
  const format = oneOf('format', values.format, ['json', 'yaml']);
  const account = accountIn(values.region);
  const path = resolve(io.cwd, only(positionals, 'The diagram', USAGE));
  const file = shownPath(path, io.cwd);
  const read = readWith(path, file, readHandIn);
  if (!read.ok) {
    for (const fault of read.faults) io.err(`${faultLine(fault)}\n`);
    return EXIT.unusable;
  }
  const template = exportTemplate(read.value.diagram, catalog, { account });
  io.out(template[format]);
  for (const note of template.notes) io.err(`${plain(`${file}: ${note}`)}\n`);
  return EXIT.ok;
}
