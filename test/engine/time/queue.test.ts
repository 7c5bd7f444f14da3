import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../../src/engine/time/queue';
import { binomialQuantile, normalQuantile, poissonQuantile, Random } from '../../../src/engine/time/random';

test('events come in order of time, and in order of entry at the same instant', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }), (instants) => {
      const queue = new EventQueue(0);
      const seen: (readonly [number, number])[] = [];
      instants.forEach((at, index) => queue.at(at, () => seen.push([queue.now, index])));
      queue.run(100);
      const expected = instants.map((at, index) => [at, index] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
      expect(seen).toEqual(expected);
      expect(queue.processed).toBe(instants.length);
    }),
  );
});

test('an event may add events; what lies after the end does not run', () => {
  const queue = new EventQueue(10);
  const seen: number[] = [];
  const tick = () => {
    seen.push(queue.now);
    queue.at(queue.now + 10, tick);
  };
  queue.at(0, tick);
  queue.run(45);
  expect(seen).toEqual([10, 20, 30, 40]);
  expect(queue.now).toBe(45);
});

test('two streams of the same seed are strangers, the same stream repeats', () => {
  const throws = (label: string) => {
    const dice = new Random(1, label);
    return [dice.uniform(), dice.uniform(), dice.uniform()];
  };
  expect(throws('a')).toEqual(throws('a'));
  expect(throws('a')).not.toEqual(throws('b'));
});

test('uniform numbers fill the unit interval evenly', () => {
  const dice = new Random(7, 'even');
  const bins = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 100_000; index += 1) {
    const at = Math.floor(dice.uniform() * 10);
    bins[at] = (bins[at] ?? 0) + 1;
  }
  // Chi-squared with 9 degrees of freedom: 27.9 is passed once in a thousand seeds.
  expect(bins.reduce((sum, bin) => sum + (bin - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
});

test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.001, -3.090232],
])('normal quantile of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 5));

test('a larger mean never gives a smaller count for the same throw', () => {
  const unit = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(unit, fc.double({ min: 0, max: 1e6, noNaN: true }), (u, mean) => {
      expect(poissonQuantile(u, 2 * mean)).toBeGreaterThanOrEqual(poissonQuantile(u, mean));
      expect(binomialQuantile(u, Math.round(mean), 0.3)).toBeLessThanOrEqual(Math.round(mean));
    }),
  );
});

test('Poisson counts have the mean they were asked for', () => {
  for (const mean of [0.2, 3, 29, 31, 500]) {
    const dice = new Random(3, `mean ${mean}`);
    let total = 0;
    for (let index = 0; index < 20_000; index += 1) total += poissonQuantile(dice.uniform(), mean);
    expect(total / 20_000).toBeGreaterThan(mean - 4 * Math.sqrt(mean / 20_000));
    expect(total / 20_000).toBeLessThan(mean + 4 * Math.sqrt(mean / 20_000));
  }
});
