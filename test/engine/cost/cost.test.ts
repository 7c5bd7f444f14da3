import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostItem } from '../../../src/engine/cost/facets';
import { meaning } from '../../catalog/meaning';
import { factsOfAnswers } from '../fake';

const item = (quantity: number, rate: number, label = 'thing'): CostItem => ({
  label,
  quantity,
  unit: 'hour',
  rate,
  source: 'made up for this test',
});
const costOf = (...items: readonly CostItem[]) => factsOfAnswers({ n: { cost: items } }).cost;

test.each([
  ['a month of 730 hours', [item(730, 0.045)], 32.85],
  ['rounded to cents', [item(1, 0.014_9)], 0.01],
  ['half a cent goes up', [item(1, 0.125)], 0.13],
  ['the sum of what is shown', [item(1, 0.014), item(1, 0.014)], 0.02],
  ['sums without a tail', [item(1, 0.1), item(1, 0.2)], 0.3],
  ['nothing', [], 0],
  ['nonsense costs nothing', [item(Number.NaN, 1), item(1, Number.POSITIVE_INFINITY), item(1, 1)], 1],
])('%s', (_, items, expected) => expect(costOf(...items).monthly).toBe(expected));

test('a line names its node and what it pays for', () => {
  const { lines } = factsOfAnswers({ b: { cost: [item(2, 3, 'Requests')] }, a: { cost: [item(1, 1)] }, c: {} }).cost;
  expect(lines).toEqual([
    { nodes: ['a'], label: 'a: thing', monthly: 1 },
    { nodes: ['b'], label: 'b: Requests', monthly: 6 },
  ]);
});

/** Sources of the real prices stand beside them in the catalogue; here their sums must agree with the bill. */
describe('with the real kinds', () => {
  test('a NAT gateway costs what its hours and its traffic cost', () => {
    const { monthly, lines } = meaning({ vpc: { kind: 'vpc' }, nat: { kind: 'nat-gateway', in: 'vpc' } }).cost;
    expect(lines.every(({ nodes }) => nodes[0] === 'nat')).toBe(true);
    // Amazon VPC pricing, US East (N. Virginia): 0.045 USD an hour before any traffic.
    expect(monthly).toBeGreaterThanOrEqual(32.85);
  });
  test('a gateway endpoint is free, an interface endpoint is not', () => {
    const cost = (kind: string) =>
      meaning({
        vpc: { kind: 'vpc' },
        subnet: { kind: 'subnet', in: 'vpc' },
        e: { kind, in: 'vpc', props: kind === 'interface-endpoint' ? { service: 'kms', subnets: ['subnet'] } : {} },
      }).cost.monthly;
    expect(cost('gateway-endpoint')).toBe(0);
    expect(cost('interface-endpoint')).toBeGreaterThan(5);
  });
});

describe('for every bill', () => {
  const items = fc.array(
    fc.tuple(fc.nat(10_000), fc.double({ min: 0, max: 50, noNaN: true })).map(([n, r]) => item(n, r)),
  );
  test('a further line never makes it cheaper, and the order does not matter', () => {
    fc.assert(
      fc.property(items, items, (some, more) => {
        const before = costOf(...some).monthly;
        expect(costOf(...some, ...more).monthly).toBeGreaterThanOrEqual(before);
        expect(costOf(...some.toReversed()).monthly).toBeCloseTo(before, 2);
      }),
    );
  });
  test('the total is the sum of the lines, in whole cents', () => {
    fc.assert(
      fc.property(items, (some) => {
        const { monthly, lines } = costOf(...some);
        expect(lines.reduce((sum, line) => sum + Math.round(line.monthly * 100), 0)).toBe(Math.round(monthly * 100));
        for (const line of lines) expect(Number((line.monthly * 100).toFixed(6)) % 1).toBe(0);
      }),
    );
  });
});
