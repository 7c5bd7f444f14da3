import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { AnyCheck } from '../../src/engine/check';
import { evaluate } from '../../src/engine/evaluate';
import { say } from '../../src/engine/wording';
import type { Answer, Report } from '../../src/model/report';
import { Scenario } from '../../src/model/scenario';
import { type Drawing, factsOfAnswers } from './fake';
import { ASK, WORLD } from './request/world';

/** A check that answers what its parameters say: the rules of judging, without any subject. */
const echo: AnyCheck = {
  id: 'echo',
  title: 'Echo',
  help: '',
  params: z.strictObject({ answers: z.array(z.enum(['meets', 'misses', 'silent'])) }) as unknown as AnyCheck['params'],
  words: {},
  examples: { meets: [], misses: [], silent: [] },
  run: (_, { answers }: { readonly answers: readonly Answer[] }) =>
    answers.map((answer) => ({ answer, nodes: [], reason: { code: 'echo.said', values: {} } })),
};
const checks = new Map([['echo', echo]]);

interface Asked {
  readonly check?: string;
  readonly params?: Record<string, unknown>;
  readonly points?: number;
}
function report(asked: readonly Asked[], more: { readonly budget?: number; readonly drawing?: Drawing } = {}): Report {
  const scenario = Scenario.parse({
    format: 'perimeter-scenario',
    version: 1,
    id: 'made-up',
    title: 'Made up',
    summary: 'For a test.',
    story: 'None.',
    task: 'build',
    difficulty: 'foundation',
    minutes: 1,
    domain: 'Test',
    start: { nodes: {} },
    allowedKinds: ['any'],
    requirements: asked.map(({ check = 'echo', params = { answers: ['meets'] }, points = 10 }, index) => ({
      id: `r${index}`,
      title: 'Something',
      check,
      params,
      points,
      debrief: 'So it is.',
    })),
    ...(more.budget !== undefined && { budget: more.budget }),
    debrief: 'Done.',
  });
  return evaluate(factsOfAnswers(more.drawing ?? {}), scenario, checks);
}
const answers = (...list: readonly Answer[]): Asked => ({ params: { answers: [...list] } });

describe('a requirement is met if somebody meets it and nobody misses it', () => {
  test.each<[readonly Answer[], boolean, number, number]>([
    [[], false, 0, 0],
    [['silent'], false, 0, 0],
    [['silent', 'silent'], false, 0, 0],
    [['meets'], true, 1, 1],
    [['meets', 'silent'], true, 1, 1],
    [['meets', 'meets', 'misses'], false, 2, 3],
    [['misses'], false, 0, 1],
    [['misses', 'silent'], false, 0, 1],
  ])('%j: %s', (list, met, meets, judged) => {
    const [result] = report([answers(...list)]).requirements;
    expect(result).toMatchObject({ id: 'r0', met, meets, judged, points: 10, earned: met ? 10 : 0 });
    expect(result?.findings.map(({ answer }) => answer)).toEqual(list);
  });
});

describe('a scenario that asks for nonsense', () => {
  test.each([
    ['a check that does not exist', { check: 'no-such' }, 'evaluate.unknown-check', 'no-such'],
    ['a parameter of the wrong type', { params: { answers: 'meets' } }, 'evaluate.bad-params', 'answers'],
    ['a value that is not allowed', { params: { answers: ['meets', 'perhaps'] } }, 'evaluate.bad-params', 'answers.1'],
    ['a parameter that does not exist', { params: { answers: [], more: 1 } }, 'evaluate.bad-params', 'echo'],
  ])('%s is not met, and says why', (_, asked, code, names) => {
    const [result] = report([asked]).requirements;
    expect(result).toMatchObject({ met: false, earned: 0, findings: [{ answer: 'misses', reason: { code } }] });
    const said = result?.findings.map(({ reason }) => say(reason)).join('') ?? '';
    expect(said).toContain(names);
    expect(said).not.toMatch(/\{\w+\}/);
  });
});

describe('stars', () => {
  const paid: Drawing = { n: { cost: [{ label: 'x', quantity: 1, unit: 'month', rate: 100, source: 'made up' }] } };
  const ten = (met: number): Asked[] =>
    Array.from({ length: 10 }, (_, index) => ({ ...answers(index < met ? 'meets' : 'misses'), points: 1 }));
  test.each<[string, readonly Asked[], number | undefined, number]>([
    ['everything, no budget', ten(10), undefined, 3],
    ['everything, exactly the budget', ten(10), 100, 3],
    ['everything, above the budget', ten(10), 99.99, 2],
    ['nine of ten', ten(9), undefined, 1],
    ['six of ten', ten(6), undefined, 1],
    ['five of ten', ten(5), undefined, 0],
    ['nothing', ten(0), undefined, 0],
    [
      'points count, not requirements',
      [
        { ...answers('meets'), points: 6 },
        { ...answers('misses'), points: 2 },
        { ...answers('misses'), points: 2 },
      ],
      undefined,
      1,
    ],
    [
      'and the other way round',
      [
        { ...answers('meets'), points: 2 },
        { ...answers('meets'), points: 3 },
        { ...answers('misses'), points: 5 },
      ],
      undefined,
      0,
    ],
  ])('%s: %#', (_, asked, budget, stars) => {
    expect(report(asked, { drawing: paid, ...(budget !== undefined && { budget }) }).score.stars).toBe(stars);
  });
  test('60 % is 60 %, whatever the number of points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (met, missed) => {
        const { score } = report([
          { ...answers('meets'), points: met },
          { ...answers('misses'), points: missed },
        ]);
        expect(score).toMatchObject({
          earned: met,
          possible: met + missed,
          stars: met * 10 >= (met + missed) * 6 ? 1 : 0,
        });
      }),
      { numRuns: 2000 },
    );
  });
});

test('the report carries problems, traces and cost of the diagram', () => {
  const app = {
    ...WORLD['app'],
    requests: [ASK],
    cost: [{ label: 'x', quantity: 2, unit: 'month', rate: 3, source: 'made up' }],
  };
  const facts = factsOfAnswers({ ...WORLD, app });
  const { traces, cost, problems } = report([answers('meets')], { drawing: { ...WORLD, app } });
  expect(traces).toEqual(facts.requests.map(({ trace }) => trace));
  expect(traces.map(({ request, allowed }) => [request, allowed])).toEqual([['app/s3:GetObject/data', true]]);
  expect(cost).toEqual({ monthly: 6, lines: [{ nodes: ['app'], label: 'app: x', monthly: 6 }] });
  expect(problems).toEqual(facts.problems);
});
