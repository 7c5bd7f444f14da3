import type { Checks } from '../engine/check';
import { ask, starsFor } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import { factsOf } from '../engine/facts-of';
import type { Answers } from '../model/answers';
import type { Finding, PredictionResult, Report } from '../model/report';
import type { Condition, Prediction, Scenario } from '../model/scenario';
import { paramsOf } from './predict-params';
import type { Rules } from './rules';

/** An option, and what the simulator says about it. */
interface SettledOption {
  readonly id: string;
  readonly holds: boolean;
  /** one list for each condition. */
  readonly findings: readonly (readonly Finding[])[];
}

/** What the simulator makes of every option of a prediction. */
function settle(prediction: Prediction, start: Facts, checks: Checks): readonly SettledOption[] {
  return prediction.options.map(({ id, when }) => {
    const answers = when.map((condition) => conditionHolds(condition, prediction, start, checks));
    return { id, holds: answers.every(({ holds }) => holds), findings: answers.map(({ findings }) => findings) };
  });
}

function conditionHolds(condition: Condition, prediction: Prediction, start: Facts, checks: Checks) {
  const params = paramsOf(prediction, condition);
  const { met, judged, findings } = ask({ check: condition.check, params }, start, checks);
  // A question that nobody can ask has no answer, not the answer no.
  const asked = checks.get(condition.check)?.params.safeParse(params).success === true;
  return { holds: asked && judged > 0 && met === (condition.holds === 'met'), findings };
}

/** All points for the first answer, half of them for the second. The last one left is no prediction any more. */
function pointsOf(points: number, wrongBefore: number): number {
  if (wrongBefore === 0) return points;
  return wrongBefore === 1 ? Math.floor(points / 2) : 0;
}

/** Everything that must be known of a scenario's start, found out once and only when it is asked for. */
class Truth {
  private start: Facts | undefined;
  private readonly known = new Map<string, readonly SettledOption[]>();
  constructor(
    private readonly scenario: Scenario,
    private readonly rules: Rules,
  ) {}

  of(prediction: Prediction): readonly SettledOption[] {
    const before = this.known.get(prediction.id);
    if (before) return before;
    const { start, account } = this.scenario;
    this.start ??= factsOf(start, account, this.rules.catalog);
    const settled = settle(prediction, this.start, this.rules.checks);
    this.known.set(prediction.id, settled);
    return settled;
  }

  fits({ catalog, checks }: Rules): boolean {
    return this.rules.catalog === catalog && this.rules.checks === checks;
  }
}

const truths = new WeakMap<Scenario, Truth>();

function truthOf(scenario: Scenario, rules: Rules): Truth {
  const before = truths.get(scenario);
  if (before?.fits(rules)) return before;
  const truth = new Truth(scenario, rules);
  truths.set(scenario, truth);
  return truth;
}

/** Every option of every prediction, as the simulator sees it. */
export function truthsOf(scenario: Scenario, rules: Rules): ReadonlyMap<string, readonly SettledOption[]> {
  const truth = truthOf(scenario, rules);
  return new Map(scenario.predictions.map((prediction) => [prediction.id, truth.of(prediction)]));
}

/** What somebody commits who is right from the start. A prediction without one true option is left open. */
export function rightAnswers(scenario: Scenario, rules: Rules): Answers {
  return Object.fromEntries(
    [...truthsOf(scenario, rules)].flatMap(([id, options]) => {
      const [right, ...others] = options.filter(({ holds }) => holds);
      return right && others.length === 0 ? [[id, [right.id]]] : [];
    }),
  );
}

/** Adds what the player foretold to what the design has earned. */
export function withPredictions(report: Report, scenario: Scenario, rules: Rules, answers: Answers): Report {
  if (scenario.predictions.length === 0) return report;
  const truth = truthOf(scenario, rules);
  const predictions = scenario.predictions.map((one) => resultOf(one, committedIn(answers, one), () => truth.of(one)));
  const lines = [...predictions, ...report.requirements];
  const earned = lines.reduce((sum, one) => sum + one.earned, 0);
  const possible = lines.reduce((sum, one) => sum + one.points, 0);
  const stars = starsFor(earned, possible, report.cost.monthly, scenario.budget);
  const complete = predictions.every(({ state }) => state === 'right') && report.requirements.every(({ met }) => met);
  // Points that a wrong first answer cost are the third star, not the second.
  return { ...report, predictions, score: { earned, possible, stars: complete && stars === 1 ? 2 : stars } };
}

/** Options of this prediction that were committed, each once. */
function committedIn(answers: Answers, { id, options }: Prediction): readonly string[] {
  const given = Object.hasOwn(answers, id) ? (answers[id] ?? []) : [];
  return [...new Set(given)].filter((one) => options.some((option) => option.id === one));
}

function resultOf(
  { id, points }: Prediction,
  committed: readonly string[],
  truth: () => readonly SettledOption[],
): PredictionResult {
  const last = committed.at(-1);
  if (last === undefined) return { id, points, earned: 0, committed, state: 'open', findings: [] };
  const settled = truth();
  const isRight = (option: string) => settled.some((one) => one.id === option && one.holds);
  const first = committed.findIndex(isRight);
  // What was committed after the right answer does not count.
  const counted = first < 0 ? committed : committed.slice(0, first + 1);
  return {
    id,
    points,
    earned: first < 0 ? 0 : pointsOf(points, first),
    committed: counted,
    state: first < 0 ? 'wrong' : 'right',
    findings: settled.find((one) => one.id === counted.at(-1))?.findings.flat() ?? [],
  };
}
