import { type AuditReport, hasEvidence, type ReportControl } from './audit-report';

/** The report as plain Markdown without HTML. Names from the drawing cannot become markup. */
export function auditMarkdown(report: AuditReport): string {
  const lines = [
    ...headLines(report),
    ...report.groups.flatMap((group) => [
      `## ${plain(group.title)}`,
      '',
      ...group.controls.filter(hasEvidence).flatMap((control) => [...controlLines(control), '']),
      ...ended(
        group.controls.filter((one) => !hasEvidence(one)).map((one) => `- ${plain(one.demand)} ${numbersOf(one)}`),
      ),
    ]),
  ];
  if (report.left.length > 0) {
    lines.push('## Not answered by a drawing', '');
    for (const { demand, numbers, rules } of report.left) {
      lines.push(`- ${plain(demand)} ${bracket([...numbers, ...rules])}`);
    }
    lines.push('');
  }
  if (report.tradeOffs.length > 0) {
    const told = report.tradeOffs.map(
      ({ text, concerns }) => `- ${plain(text)} About: ${concerns.map(plain).join(' ')}`,
    );
    lines.push('## Trade-offs', '', ...told, '');
  }
  lines.push('## Sources', '', ...report.sources.map(({ title, url }) => `- ${plain(title)}: <${url}>`), '');
  return lines.join('\n');
}

/** Title, subject, day, the outcome in a sentence, and what a reader must know first. */
export function headLines(
  report: Pick<AuditReport, 'title' | 'subject' | 'at' | 'summary' | 'notes'>,
): readonly string[] {
  return [
    `# ${plain(report.title)}`,
    '',
    `${plain(report.subject)}, ${plain(report.at.slice(0, 10))}.`,
    '',
    `**${plain(report.summary)}**`,
    '',
    ...report.notes.flatMap((note) => [plain(note), '']),
  ];
}

/** A list, and the empty line after it. */
function ended(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

function numbersOf({ numbers, asFarAsWeKnow }: ReportControl): string {
  return `${bracket(numbers)}${asFarAsWeKnow ? ' Numbers as far as we know.' : ''}`;
}

function controlLines(control: ReportControl): readonly string[] {
  const value = control.value === '' ? '' : `, ${control.value}`;
  return [
    `### ${plain(control.demand)}`,
    '',
    `${plain(control.verdict)}${value}. ${numbersOf(control)}`,
    ...(control.names.length > 0 ? ['', `Also known as: ${control.names.map(plain).join('; ')}.`] : []),
    '',
    ...control.lines.map(({ meets, text, because, resources }) => {
      const rests = resources.length > 0 ? ` Rests on: ${resources.map(plain).join(', ')}.` : '';
      return `- ${meets ? 'Meets' : 'Misses'}: ${plain(text)}${because === undefined ? '' : ` ${plain(because)}`}${rests}`;
    }),
    ...(control.more > 0 ? [`- And ${control.more} more.`] : []),
  ];
}

function bracket(words: readonly string[]): string {
  return words.length === 0 ? '' : `(${words.map(plain).join(', ')})`;
}

/** One line in which no character means anything to Markdown or HTML. */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/\b(https?|ftp|www)([:.])/gi, '$1\\$2');
}
