import { wordsOf } from '../engine/wording';
import type { Answers } from '../model/answers';
import type { Diagram } from '../model/diagram';
import type { RequirementResult } from '../model/report';
import type { Scenario } from '../model/scenario';
import { breaches, type Breach } from './given';
import { judge, whyMissed, type Rules } from './judge';

/** One requirement of a graded design. */
export interface GradeLine {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** all its points or none. */
  readonly earned: number;
  readonly met: boolean;
  /** why it is not met, in sentences. */
  readonly reasons: readonly string[];
  /** the same without names: what two designs with the same mistake share. */
  readonly codes: readonly string[];
}

/** One prediction of a hand-in. */
export interface PredictionLine {
  readonly id: string;
  readonly text: string;
  readonly points: number;
  readonly earned: number;
  readonly right: boolean;
  /** ids of the options that were committed, the first one first. */
  readonly committed: readonly string[];
}

/** One hand-in against one scenario. */
export interface Grade {
  readonly earned: number;
  readonly possible: number;
  readonly stars: 0 | 1 | 2 | 3;
  /** US dollars a month. */
  readonly monthly: number;
  readonly predictions: readonly PredictionLine[];
  readonly requirements: readonly GradeLine[];
  /** what nobody could have drawn on this scenario's canvas: the file was made by other means. */
  readonly breaches: readonly Breach[];
}

export function grade(diagram: Diagram, scenario: Scenario, rules: Rules, answers: Answers = {}): Grade {
  const { report } = judge(diagram, scenario, rules, answers);
  const words = wordsOf(rules.checks);
  const titles = new Map(scenario.requirements.map(({ id, title }) => [id, title]));
  return {
    ...report.score,
    monthly: report.cost.monthly,
    predictions: (report.predictions ?? []).map(({ id, points, earned, state, committed }) => ({
      id,
      text: scenario.predictions.find((one) => one.id === id)?.text ?? id,
      points,
      earned,
      right: state === 'right',
      committed,
    })),
    requirements: report.requirements.map((result) => ({
      id: result.id,
      title: titles.get(result.id) ?? result.id,
      points: result.points,
      earned: result.earned,
      met: result.met,
      reasons: whyMissed(result, words),
      codes: codesOf(result),
    })),
    breaches: breaches(diagram, scenario, rules.catalog),
  };
}

function codesOf({ met, findings }: RequirementResult): readonly string[] {
  if (met) return [];
  return [...new Set(findings.filter(({ answer }) => answer === 'misses').map(({ reason }) => reason.code))].sort();
}

/** Drawn by the rules of the scenario, with at least this part of the points. `share` is 0 to 1. */
export function passes(grade: Grade, share: number): boolean {
  return grade.breaches.length === 0 && grade.earned >= grade.possible * share;
}
