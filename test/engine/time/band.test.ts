import { describe, expect, it } from 'vitest';
import { outsideBand, UsualValues } from '../../../src/engine/time/band';
import { codes, edit, outcome, play, WATCHED } from './designs';

/**
 * Anomaly detection. Sources: "Using CloudWatch anomaly detection" (up to two weeks, hours of the day, a width in standard
 * deviations), "Creating a CloudWatch alarm based on anomaly detection" (above, below or outside of the band).
 */
const HOUR = 3600;
const DAY = 24 * HOUR;

describe('what is usual', () => {
  const taught = (days: number, valueOf: (day: number, minute: number) => number) => {
    const usual = new UsualValues();
    for (let day = 0; day < days; day += 1)
      for (let minute = 0; minute < 24 * 60; minute += 15) usual.learn(day * DAY + minute * 60, valueOf(day, minute));
    return usual;
  };
  it('is known from the second day on', () => {
    const usual = taught(2, () => 5);
    expect(usual.at(DAY - 1)).toBeUndefined();
    expect(usual.at(DAY)).toEqual({ mean: 5, spread: 0 });
  });
  it('is another one at another hour', () => {
    const usual = taught(1, (_, minute) => Math.floor(minute / 60));
    expect([3, 15].map((hour) => usual.at(DAY + hour * HOUR)?.mean)).toEqual([3, 15]);
  });
  it('today does not count yet', () => {
    const usual = taught(1, () => 5);
    for (let minute = 0; minute < 60; minute += 15) usual.learn(DAY + minute * 60, 500);
    expect(usual.at(DAY + 59 * 60)?.mean).toBe(5);
    expect(usual.at(2 * DAY)?.mean).toBeGreaterThan(5);
  });
  it('two weeks later it is forgotten', () => {
    const after = (days: number) => taught(days, (day) => (day < 5 ? 1000 : 1)).at(days * DAY);
    expect(after(18)?.mean).toBeGreaterThan(1);
    expect(after(19)).toEqual({ mean: 1, spread: 0 });
  });
  it.each([
    ['both', 13, true],
    ['both', 7, true],
    ['both', 11.9, false],
    ['above', 13, true],
    ['above', 7, false],
    ['below', 7, true],
    ['below', 13, false],
  ] as const)('10 ± 2 · 1, %s, %d: outside %s', (sides, value, expected) => {
    expect(outsideBand(value, { mean: 10, spread: 1 }, { width: 2, sides }) > 0).toBe(expected);
  });
  it('what never varies has no room, and rounding is no anomaly', () => {
    const usual = { mean: 0.1 + 0.2, spread: 0 };
    expect(outsideBand(0.3, usual, { width: 2, sides: 'both' }) > 0).toBe(false);
    expect(outsideBand(0.31, usual, { width: 2, sides: 'both' }) > 0).toBe(true);
  });
});

const band = {
  source: 'scores',
  namespace: 'AWS/SageMaker',
  metricName: 'ModelLatency',
  period: 300,
  evaluationPeriods: 3,
  comparison: 'LessThanLowerOrGreaterThanUpperThreshold',
  anomalyBand: 6,
};
const designed = (props: object) => edit(WATCHED, { alarm: { ...band, ...props } });
const slow = { kind: 'latency', on: 'scores', factor: 3 };

describe('an alarm on what is usual', () => {
  it('has insufficient data for a day', () => {
    const { alarms } = play(designed({}), { hours: 30 });
    expect(alarms[0]?.changes.map(({ to }) => to)).toEqual(['OK']);
    expect(alarms[0]?.changes[0]?.at).toBeGreaterThanOrEqual(DAY);
  });

  it.each([
    ['LessThanLowerOrGreaterThanUpperThreshold', ['alarm']],
    ['GreaterThanUpperThreshold', ['alarm']],
    ['LessThanLowerThreshold', []],
  ])('three times as slow, %s: %j', (comparison, by) => {
    const found = outcome(designed({ comparison }), slow);
    expect(found.detected.by).toEqual(by);
    expect(codes(found.notified.trace)).toContain(by.length > 0 ? 'time.tells' : 'time.stays-quiet');
  });

  it('the daily swing of traffic is usual, and a threshold between its ends is not', () => {
    const calm = (props: object) =>
      play(designed({ metricName: 'Invocations', statistic: 'Sum', ...props }), {
        hours: 72,
        traffic: { calls: [{ perHour: 36_000 }], swing: 0.5 },
      }).alarms[0]?.changes.filter(({ to }) => to === 'ALARM').length;
    expect(calm({})).toBe(0);
    expect(calm({ comparison: 'GreaterThanThreshold', threshold: 3600 })).toBeGreaterThan(0);
  });

  it('what lasts becomes usual', () => {
    const { alarms } = play(designed({}), { hours: 90, incidents: [{ ...slow, atHour: 30 }] });
    expect(alarms[0]?.changes.map(({ to }) => to)).toContain('ALARM');
    expect(alarms[0]?.changes.at(-1)?.to).toBe('OK');
  });
});
