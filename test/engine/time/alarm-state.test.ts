import { describe, expect, it } from 'vitest';
import { evaluateAlarm } from '../../../src/engine/time/alarm-state';
import type { AlarmState } from '../../../src/model/timeline';

/**
 * The tables of "Configuring how CloudWatch alarms treat missing data" (CloudWatch user guide): newest point on the
 * right, 0 = within the threshold, X = breaching, - = missing. Three evaluation periods, a range of five.
 */
const INSUFFICIENT = 'INSUFFICIENT_DATA';
const KEPT = 'kept';
type Row = readonly [points: string, missing: string, ignore: string, breaching: string, notBreaching: string];

const threeOfThree: readonly Row[] = [
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', INSUFFICIENT, KEPT, 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', KEPT, 'ALARM', 'OK'],
];
const twoOfThree: readonly Row[] = [
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', KEPT, 'ALARM', 'OK'],
];
/** "Avoiding premature transitions to alarm state": three of three, missing data treated as missing. */
const notYet: readonly Row[] = [
  ['- - - - X', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'OK', 'OK', 'ALARM', 'OK'],
];

const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const VALUES: Readonly<Record<string, number | undefined>> = { '0': 0, X: 2, '-': undefined };

const cases = (
  [
    [3, threeOfThree],
    [2, twoOfThree],
    [3, notYet],
  ] as const
).flatMap(([m, rows]) =>
  rows.flatMap(([points, ...states]) =>
    TREATMENTS.flatMap((missingData, index) =>
      (['OK', 'ALARM'] as const).map((before) => ({ m, points, missingData, before, expected: states[index] ?? '' })),
    ),
  ),
);

describe('an alarm with missing data', () => {
  it.each(cases)('$m of 3, $points, $missingData, was $before: $expected', (one) => {
    const newestFirst = one.points
      .split(' ')
      .toReversed()
      .map((sign) => VALUES[sign]);
    const rule = {
      evaluationPeriods: 3,
      datapointsToAlarm: one.m,
      threshold: 1,
      comparison: '>',
      missingData: one.missingData,
    } as const;
    const expected = one.expected === KEPT ? one.before : one.expected;
    expect(evaluateAlarm(newestFirst, rule, one.before)).toBe(expected);
  });
});

describe('the threshold', () => {
  it.each([
    ['>', 1, 'OK'],
    ['>', 1.5, 'ALARM'],
    ['>=', 1, 'ALARM'],
    ['<', 1, 'OK'],
    ['<', 0.5, 'ALARM'],
    ['<=', 1, 'ALARM'],
  ] as const)('1 period, value %s threshold 1, value %d: %s', (comparison, value, expected) => {
    const rule = {
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      threshold: 1,
      comparison,
      missingData: 'missing',
    } as const;
    expect(evaluateAlarm([value, undefined, undefined], rule, INSUFFICIENT satisfies AlarmState)).toBe(expected);
  });
});
