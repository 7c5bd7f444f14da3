import { expect, it } from 'vitest';
import type { ServingFacet } from '../../../src/engine/time/facets';
import { Random } from '../../../src/engine/time/random';
import { type Fault, Serving } from '../../../src/engine/time/serving';

const MODEL_MS = 20;

/** How many of a thousand requests of one minute are answered. */
function answered(instances: number, workers: number, faults: readonly Partial<Fault>[] = []): number {
  const facet: ServingFacet = {
    instances,
    workers,
    subnets: [],
    rollout: { strategy: 'all-at-once', stepPercent: 100, waitSeconds: 0, terminationWaitSeconds: 0, alarms: [] },
    rollback: 'sagemaker:UpdateEndpoint',
  };
  const serving = new Serving('scores', facet, [], () => undefined, new Random(1, 'serving'), MODEL_MS);
  faults.forEach((fault, index) =>
    serving.faults.set(String(index), { latencyFactor: 1, errorShare: 0, share: 1, ...fault }),
  );
  const minute = serving.minute(60, 1000);
  expect(minute.answered + minute.failed).toBe(1000);
  return minute.answered;
}

/** Amazon SageMaker Runtime API Reference, InvokeEndpoint: a container has 60 seconds to answer. */
it.each([
  ['60 seconds are in time', [{ latencyFactor: 3000 }], 1000],
  ['more than 60 seconds are an error', [{ latencyFactor: 3001 }], 0],
  ['two faults that are too slow together', [{ latencyFactor: 100 }, { latencyFactor: 100 }], 0],
] as const)('%s, however many instances there are', (_, faults, expected) => {
  expect(answered(0, 1, faults)).toBe(expected);
  expect(answered(1000, 4, faults)).toBe(expected);
});

it('a canary that is too slow fails its share of the requests', () => {
  const good = answered(1000, 4, [{ latencyFactor: 5000, share: 0.1 }]);
  expect(good).toBeGreaterThan(850);
  expect(good).toBeLessThan(950);
});

it('more load than the instances can take is refused, and more instances take it', () => {
  const slow = [{ latencyFactor: 100 }];
  const [one, two, four] = [answered(1, 4, slow), answered(2, 4, slow), answered(40, 4, slow)];
  expect(one).toBe(120);
  expect(two).toBe(240);
  expect(four).toBe(1000);
});
