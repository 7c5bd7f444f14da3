import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/engine/facts';
import type { Rollout } from '../../../src/engine/time/facets';
import type { Diagram } from '../../../src/model/diagram';
import { codes, edit, factsFrom, outcome, WATCHED } from './designs';
import { admits, may } from './policies';

/**
 * Deployment guardrails. Sources: SageMaker developer guide, "Auto-rollback configuration and monitoring" (alarms trip
 * during the baking period; the execution role needs cloudwatch:DescribeAlarms), "All at once", "Canary" and "Linear
 * traffic shifting". After the baking period nothing rolls back by itself: that is a call to UpdateEndpoint.
 */
const deployment = { kind: 'bad-deployment', on: 'scores', errors: 0.5 };
const alarm = {
  source: 'scores',
  namespace: 'AWS/SageMaker',
  metricName: 'Invocation5XXErrors',
  period: 60,
  threshold: 0.02,
} as const;
const guarded = edit(WATCHED, { alarm, scores: { rollbackAlarms: ['alarm'] } });

/** All at once, ten minutes of baking, and the old fleet goes at once; some of it otherwise. */
function rollingOut(design: Diagram, more: Partial<Rollout> = {}): Facts {
  const facts = factsFrom(design);
  const timeOf: Facts['timeOf'] = (id) => {
    const time = facts.timeOf(id);
    if (!time?.serves) return time;
    const rollout: Rollout = {
      strategy: 'all-at-once',
      stepPercent: 100,
      waitSeconds: 600,
      terminationWaitSeconds: 0,
      alarms: time.serves.rollout.alarms,
      ...more,
    };
    return { ...time, serves: { ...time.serves, rollout } };
  };
  return { ...facts, timeOf };
}

describe('a bad version', () => {
  it('goes back when an alarm goes off while it bakes', () => {
    const { contained, at } = outcome(rollingOut(guarded), deployment);
    expect(contained).toMatchObject({ holds: true, by: 'scores' });
    expect((contained.at ?? 0) - at).toBeLessThan(600);
    expect(codes(contained.trace)).toEqual(['time.sees-alarm', 'time.rolls-back']);
  });
  it('stays without an alarm to watch', () => {
    expect(outcome(rollingOut(guarded, { alarms: [] }), deployment).contained.holds).toBe(false);
  });
  it('stays when it bakes for a shorter time than the alarm needs', () => {
    const { contained } = outcome(rollingOut(guarded, { waitSeconds: 0 }), deployment);
    expect(contained.holds).toBe(false);
    expect(codes(contained.trace)).toContain('time.bakes-no-more');
  });
  it('goes back late enough for a slow alarm only when the old fleet stays', () => {
    const slow = edit(guarded, { alarm: { period: 300, evaluationPeriods: 3 } });
    const ended = (terminationWaitSeconds: number) =>
      outcome(rollingOut(slow, { waitSeconds: 300, terminationWaitSeconds }), deployment).contained.holds;
    expect(ended(0)).toBe(false);
    expect(ended(1800)).toBe(true);
  });
  it('stays when the execution role may not look at the alarm', () => {
    const blind = edit(guarded, { role: { policies: [] } });
    const { contained } = outcome(rollingOut(blind), deployment);
    expect(contained.holds).toBe(false);
    expect(codes(contained.trace)).toContain('time.cannot-see-alarm');
  });
  it.each(['canary', 'linear'] as const)('hurts fewer callers by %s than all at once', (strategy) => {
    const lost = (more: Partial<Rollout>) =>
      outcome(rollingOut(guarded, more), deployment, { traffic: { calls: [{ perHour: 36_000 }] } });
    const careful = lost({ strategy, stepPercent: 10 });
    expect(careful.contained.holds).toBe(true);
    expect(careful.loss.requests).toBeLessThan(lost({}).loss.requests / 3);
  });
  it('that shows only after the baking period is ended by a function, if one may', () => {
    const late = edit(guarded, {
      alarm: { alarmActions: ['healer'] },
      healer: [
        'lambda-function',
        {
          role: 'caller',
          resourcePolicy: admits('lambda.alarms.cloudwatch.amazonaws.com', 'lambda:InvokeFunction'),
          calls: [{ action: 'sagemaker:UpdateEndpoint', target: 'scores' }],
        },
      ],
    });
    const ended = (action: string) =>
      outcome(rollingOut(edit(late, { caller: may(action) }), { waitSeconds: 0 }), deployment).contained;
    expect(ended('sagemaker:*')).toMatchObject({ holds: true, by: 'healer' });
    expect(ended('sagemaker:InvokeEndpoint').holds).toBe(false);
  });
});

interface Row {
  readonly name: string;
  readonly rollout: Partial<Rollout>;
  readonly alarm?: Parameters<typeof edit>[1][string];
  readonly incident?: object;
  /** minutes until it is back at the latest; left out, it stays. */
  readonly within?: number;
}
const ERRORS = { metricName: 'Invocation5XXErrors', threshold: 0.02 };
const LATENCY = { metricName: 'ModelLatency', threshold: 100_000 };
const slow = { errors: 0, latencyFactor: 6 };

/** Baking = every step's wait, the last one's too, and then the wait before the old fleet goes. */
const ROWS: readonly Row[] = [
  { name: 'all at once, ten minutes, a quick alarm', rollout: { waitSeconds: 600 }, within: 3 },
  {
    name: 'all at once, one minute: the alarm needs ten',
    rollout: { waitSeconds: 60 },
    alarm: { ...ERRORS, period: 300, evaluationPeriods: 2, threshold: 0.3 },
  },
  {
    name: 'the same, and the old fleet stays for 20 minutes more',
    rollout: { waitSeconds: 60, terminationWaitSeconds: 1200 },
    alarm: { ...ERRORS, period: 300, evaluationPeriods: 2, threshold: 0.3 },
    within: 14,
  },
  {
    name: 'a canary of 10 % whose errors are under the threshold, until all traffic goes there',
    rollout: { strategy: 'canary', stepPercent: 10, waitSeconds: 600 },
    alarm: { ...ERRORS, threshold: 0.2 },
    within: 13,
  },
  {
    name: 'steps of 20 % until enough requests fail',
    rollout: { strategy: 'linear', stepPercent: 20, waitSeconds: 300 },
    alarm: { ...ERRORS, threshold: 0.25 },
    within: 18,
  },
  { name: 'a threshold that the version keeps', rollout: {}, alarm: { ...ERRORS, threshold: 0.9 } },
  { name: 'a slow version and an alarm on errors', rollout: {}, alarm: ERRORS, incident: slow },
  { name: 'a slow version and an alarm on latency', rollout: {}, alarm: LATENCY, incident: slow, within: 3 },
  {
    name: 'an alarm whose actions are off: a rollback looks at its state',
    rollout: {},
    alarm: { ...ERRORS, actionsEnabled: false },
    within: 3,
  },
  { name: 'a metric of another name', rollout: {}, alarm: { ...ERRORS, metricName: 'InvocationErrors' } },
];

it.each(ROWS)('$name', ({ rollout, alarm: rule = ERRORS, incident = {}, within }) => {
  const design = rollingOut(edit(guarded, { alarm: { ...rule } }), rollout);
  const { contained, at } = outcome(
    design,
    { ...deployment, ...incident },
    { traffic: { calls: [{ perHour: 36_000 }] } },
  );
  expect(contained.holds).toBe(within !== undefined);
  expect(((contained.at ?? at) - at) / 60).toBeLessThanOrEqual(within ?? 0);
});
