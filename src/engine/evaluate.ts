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
    score: { earned, possible, stars: starsFor(earned, possible, facts.cost.monthly, scenario.budget) },
  };
}

function judge(requirement: Requirement, facts: Facts, checks: Checks): RequirementResult {
  const answer = ask(requirement, facts, checks);
  return {
    id: requirement.id,
    points: requirement.points,
    earned: answer.met ? requirement.points : 0,
    ...answer,
  };
}

/** A check with its parameters, as a scenario or a control pack writes it. */
export interface Question {
  readonly check: string;
  readonly params: unknown;
}

/** One question to a diagram. An unknown check or wrong parameters miss, and the finding says which. */
export function ask(
  question: Question,
  facts: Facts,
  checks: Checks,
): Pick<RequirementResult, 'met' | 'meets' | 'judged' | 'findings'> {
  const check = checks.get(question.check);
  const findings = check ? run(check, question, facts) : [problem('evaluate.unknown-check', { check: question.check })];
  const judged = findings.filter((one) => one.answer !== 'silent');
  const meets = judged.filter((one) => one.answer === 'meets').length;
  return { met: judged.length > 0 && meets === judged.length, meets, judged: judged.length, findings };
}

function run(check: AnyCheck, question: Question, facts: Facts): readonly Finding[] {
  const params = check.params.safeParse(question.params);
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
export function starsFor(earned: number, possible: number, cost: number, budget: number | undefined): 0 | 1 | 2 | 3 {
  if (possible === 0 || earned < possible * 0.6) return 0;
  if (earned < possible) return 1;
  return budget !== undefined && cost > budget ? 2 : 3;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
