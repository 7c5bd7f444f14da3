import { resolve } from 'node:path';
import type { Rules } from '../../game/judge';
import { importTemplate } from '../../game/template/import-template';
import type { Imported } from '../../game/template/outcome';
import type { ParameterValues } from '../../game/template/parameters';
import type { FileProblem } from '../../model/read-json';
import { faultsIn, readText, shownPath } from '../files';
import { faultLine, plain } from '../formats/text';
import { EXIT, Refusal, type ExitCode, type Io } from '../io';
import { accountIn, oneOf, only, readOptions } from '../options';

export const USAGE = 'perimeter import <template> [--region <region>] [--set <Name=value>]… [--format diagram|json]';

/** A CloudFormation template as a diagram on stdout. What is left out or assumed is said on stderr. */
export function importCommand(args: readonly string[], io: Io, { catalog }: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { region: 'us-east-1', set: [], format: 'diagram' });
  const format = oneOf('format', values.format, ['diagram', 'json']);
  const account = accountIn(values.region);
  const path = resolve(io.cwd, only(positionals, 'The template', USAGE));
  const file = shownPath(path, io.cwd);
  const text = readText(path);
  if (!text.ok) return refuse(file, text.problems, io);
  const read = importTemplate(text.value, catalog, account, valuesIn(values.set));
  if (read.problems.length > 0) return refuse(file, read.problems, io);
  if (format === 'json') {
    const { diagram, placed, added, parameters, ignored, assumed } = read;
    io.out(
      `${JSON.stringify({ format: 'perimeter-import', version: 1, placed, added, parameters, ignored, assumed, diagram }, null, 2)}\n`,
    );
    return EXIT.ok;
  }
  io.out(`${JSON.stringify(read.diagram, null, 2)}\n`);
  for (const line of remarks(read, file)) io.err(`${plain(line)}\n`);
  return EXIT.ok;
}

/** Values of parameters; of two for one name the last counts. */
function valuesIn(given: readonly string[]): ParameterValues {
  return Object.fromEntries(
    given.map((one) => {
      const at = one.indexOf('=');
      if (at < 1) throw new Refusal(`--set cannot be “${one}”.`, 'Write it like Name=value.');
      return [one.slice(0, at), one.slice(at + 1)];
    }),
  );
}

function refuse(file: string, problems: readonly FileProblem[], io: Io): ExitCode {
  for (const fault of faultsIn(file, problems).faults) io.err(`${faultLine(fault)}\n`);
  return EXIT.unusable;
}

function remarks({ ignored, assumed }: Imported, file: string): string[] {
  return [
    ...ignored.map(({ resource, property, reason, line }) => {
      const place = property === undefined ? resource : `${resource}.${property}`;
      return `${file}${line === undefined ? '' : `:${line}`}: left out: ${place}: ${reason}`;
    }),
    ...assumed.map(({ what, reason }) => `${file}: assumed: ${what}: ${reason}`),
  ];
}
