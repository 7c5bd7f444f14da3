import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/engine/facts';
import { MONITORING_REASONS } from '../../../src/engine/monitoring/reasons';
import type { Trace } from '../../../src/model/trace';
import { changed, codesOf, factsOfAnswers, Seen } from '../fake';
import { CASES, TWO_TOPICS } from './cases';
import type { ChainCase } from './chain-case';
import { alarm, ANA, metric, schedule, topic, trail, WATCH } from './world';

const seen = new Seen();

function traceOf(facts: Facts, chain: ChainCase['chain']): Trace | undefined {
  if (chain === 'schedule') return facts.schedules[0]?.trace;
  return chain === 'alarm' ? facts.alarms[0]?.trace : facts.trails[0]?.trace;
}

test.each(CASES)('$chain: $name', ({ chain, change, fails, says }) => {
  const trace = traceOf(factsOfAnswers(changed(WATCH, change)), chain);
  const steps = trace?.steps ?? [];
  seen.add(steps);
  const own = steps.filter(({ kind }) => kind === 'chain');
  expect(codesOf(own.filter(({ verdict }) => verdict === 'fail'))).toEqual(fails.map((code) => `monitoring.${code}`));
  expect(trace?.allowed).toBe(fails.length === 0);
  expect(codesOf(own)).toEqual(expect.arrayContaining((says ?? []).map((code) => `monitoring.${code}`)));
});

describe('the cases as a whole', () => {
  test('have names of their own in each chain, and sources', () => {
    expect(new Set(CASES.map(({ chain, name }) => `${chain} ${name}`)).size).toBe(CASES.length);
    expect(CASES.filter(({ source }) => source.length < 10)).toEqual([]);
  });
  test('reach every reason', () => expect(seen.missing(MONITORING_REASONS)).toEqual([]));
  test('fill every place of every sentence', () => expect(seen.unfinished()).toEqual([]));
  test('every failure is the one reason of some missing link', () => {
    const told = CASES.filter(({ fails }) => fails.length > 0).map(({ chain, fails }) => `${chain} ${fails.join()}`);
    expect(new Set(told).size).toBe(Object.keys(MONITORING_REASONS).filter((code) => seen.failed.has(code)).length);
  });
});

describe('what a chain that holds promises', () => {
  const facts = factsOfAnswers(WATCH);
  test('a schedule sees within its interval and 20 minutes', () => {
    expect(facts.schedules[0]).toMatchObject({ publishes: true, detectionHours: 1 + 20 / 60 });
    const daily = factsOfAnswers(changed(WATCH, { monitor: { schedule: { ...schedule, everyHours: 24 } } }));
    expect(daily.schedules[0]?.detectionHours).toBeCloseTo(24.33, 2);
  });
  test('an alarm names whom it reaches, and the metric it found', () => {
    expect(facts.alarms[0]).toMatchObject({
      metric,
      fires: 'can-fire',
      reaches: [{ topic: 'topic', protocol: 'email', endpoint: 'ana@example.com' }],
    });
  });
});

describe('what a broken chain does not promise', () => {
  const broken = CASES.filter(({ chain, fails }) => chain === 'schedule' && fails.length > 0);
  test.each(broken)('$name: no metric, no time', ({ change }) => {
    const [found] = factsOfAnswers(changed(WATCH, change)).schedules;
    expect(found?.publishes).toBe(false);
    expect(found).not.toHaveProperty('detectionHours');
  });
  test('without metrics it runs, and publishes nothing', () => {
    const change = { monitor: { schedule: { ...schedule, publishesMetrics: false } } };
    expect(factsOfAnswers(changed(WATCH, change)).schedules[0]).toMatchObject({
      publishes: false,
      trace: { allowed: true },
    });
  });
  test('the failed request stands behind the link that it breaks', () => {
    for (const [chain, name, code] of [
      ['schedule', 'the role may not write reports', 'iam.identity-near-resource'],
      ['schedule', 'the endpoint may not write its captures', 'iam.identity-near-resource'],
      ['alarm', 'the topic does not admit it', 'iam.resource-none'],
      ['trail', 'the bucket does not admit it', 'iam.resource-none'],
    ] as const) {
      const change = CASES.find((one) => one.chain === chain && one.name === name)?.change;
      const steps = traceOf(factsOfAnswers(changed(WATCH, change)), chain)?.steps ?? [];
      const link = steps.findIndex(({ kind, verdict }) => kind === 'chain' && verdict === 'fail');
      expect(steps[link + 1]?.reason.code, name).toBe(code);
    }
  });
});

describe('several actions', () => {
  test('one that works is enough', () => {
    const [chain] = factsOfAnswers(changed(WATCH, TWO_TOPICS)).alarms;
    expect(codesOf(chain?.trace.steps ?? [])).toContain('monitoring.no-subscription');
    expect(chain).toMatchObject({ trace: { allowed: true }, reaches: [{ topic: 'topic' }] });
  });
  test('but not when the alarm cannot fire', () => {
    const change = { ...TWO_TOPICS, monitor: { metrics: [] } };
    expect(factsOfAnswers(changed(WATCH, change)).alarms[0]?.trace.allowed).toBe(false);
  });
  test('every confirmed address is reached, and no other', () => {
    const bo = { endpoint: 'bo@example.com', confirmed: true };
    const change = { topic: topic('topic', ANA, { ...ANA, endpoint: 'x@example.com', confirmed: false }, bo) };
    const [chain] = factsOfAnswers(changed(WATCH, change)).alarms;
    expect(chain?.reaches.map(({ endpoint }) => endpoint)).toEqual(['ana@example.com', 'bo@example.com']);
  });
});

describe('the nearest metric is told', () => {
  const nearest = (wanted: string, ...published: readonly string[]): unknown => {
    const metrics = published.map((name) => ({ ...metric, metric: name }));
    const drawing = changed(WATCH, {
      monitor: { ...WATCH['monitor'], metrics },
      alarm: { alarm: { ...alarm, metric: wanted } },
    });
    const found = factsOfAnswers(drawing).alarms[0]?.trace.steps.find(({ verdict }) => verdict === 'fail');
    return found?.reason.values['nearest'];
  };
  test.each([
    ['ModelLatencies', ['Invocations', 'ModelLatency', 'Overhead'], 'ModelLatency in drift'],
    ['invocations', ['Invocations', 'InvocationErrors'], 'Invocations in drift'],
    ['kitten', ['mitten', 'sitting'], 'mitten in drift'],
    ['x', [], 'none, it publishes nothing'],
  ])('%s among %j', (wanted, published, expected) => expect(nearest(wanted, ...published)).toBe(expected));
});

describe('records', () => {
  test('the first trail that can deliver is named', () => {
    const spec = WATCH['monitor']?.requests?.[0];
    const event = { category: 'management', resourceType: 'T', eventSource: 's', eventName: 'Get' } as const;
    const drawing = changed(WATCH, {
      captured: { operations: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::captured/object', record: event }] },
      'a-trail': { trail: { ...trail, logging: false } },
    });
    const facts = factsOfAnswers(drawing);
    const step = spec && facts.walk(spec).trace.steps.at(-1);
    expect(step).toMatchObject({
      nodes: ['trail'],
      reason: { code: 'request.recorded', values: { trail: 'trail', event: 'Get' } },
    });
  });
});
