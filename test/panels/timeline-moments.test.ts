import { describe, expect, it } from 'vitest';
import { span } from '../../src/game/drill';
import type { MetricSeries, TimelineEvent } from '../../src/model/timeline';
import { intervalsOf, momentAt, momentsOf, shows, stateIn } from '../../src/panels/timeline/moments';
import { figure, pointsOf, usualStatistic } from '../../src/panels/timeline/points';

const event = (at: number, kind: TimelineEvent['kind'], values = {}): TimelineEvent => ({
  at,
  kind,
  nodes: ['node'],
  reason: { code: 'time.some', values },
});
const SERIES: MetricSeries = {
  node: 'endpoint',
  namespace: 'AWS/SageMaker',
  metric: 'ModelLatency',
  unit: 'Microseconds',
  bucket: 600,
  at: [0, 600],
  sum: [100, 60],
  count: [10, 4],
  min: [2, 1],
  max: [30, 40],
};

describe('moments', () => {
  it.each([
    [0, '0 s'],
    [45.4, '45 s'],
    [60, '1 min'],
    [4440, '1 h 14 min'],
    [7200, '2 h'],
    [183_600, '2 d 3 h'],
    [86_460, '1 d'],
  ])('%d s are %s', (seconds, words) => expect(span(seconds)).toBe(words));
  it('hold everything of one instant', () => {
    const moments = momentsOf([event(1, 'incident'), event(5, 'alarm'), event(5, 'delivery'), event(9, 'action')]);
    expect(moments.map((one) => one.events.length)).toEqual([1, 2, 1]);
    expect([0, 1, 4.9, 5, 100].map((at) => momentAt(moments, at))).toEqual([-1, 0, 0, 1, 2]);
  });
  it('leave out alarms that come to rest, and rules that hear are not such', () => {
    const rest = event(1, 'alarm', { from: 'ALARM', to: 'OK' });
    const off = event(1, 'alarm', { from: 'OK', to: 'ALARM' });
    const heard = event(1, 'alarm', { rule: 'rule' });
    expect([rest, off, heard].map((one) => shows(one, 'main'))).toEqual([false, true, true]);
    expect([rest, off].map((one) => shows(one, 'all'))).toEqual([true, true]);
    expect([rest, event(1, 'monitor')].map((one) => shows(one, 'monitor'))).toEqual([false, true]);
  });
  it('know the states of an alarm, the loudest first', () => {
    const changes = [
      { at: 10, from: 'INSUFFICIENT_DATA', to: 'OK' },
      { at: 20, from: 'OK', to: 'ALARM' },
      { at: 22, from: 'ALARM', to: 'OK' },
    ] as const;
    const states = intervalsOf({ alarm: 'alarm', changes }, 0, 40);
    expect(states.map((one) => [one.from, one.to, one.state])).toEqual([
      [0, 10, 'INSUFFICIENT_DATA'],
      [10, 20, 'OK'],
      [20, 22, 'ALARM'],
      [22, 40, 'OK'],
    ]);
    expect([stateIn(states, 0, 10), stateIn(states, 5, 15), stateIn(states, 10, 30)]).toEqual([
      'INSUFFICIENT_DATA',
      'OK',
      'ALARM',
    ]);
  });
});

describe('points', () => {
  it.each([
    ['Average', [10, 15]],
    ['Sum', [50, 30]],
    ['SampleCount', [5, 2]],
    ['Minimum', [2, 1]],
    ['Maximum', [30, 40]],
  ])('%s of ten minutes, sums for each five', (statistic, values) =>
    expect(pointsOf(SERIES, statistic, 300).map((one) => one.value)).toEqual(values),
  );
  it('count what is always one', () => {
    expect(usualStatistic(SERIES)).toBe('Average');
    expect(usualStatistic({ ...SERIES, min: [1, 1], max: [1, 1] })).toBe('Sum');
  });
  it('are written short', () => expect([0.38271, 12.345, 12_345.6].map(figure)).toEqual(['0.383', '12.3', '12,346']));
});
