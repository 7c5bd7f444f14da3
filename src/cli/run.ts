import { catalog } from '../catalog/index';
import { checks } from '../checks/index';
import type { Rules } from '../game/judge';
import { auditCommand, USAGE as AUDIT } from './commands/audit';
import { exportCommand, USAGE as EXPORT } from './commands/export';
import { gradeCommand, USAGE as GRADE } from './commands/grade';
import { importCommand, USAGE as IMPORT } from './commands/import';
import { lintCommand, USAGE as LINT } from './commands/lint';
import { proveCommand, USAGE as PROVE } from './commands/prove';
import { simulateCommand, USAGE as SIMULATE } from './commands/simulate';
import { EXIT, Refusal, type ExitCode, type Io } from './io';

interface Command {
  readonly usage: string;
  readonly says: string;
  readonly run: (args: readonly string[], io: Io, rules: Rules) => ExitCode;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  [
    'grade',
    { usage: GRADE, says: 'Judges hand-ins: saves or diagrams, as files, folders or patterns.', run: gradeCommand },
  ],
  ['lint', { usage: LINT, says: 'Says what is wrong with scenario files.', run: lintCommand }],
  ['prove', { usage: PROVE, says: 'Proves scenarios from their solutions and attempts.', run: proveCommand }],
  ['audit', { usage: AUDIT, says: 'Holds a diagram against a control pack.', run: auditCommand }],
  [
    'simulate',
    {
      usage: SIMULATE,
      says: 'Lets the traffic and the incidents of a scenario happen to a design.',
      run: simulateCommand,
    },
  ],
  ['import', { usage: IMPORT, says: 'Reads a CloudFormation template into a diagram.', run: importCommand }],
  ['export', { usage: EXPORT, says: 'Writes a diagram as a CloudFormation template.', run: exportCommand }],
]);

const HELP = [
  'Perimeter on the command line.\n\n',
  ...[...COMMANDS.values()].map(({ usage, says }) => `  ${usage}\n      ${says}\n`),
  '\nA scenario is a scenario.json, the folder that holds it, or the id of one that comes with Perimeter.\n',
  'Exit codes: 0 everything passes, 1 something does not, 2 bad usage or an unreadable file.\n',
].join('');

/** Runs one command. Never throws for anything that a person typed or that stands in a file. */
export function run(argv: readonly string[], io: Io): ExitCode {
  const [name = '', ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(HELP);
    return EXIT.ok;
  }
  try {
    const command = COMMANDS.get(name);
    if (!command) {
      throw new Refusal(name === '' ? 'The command is missing.' : `There is no command “${name}”.`, 'Say --help.');
    }
    if (args.includes('--help') || args.includes('-h')) {
      io.out(`${command.usage}\n${command.says}\n`);
      return EXIT.ok;
    }
    return command.run(args, io, { catalog, checks });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.err(`perimeter: ${error.message} ${error.remedy}\n`);
    return EXIT.unusable;
  }
}
