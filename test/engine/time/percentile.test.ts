import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enoughSamples, percentileShare } from '../../../src/engine/monitoring/percentile';
import { estimatePercentile } from '../../../src/engine/time/percentile';
import { normalQuantile } from '../../../src/engine/time/random';
import { edit, outcome, play, WATCHED } from './designs';

describe('the name of a percentile', () => {
  it.each([
    ['p99', 0.99],
    ['p99.9', 0.999],
    ['p50', 0.5],
    ['Average', undefined],
    ['SampleCount', undefined],
    ['p', undefined],
  ])('%s: %s', (statistic, share) => {
    const found = percentileShare(statistic);
    if (share === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(share, 12);
  });

  /** "Percentile-based alarms and low data samples": 1000 samples for p99; below the median 10 / percentile. */
  it.each([
    ['p99', 1000],
    ['p99.9', 10_000],
    ['p90', 100],
    ['p50', 20],
    ['p10', 100],
    ['Average', 0],
  ])('%s wants %d samples', (statistic, samples) => expect(enoughSamples(statistic)).toBe(samples));
});

describe('a percentile of which only the mean and the extremes are known', () => {
  const set = fc
    .tuple(fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true }), fc.nat(1000))
    .chain(([a, b, more]) => {
      const [min, max, count] = [Math.min(a, b), Math.max(a, b), more + 1];
      return fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((at) => ({ min, max, count, sum: count * (min + at * (max - min)) }));
    });
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('lies between the extremes, and a higher one is not lower', () => {
    fc.assert(
      fc.property(set, share, share, (known, a, b) => {
        const [low, high] = [a, b].toSorted((x, y) => x - y).map((one) => estimatePercentile(known, one));
        expect(low).toBeGreaterThanOrEqual(known.min);
        expect(high).toBeLessThanOrEqual(known.max);
        expect(low).toBeLessThanOrEqual(high ?? NaN);
      }),
    );
  });
  it.each([0.5, 0.9, 0.99])('of values around their mean it comes within a tenth: %d', (asked) => {
    const values = Array.from({ length: 2000 }, (_, index) => 100 + 30 * normalQuantile((index + 0.5) / 2000));
    const real = values[Math.ceil(asked * 2000) - 1] ?? NaN;
    const sum = values.reduce((total, one) => total + one, 0);
    const found = estimatePercentile({ sum, count: 2000, min: values[0] ?? 0, max: values.at(-1) ?? 0 }, asked);
    expect(Math.abs(found - real) / real).toBeLessThan(0.1);
  });
  it.each([
    [0.02, 0.99, 1],
    [0.02, 0.9, 0],
    [0.6, 0.5, 1],
  ])('errors are 0 or 1: a rate of %d at %d is %d', (rate, asked, expected) => {
    expect(estimatePercentile({ sum: rate * 500, count: 500, min: 0, max: 1 }, asked)).toBe(expected);
  });
});

describe('alarms on percentiles', () => {
  const alarm = { source: 'scores', namespace: 'AWS/SageMaker', metricName: 'ModelLatency', period: 300 };
  const detected = (props: object, incident: object) =>
    outcome(edit(WATCHED, { alarm: { ...alarm, ...props } }), incident).detected.by;
  const slow = { kind: 'latency', on: 'scores', factor: 4 };

  // About 20 ms on average; four times as long is 80 ms, and the slowest hundredth then takes about 80 · (1 + 0.3 · 2.3).
  it.each([
    ['Average', 100_000, []],
    ['p50', 100_000, []],
    ['p99', 100_000, ['alarm']],
    ['p99', 400_000, []],
  ])('%s above %d µs: %j', (statistic, threshold, by) => expect(detected({ statistic, threshold }, slow)).toEqual(by));

  it.each([
    ['evaluate', 3600, ['OK']],
    ['ignore', 3600, []],
    ['ignore', 36_000, ['OK']],
  ])('too few samples, %s, %d requests an hour: %j', (lowSamples, perHour, states) => {
    const props = { ...alarm, statistic: 'p99', threshold: 1_000_000, lowSamples };
    const { alarms } = play(edit(WATCHED, { alarm: props }), {
      traffic: { calls: [{ perHour }], swing: 0 },
      hours: 4,
    });
    expect(alarms[0]?.changes.map(({ to }) => to)).toEqual(states);
  });
});
