import type { Question } from '../../engine/evaluate';
import { problemsOf } from '../../model/read-json';
import { contradictions } from '../../model/read-scenario';
import type { Requirement, Scenario } from '../../model/scenario';
import { paramsOf } from '../predict-params';
import { FIRST_STAR } from '../solved';
import { nodesOf } from '../tree';
import type { Rules } from '../judge';
import type { ClaimId, Gap, GapCode } from './contract';
import { gapIn, SCENARIO } from './gap';
import { imposed } from './imposed';

/** A ladder of fewer hints ends before it leads anywhere. */
const FEWEST_HINTS = 3;
/** Among fewer requirements one may well be worth most of the points. */
const MANY_REQUIREMENTS = 4;

type Path = readonly (string | number)[];

/** What can be said of a scenario file by itself, before any design is judged. */
export function lint(scenario: Scenario, rules: Rules): Gap[] {
  return [
    ...names(scenario, rules),
    ...imposed(scenario),
    ...texts(scenario),
    ...numbers(scenario),
    ...predictions(scenario),
  ];
}

const gap = (claim: ClaimId, code: GapCode, path: Path, reason: string, remedy: string): Gap =>
  gapIn(SCENARIO, claim, code, path, reason, remedy);

function names(scenario: Scenario, { catalog, checks }: Rules): Gap[] {
  const unknownKind = (kind: string, path: Path): Gap[] =>
    catalog.has(kind)
      ? []
      : [
          gap(
            'names',
            'unknown-kind',
            path,
            `There is no kind of resource called “${kind}”.`,
            'Check its spelling, or take it out.',
          ),
        ];
  return [
    ...contradictions(scenario).map(({ path, reason, remedy }) => gap('names', 'contradiction', path, reason, remedy)),
    ...scenario.allowedKinds.flatMap((kind, at) => unknownKind(kind, ['allowedKinds', at])),
    ...nodesOf(scenario.start).flatMap((node) => unknownKind(node.kind, ['start', 'nodes', node.id, 'kind'])),
    ...scenario.requirements.flatMap((requirement, at) => asked(requirement, ['requirements', at], checks)),
    ...scenario.predictions.flatMap((prediction, at) =>
      prediction.options.flatMap(({ when }, option) =>
        when.flatMap((condition, number) =>
          asked(
            { check: condition.check, params: paramsOf(prediction, condition) },
            ['predictions', at, 'options', option, 'when', number],
            checks,
          ),
        ),
      ),
    ),
  ];
}

/** A check that exists, with parameters that it takes. */
function asked(question: Question, path: Path, checks: Rules['checks']): Gap[] {
  const check = checks.get(question.check);
  if (!check) {
    const remedy = 'Check its spelling, or choose another check.';
    const reason = `There is no check called “${question.check}”.`;
    return [gap('names', 'unknown-check', [...path, 'check'], reason, remedy)];
  }
  const read = check.params.safeParse(question.params);
  if (read.success) return [];
  return problemsOf(read.error, '').map(({ reason, remedy }, index) => {
    const inside = (read.error.issues[index]?.path ?? []).map((part) =>
      typeof part === 'symbol' ? String(part) : part,
    );
    return gap('names', 'bad-params', [...path, 'params', ...inside], reason, remedy);
  });
}

function texts(scenario: Scenario): Gap[] {
  const blank = (text: string, path: Path): Gap[] =>
    text.trim() === ''
      ? [gap('texts', 'empty-text', path, 'There is nothing to read here.', 'Write at least one sentence.')]
      : [];
  const { questions } = scenario;
  return [
    ...(['title', 'summary', 'story', 'debrief'] as const).flatMap((key) => blank(scenario[key], [key])),
    ...scenario.requirements.flatMap((requirement, at) => [
      ...(['title', 'debrief'] as const).flatMap((key) => blank(requirement[key], ['requirements', at, key])),
      ...hints(requirement, ['requirements', at, 'hints']),
    ]),
    ...scenario.predictions.flatMap((prediction, at) => [
      ...(['text', 'debrief'] as const).flatMap((key) => blank(prediction[key], ['predictions', at, key])),
      ...prediction.options.flatMap(({ why }, option) => blank(why, ['predictions', at, 'options', option, 'why'])),
    ]),
    ...(questions.length > 0
      ? []
      : [
          gap(
            'texts',
            'no-question',
            ['questions'],
            'There is no question at the end.',
            'Write one to three questions of your own.',
          ),
        ]),
    ...questions.flatMap((question, at): Gap[] =>
      question.options.filter((option) => option.correct).length > 1
        ? [
            gap(
              'texts',
              'right-answers',
              ['questions', at, 'options'],
              'More than one answer of this question is right.',
              'Leave “correct” true for one of them.',
            ),
          ]
        : [],
    ),
  ];
}

function hints(requirement: Requirement, path: Path): Gap[] {
  const full = requirement.hints.filter((hint) => hint.text.trim() !== '').length;
  if (full >= FEWEST_HINTS) return [];
  return [
    gap(
      'texts',
      'few-hints',
      path,
      `“${requirement.title}” has ${full === 0 ? 'no hints' : `${full} of ${FEWEST_HINTS} hints`}.`,
      'Write a ladder: a nudge, the principle, the place, and the step if you like.',
    ),
  ];
}

function predictions({ task, predictions: all }: Scenario): Gap[] {
  if (task !== 'predict' || all.length > 0) return [];
  return [
    gap(
      'predictions',
      'no-prediction',
      ['predictions'],
      'The task is to predict, and nothing is asked.',
      'Write a prediction, or choose another task.',
    ),
  ];
}

function numbers(scenario: Scenario): Gap[] {
  const { requirements, budget, par } = scenario;
  const all = [...requirements, ...scenario.predictions].reduce((total, one) => total + one.points, 0);
  return [
    ...requirements.flatMap((one, at): Gap[] =>
      requirements.length >= MANY_REQUIREMENTS && one.points >= all * FIRST_STAR
        ? [
            gap(
              'numbers',
              'lopsided-points',
              ['requirements', at, 'points'],
              `“${one.title}” alone is worth ${one.points} of ${all} points, which is the first star.`,
              'Give it fewer points, or the others more.',
            ),
          ]
        : [],
    ),
    ...(budget !== undefined && par !== undefined && budget < par
      ? [
          gap(
            'numbers',
            'budget-below-par',
            ['budget'],
            `The budget of ${budget} $ a month is below par, ${par} $: nobody can earn the third star.`,
            'Raise the budget, or find a cheaper solution.',
          ),
        ]
      : []),
  ];
}
