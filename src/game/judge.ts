import type { WholeCatalog } from '../catalog/kind';
import type { Checks } from '../engine/check';
import { evaluate } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import { factsOf } from '../engine/facts-of';
import { say } from '../engine/wording';
import type { Diagram } from '../model/diagram';
import type { Report, RequirementResult } from '../model/report';
import type { Scenario } from '../model/scenario';

/** What a diagram is judged with. */
export interface Rules {
  readonly catalog: WholeCatalog;
  readonly checks: Checks;
}

/** The one way from a diagram to its score: the play screen, author mode and the command line all ask here. */
export function judge(
  diagram: Diagram,
  scenario: Scenario,
  { catalog, checks }: Rules,
): { readonly facts: Facts; readonly report: Report } {
  const facts = factsOf(diagram, scenario.account, catalog);
  return { facts, report: evaluate(facts, scenario, checks) };
}

/** Why a requirement is not met, in sentences; none when it is met. `words` are those of `wordsOf(checks)`. */
export function whyMissed(result: RequirementResult, words: ReadonlyMap<string, string>): readonly string[] {
  if (result.met) return [];
  const misses = result.findings.filter((finding) => finding.answer === 'misses');
  if (misses.length === 0) return ['The design has nothing yet that this goal could be judged by.'];
  return [...new Set(misses.map((finding) => say(finding.reason, words)))];
}
