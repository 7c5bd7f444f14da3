import type { Report } from '../model/report';
import type { Requirement, Scenario } from '../model/scenario';
import { count, dollars, listWords } from './words';

export interface Solved {
  readonly stars: 0 | 1 | 2 | 3;
  /** requirements that the simulator proved, with what each one teaches. */
  readonly proved: readonly Requirement[];
  readonly open: readonly Requirement[];
  readonly complete: boolean;
  readonly monthly: number;
  /** what the next star wants; absent with three stars. */
  readonly next?: string;
}

/** Part of all points that the first star wants. */
export const FIRST_STAR = 0.6;

/** What a design has proved so far, and what the next star wants. */
export function solvedBy(scenario: Scenario, report: Report): Solved {
  const met = new Set(report.requirements.filter((result) => result.met).map((result) => result.id));
  const proved = scenario.requirements.filter((requirement) => met.has(requirement.id));
  const open = scenario.requirements.filter((requirement) => !met.has(requirement.id));
  const foretold = (report.predictions ?? []).every(({ state }) => state === 'right');
  const next = nextStar(scenario, report, open);
  return {
    stars: report.score.stars,
    proved,
    open,
    complete: open.length === 0 && foretold,
    monthly: report.cost.monthly,
    ...(next === undefined ? {} : { next }),
  };
}

function nextStar(scenario: Scenario, report: Report, open: readonly Requirement[]): string | undefined {
  const { stars, earned, possible } = report.score;
  if (stars === 3) return undefined;
  const predictions = report.predictions ?? [];
  const unsaid = predictions.filter(({ state }) => state !== 'right').length;
  if (stars === 2) {
    if (earned < possible) {
      return 'The third star wants every prediction right at the first answer. Start again to have another go.';
    }
    const monthly = dollars(report.cost.monthly);
    return scenario.budget === undefined
      ? `The third star wants a lower monthly cost than ${monthly}.`
      : `The third star wants at most ${dollars(scenario.budget)} a month; this design costs ${monthly}.`;
  }
  // What is to be mended would give away what is to be foretold.
  const goals = unsaid > 0 ? [] : open.map((requirement) => `“${requirement.title}”`);
  const titles = listWords([...(unsaid > 0 ? [count(unsaid, 'prediction')] : []), ...goals], 'and');
  if (stars === 1)
    return `The second star wants every ${predictions.length > 0 ? 'prediction and requirement' : 'requirement'}. Still open: ${titles}.`;
  const missing = Math.max(1, Math.ceil(possible * FIRST_STAR) - earned);
  const rest = titles === '' ? 'Start again to have another go at the predictions.' : `Still open: ${titles}.`;
  return `The first star wants ${Math.round(FIRST_STAR * 100)} % of the points: ${count(missing, 'point')} more. ${rest}`;
}
