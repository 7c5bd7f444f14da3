import { expect, test } from 'vitest';
import { codes, edit, outcome, play, WATCHED } from './designs';
import { may } from './policies';

test('a monitor that finds something in every small sample has not noticed the incident', () => {
  const few = { calls: [{ perHour: 20 }] };
  const calm = play(WATCHED, { traffic: few });
  expect(calm.events.filter((one) => one.kind === 'monitor').length).toBeGreaterThan(5);
  const found = outcome(WATCHED, { kind: 'concept-drift', on: 'scores' }, { traffic: few });
  expect(found.detected.holds).toBe(false);
});

test('a false alarm that sends a bad version back has not contained it', () => {
  const alarm = (threshold: number) => ({
    source: 'scores',
    namespace: 'AWS/SageMaker',
    metricName: 'Invocation5XXErrors',
    period: 60,
    threshold,
    comparison: 'GreaterThanOrEqualToThreshold',
  });
  const guarded = (threshold: number, more = {}) =>
    edit(WATCHED, {
      alarm: alarm(threshold),
      scores: { rollbackAlarms: ['alarm'], waitSeconds: 600 },
      ...more,
    });
  const found = (design: ReturnType<typeof guarded>) =>
    outcome(design, { kind: 'bad-deployment', on: 'scores', errors: 0.5 });
  expect(found(guarded(0.02)).contained).toMatchObject({ holds: true, by: 'scores' });
  const always = found(guarded(0));
  expect(always.contained).toMatchObject({ holds: false });
  expect(always.contained.by).toBeUndefined();
  expect(codes(always.contained.trace)).toContain('time.ends-by-chance');
  // It is over all the same.
  expect(always.loss.requests).toBeLessThan(found(guarded(0.02, { scores: { rollbackAlarms: [] } })).loss.requests);
});

test('what failed before is not lost through the incident', () => {
  const refused = edit(WATCHED, { caller: may('sagemaker:DescribeEndpoint') });
  expect(outcome(refused, { kind: 'errors', on: 'scores', share: 1 }).loss.requests).toBe(0);
  const found = outcome(edit(refused, { operator: may('sagemaker:*') }), { kind: 'resource-deleted', on: 'scores' });
  expect(found.loss.requests).toBe(0);
});

test('what is over by itself leaves no trace in the hours after it', () => {
  const design = edit(WATCHED, { operator: may('sagemaker:*') });
  const deletion = { kind: 'resource-deleted', on: 'scores', atHour: 10 };
  const answered = (hours: number) => {
    const { series } = play(design, { incidents: [{ ...deletion, hours }], hours: 56 });
    const found = series.find((one) => one.metric === 'Invocations');
    const inHour = (hour: number) =>
      (found?.at ?? []).reduce(
        (sum, at, index) => (Math.floor(at / 3600) === hour ? sum + (found?.sum[index] ?? 0) : sum),
        0,
      );
    return [9, 10, 12, 13].map((hour) => inHour(hour) > 0);
  };
  // In 56 hours a bucket of the chart is ten minutes.
  expect(answered(2)).toEqual([true, false, true, true]);
  expect(answered(3)).toEqual([true, false, false, true]);
});

test('a fleet and its disk are as before when their fault is over', () => {
  const disk = {
    alarm: {
      source: 'scores',
      namespace: '/aws/sagemaker/Endpoints',
      metricName: 'DiskUtilization',
      period: 60,
      threshold: 75,
    },
  };
  const states = (kind: string) =>
    play(edit(WATCHED, disk), {
      incidents: [{ kind, on: 'scores', atHour: 5, hours: 1 }],
      hours: 10,
    }).alarms[0]?.changes.map(({ to }) => to);
  expect(states('capture-disk-full')).toEqual(['OK', 'ALARM', 'OK']);
  expect(states('latency')).toEqual(['OK']);
});
