import type { Scenario, Requirement } from '../model/scenario';
import type { Finding, Report, RequirementResult } from '../model/report';
import type { AnyCheck, Checks } from './check';
import type { Facts } from './facts';

/** What we think of a diagram: the scenario's requirements judged by its checks. */
export function evaluate(facts: Facts, scenario: Scenario, checks: Checks): Report {
  const requirements = scenario.requirements.map((requirement) => judge(requirement, facts, checks));
  const earned = sum(requirements.map((one) => one.earned));
  const possible = sum(requirements.map((one) => one.points));
  return {
    requirements,
    problems: facts.problems,
    traces: facts.requests.map((one) => one.trace),
    cost: facts.cost,
    score: { earned, possible, stars: stars(earned, possible, facts.cost.monthly, scenario.budget) },
  };
}

function judge(requirement: Requirement, facts: Facts, checks: Checks): RequirementResult {
  const check = checks.get(requirement.check);
  const findings = check
    ? run(check, requirement, facts)
    : [problem('evaluate.unknown-check', { check: requirement.check })];
  const judged = findings.filter((one) => one.answer !== 'silent');
  const meets = judged.filter((one) => one.answer === 'meets').length;
  const met = judged.length > 0 && meets === judged.length;
  return {
    id: requirement.id,
    met,
    points: requirement.points,
    earned: met ? requirement.points : 0,
    meets,
    judged: judged.length,
    findings,
  };
}

function run(check: AnyCheck, requirement: Requirement, facts: Facts): readonly Finding[] {
  const params = check.params.safeParse(requirement.params);
  if (!params.success) {
    const issue = params.error.issues[0];
    return [
      problem('evaluate.bad-params', {
        check: check.id,
        place: issue?.path.join('.') ?? '',
        message: issue?.message ?? '',
      }),
    ];
  }
  return check.run(facts, params.data as never);
}

function problem(code: string, values: Record<string, string>): Finding {
  return { answer: 'misses', nodes: [], reason: { code, values } };
}

/** Three stars: everything, within the budget. Two: everything. One: at least 60 % of the points. */
function stars(earned: number, possible: number, cost: number, budget: number | undefined): 0 | 1 | 2 | 3 {
  if (possible === 0 || earned < possible * 0.6) return 0;
  if (earned < possible) return 1;
  return budget !== undefined && cost > budget ? 2 : 3;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
