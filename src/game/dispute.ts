import type { Answers } from '../model/answers';
import type { Diagram } from '../model/diagram';
import type { Finding, RequirementResult } from '../model/report';
import { makeSave } from '../model/save';
import type { Requirement, Scenario } from '../model/scenario';
import type { Reason } from '../model/trace';
import { plain } from './audit-markdown';

export interface Dispute {
  readonly scenario: Pick<Scenario, 'id' | 'title'>;
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly diagram: Diagram;
  readonly answers: Answers;
  /** what the player says against it; not empty. */
  readonly note: string;
  /** ISO 8601 */
  readonly at: string;
  say(reason: Reason): string;
}

/**
 * Everything that somebody needs who is to look into a verdict: what was asked and answered, each step that decided it,
 * what the player holds against it, and the design itself, as a save that the game opens.
 */
export function disputeMarkdown(dispute: Dispute): string {
  const { scenario, requirement, result, diagram, answers, note, at } = dispute;
  const save = JSON.stringify(makeSave(scenario.id, diagram, at, answers), null, 2);
  const judged = result.findings.filter(({ answer }) => answer !== 'silent');
  const params = JSON.stringify(requirement.params);
  return [
    `# A verdict that somebody doubts: ${plain(requirement.title)}`,
    '',
    `${plain(scenario.title)} (${scenario.id}), goal ${plain(requirement.id)}, ${at.slice(0, 10)}.`,
    '',
    '## What is wrong with it',
    '',
    ...note.split(/\r?\n/).map(plain),
    '',
    '## What the simulator says',
    '',
    `**${result.met ? 'Met' : 'Not met'}**: check ${plain(requirement.check)} with ${plain(params)}.`,
    '',
    ...(judged.length === 0 ? ['It found nothing that this goal could be judged by.', ''] : []),
    ...judged.flatMap((finding) => [...findingLines(finding, dispute), '']),
    '## The design',
    '',
    'Keep this block as a file that ends in .json, and open it in the game.',
    '',
    ...fenced(save),
    '',
  ].join('\n');
}

function findingLines({ answer, reason, trace }: Finding, { say }: Dispute): readonly string[] {
  return [
    `- ${answer === 'meets' ? 'Meets' : 'Misses'}: ${plain(say(reason))}`,
    ...(trace?.steps ?? []).map((step, index) => `  ${index + 1}. (${step.verdict}) ${plain(say(step.reason))}`),
  ];
}

/** A fence is longer than any run of backticks inside it. */
function fenced(text: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}json`, text, fence];
}
