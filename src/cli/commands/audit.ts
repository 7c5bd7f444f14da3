import { resolve } from 'node:path';
import { audit } from '../../game/audit';
import { auditMarkdown } from '../../game/audit-markdown';
import { auditReport, type AuditReport } from '../../game/audit-report';
import type { Rules } from '../../game/judge';
import { PACKS } from '../../game/packs';
import { factsOf } from '../../engine/facts-of';
import { say, wordsOf } from '../../engine/wording';
import { readHandIn } from '../../model/read-design';
import { readWith, shownPath } from '../files';
import { faultLine, plain } from '../formats/text';
import { EXIT, Refusal, type ExitCode, type Io } from '../io';
import { accountIn, oneOf, only, readOptions } from '../options';

export const USAGE =
  'perimeter audit <diagram> --pack <id of a pack> [--region <region>] [--format table|json|markdown]';

/** Holds one diagram against a control pack, as the audit beside the canvas does. */
export function auditCommand(args: readonly string[], io: Io, { catalog, checks }: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { pack: '', region: 'us-east-1', format: 'table' });
  const format = oneOf('format', values.format, ['table', 'json', 'markdown']);
  const ids = PACKS.map(({ id }) => id);
  if (values.pack === '') throw new Refusal('--pack is missing.', `Choose ${ids.join(', ')}.`);
  const pack = PACKS.find(({ id }) => id === values.pack);
  if (!pack) throw new Refusal(`There is no pack “${values.pack}”.`, `Choose ${ids.join(', ')}.`);
  const account = accountIn(values.region);
  const path = resolve(io.cwd, only(positionals, 'The diagram', USAGE));
  const file = shownPath(path, io.cwd);
  const read = readWith(path, file, readHandIn);
  if (!read.ok) {
    for (const fault of read.faults) io.err(`${faultLine(fault)}\n`);
    return EXIT.unusable;
  }
  const facts = factsOf(read.value.diagram, account, catalog);
  const judged = audit(facts, pack, checks);
  const words = wordsOf(checks);
  const report = auditReport(judged, {
    facts,
    catalog,
    say: (reason) => say(reason, words),
    subject: file,
    at: io.today(),
  });
  if (format === 'markdown') io.out(auditMarkdown(report));
  else if (format === 'json') io.out(jsonOf(pack.id, judged.totals, report));
  else io.out(tableOf(report));
  return judged.totals['not-met'] === 0 && judged.errors === 0 ? EXIT.ok : EXIT.fails;
}

function jsonOf(pack: string, totals: Readonly<Record<string, number>>, report: AuditReport): string {
  return `${JSON.stringify({ format: 'perimeter-audit', version: 1, pack, totals, ...report }, null, 2)}\n`;
}

function tableOf({ title, subject, summary, notes, groups }: AuditReport): string {
  return [
    `${plain(title)}: ${plain(subject)}\n\n`,
    ...groups.flatMap(({ title: verdict, controls }) => [
      `${verdict}\n`,
      ...controls.flatMap(({ demand, numbers, value, lines, more }) => [
        `  ${plain(demand)} (${numbers.map(plain).join(', ')})${value === '' ? '' : ` ${value}`}\n`,
        ...lines.filter(({ meets }) => !meets).map(({ text }) => `      ${plain(text)}\n`),
        ...(more > 0 ? [`      and ${more} more\n`] : []),
      ]),
      '\n',
    ]),
    `${plain(summary)}\n`,
    ...notes.map((note) => `${plain(note)}\n`),
  ].join('');
}
