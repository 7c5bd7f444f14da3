import { headLines, plain } from './audit-markdown';
import type { IncidentReport } from './defend-report';

/** The report as plain Markdown without HTML. Names from the drawing cannot become markup. */
export function incidentMarkdown(report: IncidentReport): string {
  return [
    ...headLines(report),
    ...report.sections.flatMap(({ title, lines }) => [
      `## ${plain(title)}`,
      '',
      ...lines.map((line) => `- ${plain(line)}`),
      '',
    ]),
    '## Timeline',
    '',
    ...report.timeline.map(({ at, text }) => (at === '' ? `- ${plain(text)}` : `- **${plain(at)}** ${plain(text)}`)),
    '',
  ].join('\n');
}
