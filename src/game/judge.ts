import { evaluate } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import { factsOf } from '../engine/facts-of';
import { say } from '../engine/wording';
import type { Answers } from '../model/answers';
import type { Diagram } from '../model/diagram';
import type { Report, RequirementResult } from '../model/report';
import type { Scenario } from '../model/scenario';
import { withPredictions } from './predict';
import type { Rules } from './rules';

export type { Rules } from './rules';

/**
 * The one way from a diagram to its score: the play screen, author mode and the command line all ask here. `answers` are
 * what the player foretold, where the scenario asks for it.
 */
export function judge(
  diagram: Diagram,
  scenario: Scenario,
  rules: Rules,
  answers: Answers = {},
): { readonly facts: Facts; readonly report: Report } {
  const facts = factsOf(diagram, scenario.account, rules.catalog);
  return { facts, report: withPredictions(evaluate(facts, scenario, rules.checks), scenario, rules, answers) };
}

/** Why a requirement is not met, in sentences; none when it is met. `words` are those of `wordsOf(checks)`. */
export function whyMissed(result: RequirementResult, words: ReadonlyMap<string, string>): readonly string[] {
  if (result.met) return [];
  const misses = result.findings.filter((finding) => finding.answer === 'misses');
  if (misses.length === 0) return ['The design has nothing yet that this goal could be judged by.'];
  return [...new Set(misses.map((finding) => say(finding.reason, words)))];
}
