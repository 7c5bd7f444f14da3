import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { evaluate } from '../../src/engine/evaluate';
import type { Facts } from '../../src/engine/facts';
import { factsOf } from '../../src/engine/facts-of';
import { hasWords, say } from '../../src/engine/wording';
import { Account } from '../../src/model/account';
import { Traffic } from '../../src/model/incident';
import type { Diagram } from '../../src/model/diagram';
import type { Report } from '../../src/model/report';
import { Scenario } from '../../src/model/scenario';
import { anything, scribble, spoiled } from './random';

const account = Account.parse({});
/** Asks every check, with the parameters of its own example. */
const everything = [...checks.values()].map((check): Scenario['requirements'][number] => ({
  id: check.id,
  title: check.title,
  detail: '',
  check: check.id,
  params: (check.examples.meets[0]?.params ?? {}) as Scenario['requirements'][number]['params'],
  points: 1,
  controls: [],
  hints: [],
  debrief: 'x',
}));
const scenario: Scenario = {
  format: 'perimeter-scenario',
  version: 1,
  id: 'everything',
  title: 'Everything',
  summary: 'x',
  story: 'x',
  task: 'build',
  difficulty: 'advanced',
  minutes: 1,
  domain: 'x',
  account,
  start: { nodes: {} },
  allowedKinds: [...catalog.keys()],
  predictions: [],
  requirements: everything,
  traffic: Traffic.parse({}),
  incidents: [],
  questions: [],
  debrief: 'x',
};

function judge(diagram: Diagram): { readonly facts: Facts; readonly report: Report } {
  const facts = factsOf(diagram, account, catalog);
  return { facts, report: evaluate(facts, scenario, checks) };
}

/** So that whoever writes into a drawing throws. */
function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test.each([
  ['scribbles', scribble],
  ['spoiled designs', spoiled],
])(
  '%s: evaluating never throws, repeats itself, and leaves the drawing alone',
  (_, drawings) => {
    fc.assert(
      fc.property(drawings, (diagram) => {
        const before = JSON.stringify(diagram);
        const first = judge(frozen(diagram)).report;
        // A copy shares nothing that was remembered of the first one.
        expect(judge(structuredClone(diagram)).report).toEqual(first);
        expect(JSON.stringify(diagram)).toBe(before);
        expect(first.requirements).toHaveLength(checks.size);
      }),
      { numRuns: 150 },
    );
  },
  120_000,
);

test('the order of the nodes in the file does not matter', () => {
  fc.assert(
    fc.property(anything, (diagram) => {
      const turned = { nodes: Object.fromEntries(Object.entries(diagram.nodes).toReversed()) };
      expect(judge(turned).report).toEqual(judge(diagram).report);
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('whatever is drawn', () => {
  test('a trace is allowed iff no step fails; after a failure only records are left', () => {
    fc.assert(
      fc.property(anything, (diagram) => {
        for (const { trace } of judge(diagram).facts.requests) {
          const failing = trace.steps.findIndex(({ verdict }) => verdict === 'fail');
          expect(trace.allowed).toBe(failing === -1);
          // A refused packet is what a flow log is for.
          if (failing !== -1)
            expect(trace.steps.slice(failing + 1).filter(({ kind }) => kind !== 'record')).toEqual([]);
          expect(trace.steps[0]?.kind).toBe('start');
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test('a chain that does not hold says where', () => {
    fc.assert(
      fc.property(anything, (diagram) => {
        const { schedules, alarms, trails } = judge(diagram).facts;
        for (const { trace } of [...schedules, ...alarms, ...trails])
          expect(trace.allowed || trace.steps.some(({ verdict }) => verdict === 'fail')).toBe(true);
        for (const { trace } of [...schedules, ...trails])
          expect(trace.allowed).toBe(trace.steps.every(({ verdict }) => verdict !== 'fail'));
        for (const { trace, reaches } of alarms) if (trace.allowed) expect(reaches.length).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test('every reason has a sentence, and fills each of its places', () => {
    fc.assert(
      fc.property(anything, (diagram) => {
        const { facts, report } = judge(diagram);
        const chains = [...facts.schedules, ...facts.alarms, ...facts.trails].map(({ trace }) => trace);
        const steps = [...report.traces, ...chains].flatMap((trace) => trace.steps);
        for (const { reason } of [...report.problems, ...steps]) {
          expect(hasWords(reason.code), reason.code).toBe(true);
          expect(Object.values(reason.values).join(''), reason.code).not.toMatch(/undefined|\[object/);
          // A name of the player may look like a place, so places are counted with plain values.
          const plain = Object.fromEntries(Object.keys(reason.values).map((key) => [key, 'v']));
          expect(say({ code: reason.code, values: plain }), reason.code).not.toMatch(/\{\w+\}/);
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test('what a step or a problem rests on is in the drawing', () => {
    fc.assert(
      fc.property(anything, (diagram) => {
        const { facts, report } = judge(diagram);
        const steps = report.traces.flatMap((trace) => trace.steps);
        for (const { nodes, fields, reason } of [...report.problems, ...steps]) {
          const named = [...nodes, ...(fields ?? []).map((one) => one.node)];
          expect(
            named.filter((id) => !facts.node(id)),
            reason.code,
          ).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test('it costs something finite, and never less than nothing', () => {
    fc.assert(
      fc.property(anything, (diagram) => {
        const { cost, score } = judge(diagram).report;
        for (const { monthly } of cost.lines) expect(monthly >= 0 && Number.isFinite(monthly)).toBe(true);
        expect(score.earned).toBeLessThanOrEqual(score.possible);
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});
