import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../src/game/prove';
import { foresight, foretelling, proofOf, found } from './proposals';

describe('predictions', () => {
  const scenario = foretelling([foresight]);
  test('are proven, and stand beside the matrix', () => {
    const proof = proofOf({ scenario });
    expect(gapsOf(proof)).toEqual([]);
    expect(proof.foretold.map(({ prediction, option, holds }) => [prediction, option, holds])).toEqual([
      ['rotates', 'yes', false],
      ['rotates', 'no', true],
    ]);
    expect(proof.foretold[1]?.reasons.join(' ')).toMatch(/does not rotate/);
  });
  test('count for a solution, not for the start', () => {
    const rows = new Map(proofOf({ scenario }).matrix.map((row) => [row.name, row]));
    expect(rows.get('')).toMatchObject({ earned: 2, stars: 0 });
    expect(rows.get('bucket')).toMatchObject({ earned: 6, stars: 3 });
  });
  test('are enough by themselves, without a solution', () => {
    const proof = proofOf({
      scenario: { ...scenario, requirements: [], par: undefined, budget: undefined },
      solutions: {},
      attempts: {},
    });
    expect(gapsOf(proof)).toEqual([]);
    expect(proof.proven).toBe(true);
  });
  test('a check that has nothing to say makes no option true', () => {
    const silent = {
      ...foresight,
      params: {},
      options: foresight.options.map((one) => ({ ...one, when: [{ check: 'keys-rotate', holds: 'missed' }] })),
    };
    expect(found({ scenario: { task: 'predict', predictions: [silent] } })).toEqual([
      'no-true-option | scenario | predictions[0].options',
    ]);
  });
  test.each([
    ['unknown-check', { when: [{ check: 'no-such', holds: 'missed' }] }, 'when[0].check'],
    [
      'bad-params',
      { when: [{ check: 'keys-rotate', params: { withinDays: 'soon' }, holds: 'missed' }] },
      'when[0].params.withinDays',
    ],
  ])('an option that cannot be asked is not true: %s', (code, change, place) => {
    const [yes, no] = foresight.options;
    const asked = { ...foresight, options: [yes, { ...no, ...change }] };
    expect(found({ scenario: foretelling([asked]) })).toEqual([
      `${code} | scenario | predictions[0].options[1].${place}`,
      'no-true-option | scenario | predictions[0].options',
    ]);
  });
});
