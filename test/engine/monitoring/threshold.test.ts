import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlarmFacet, MetricSource } from '../../../src/engine/monitoring/facets';
import { evaluationRange, judgeThreshold, waitsFor } from '../../../src/engine/monitoring/threshold';
import { evaluateAlarm } from '../../../src/engine/time/alarm-state';
import { alarm, metric } from './world';

/** "Using Amazon CloudWatch alarms" and "Evaluating an alarm": a threshold, a comparison, M out of N data points. */
type Row = readonly [string, Partial<AlarmFacet>, Partial<MetricSource>, string];
const ROWS: readonly Row[] = [
  ['a share above a fifth', {}, {}, 'can-fire'],
  ['above the largest value', { threshold: 1 }, {}, 'never-fires'],
  ['at the largest value', { threshold: 1, comparison: '>=' }, {}, 'can-fire'],
  ['at or above the smallest value', { threshold: 0, comparison: '>=' }, {}, 'always-fires'],
  ['above the smallest value', { threshold: 0 }, {}, 'can-fire'],
  ['below the smallest value', { threshold: 0, comparison: '<' }, {}, 'never-fires'],
  ['at or below the smallest value', { threshold: 0, comparison: '<=' }, {}, 'can-fire'],
  ['below more than the largest value', { threshold: 2, comparison: '<' }, {}, 'always-fires'],
  ['at or below the largest value', { threshold: 1, comparison: '<=' }, {}, 'always-fires'],
  ['microseconds taken for milliseconds', { threshold: 100 }, { min: 1000, max: 60_000_000 }, 'always-fires'],
  ['a sum grows with traffic', { threshold: 500, statistic: 'Sum' }, {}, 'can-fire'],
  ['and can be nothing', { threshold: 0, comparison: '<=', statistic: 'Sum' }, {}, 'can-fire'],
  ['but not less than nothing', { threshold: 0, comparison: '<', statistic: 'Sum' }, {}, 'never-fires'],
  ['unless values are negative', { threshold: -3, comparison: '<', statistic: 'Sum' }, { min: -1 }, 'can-fire'],
  [
    'a number of samples is never negative',
    { threshold: -3, comparison: '<', statistic: 'SampleCount' },
    { min: -1 },
    'never-fires',
  ],
  ['an average of negative values', { threshold: -0.5, comparison: '<' }, { min: -1 }, 'can-fire'],
  [
    '2 of 3 five-minute periods, hourly values, missing ones ignored',
    { periodSeconds: 300, evaluationPeriods: 3, datapointsToAlarm: 2, missingData: 'ignore' },
    {},
    'too-few-datapoints',
  ],
  [
    'the same, missing ones taken for good',
    { periodSeconds: 300, evaluationPeriods: 3, datapointsToAlarm: 2, missingData: 'notBreaching' },
    {},
    'too-few-datapoints',
  ],
  [
    'the same, missing ones missing: the one that is there counts once it is old enough',
    { periodSeconds: 300, evaluationPeriods: 3, datapointsToAlarm: 2 },
    {},
    'can-fire',
  ],
  ['1 of 3 of them', { periodSeconds: 300, evaluationPeriods: 3 }, {}, 'can-fire'],
  [
    'missing counts as breaching',
    { periodSeconds: 300, evaluationPeriods: 3, datapointsToAlarm: 2, missingData: 'breaching' },
    {},
    'can-fire',
  ],
  ['3 of 3 hourly periods', { evaluationPeriods: 3, datapointsToAlarm: 3 }, {}, 'can-fire'],
  ['minute values, one five-minute period', { periodSeconds: 300 }, { every: 60 }, 'can-fire'],
  ['99 of 100 below the largest value', { threshold: 1, statistic: 'p99' }, {}, 'never-fires'],
  ['a percentile above a fifth', { statistic: 'p99.9' }, {}, 'can-fire'],
  ['a percentile of what may be negative', { statistic: 'p90' }, { min: -1 }, 'no-percentile'],
  [
    'outside of what is usual: no value is',
    { threshold: 0, band: { width: 2, sides: 'both' } },
    { min: 5, max: 9 },
    'can-fire',
  ],
  [
    'a band does not make up for points that do not come',
    {
      threshold: 0,
      band: { width: 2, sides: 'both' },
      periodSeconds: 300,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      missingData: 'ignore',
    },
    {},
    'too-few-datapoints',
  ],
  ['M above N', { datapointsToAlarm: 2 }, {}, 'n-of-m'],
];

test.each(ROWS)('%s', (_, facet, source, code) => {
  const judged = judgeThreshold({ ...alarm, ...facet }, { ...metric, ...source });
  expect(judged.code).toBe(code);
  expect(judged.fires).toBe(code === 'can-fire' ? 'can-fire' : code === 'always-fires' ? 'always' : 'never');
});

/** What the evaluation of simulated time would make of a metric that breaches whenever it comes. */
test('too few data points: exactly where no evaluation of a metric that always breaches ends in ALARM', () => {
  const rule = fc.record({
    evaluationPeriods: fc.integer({ min: 1, max: 16 }),
    m: fc.integer({ min: 1, max: 16 }),
    missingData: fc.constantFrom('missing' as const, 'ignore' as const, 'breaching' as const, 'notBreaching' as const),
    apart: fc.integer({ min: 1, max: 14 }),
  });
  let never = 0;
  fc.assert(
    fc.property(rule, ({ evaluationPeriods, m, missingData, apart }) => {
      const asked = {
        ...alarm,
        evaluationPeriods,
        datapointsToAlarm: Math.min(m, evaluationPeriods),
        missingData,
        periodSeconds: 300,
      };
      const range = evaluationRange(asked);
      const fires = Array.from({ length: apart }, (_, first) =>
        Array.from({ length: range }, (__, age) => (age % apart === first ? 1 : undefined)),
      ).some((newestFirst) => evaluateAlarm(newestFirst, asked, 'OK') === 'ALARM');
      const judged = judgeThreshold(asked, { ...metric, every: apart * 300 });
      if (!fires) never += 1;
      expect(judged.code).toBe(fires ? 'can-fire' : 'too-few-datapoints');
    }),
    { numRuns: 2000 },
  );
  expect(never).toBeGreaterThan(100);
});

test.each([
  [{ threshold: 5, comparison: '>=' }, '>= 5'],
  [{ band: { width: 2, sides: 'both' } }, 'outside of its usual band (2 standard deviations)'],
  [{ band: { width: 3, sides: 'below' } }, 'below its usual band (3 standard deviations)'],
] as const)('%j is said as %s', (facet, words) => {
  const { comparison, threshold } = waitsFor({ ...alarm, ...facet });
  expect(`${comparison} ${threshold}`).toBe(words);
});

describe('for every threshold', () => {
  const number = fc.integer({ min: -20, max: 20 });
  const facets = fc.record({
    threshold: number,
    comparison: fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
    statistic: fc.constantFrom('Average', 'Minimum', 'Maximum', 'Sum', 'SampleCount'),
  });
  const range = fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const breaches = ({ comparison, threshold }: Pick<AlarmFacet, 'comparison' | 'threshold'>, value: number): boolean =>
    ({ '>': value > threshold, '>=': value >= threshold, '<': value < threshold, '<=': value <= threshold })[
      comparison
    ];

  test('never means that no value breaches, always that each one does', () => {
    fc.assert(
      fc.property(facets, range, fc.nat(20), (asked, bounds, at) => {
        const { fires } = judgeThreshold({ ...alarm, ...asked }, { ...metric, ...bounds });
        const grows = asked.statistic === 'Sum' || asked.statistic === 'SampleCount';
        const value = grows ? at : bounds.min + ((bounds.max - bounds.min) * at) / 20;
        if (fires === 'never') expect(breaches(asked, value)).toBe(false);
        if (fires === 'always') expect(breaches(asked, value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('the opposite comparison has the opposite answer', () => {
    const opposite = { '>': '<=', '<=': '>', '>=': '<', '<': '>=' } as const;
    const other = { never: 'always', always: 'never', 'can-fire': 'can-fire' } as const;
    fc.assert(
      fc.property(facets, range, (asked, bounds) => {
        const { fires } = judgeThreshold({ ...alarm, ...asked }, { ...metric, ...bounds });
        const turned = { ...alarm, ...asked, comparison: opposite[asked.comparison] };
        expect(judgeThreshold(turned, { ...metric, ...bounds }).fires).toBe(other[fires]);
      }),
    );
  });
});
