import { describe, expect, it } from 'vitest';
import { codes, edit, factsFrom, outcome, play, WATCHED } from './designs';
import { admits } from './policies';

/**
 * Alarms on an endpoint. Sources: "Amazon SageMaker AI metrics in CloudWatch" (ModelLatency in microseconds; error
 * metrics are 1 or 0 per request, so Average is a rate and Sum a number), "Auto-rollback configuration and monitoring"
 * (100000 = 100 ms), "Using Amazon CloudWatch alarms" (actions follow changes of state).
 */
const ENDPOINT = { source: 'scores', namespace: 'AWS/SageMaker', period: 300 } as const;
const latency = { kind: 'latency', on: 'scores', factor: 10 };
const errors = { kind: 'errors', on: 'scores', share: 0.2 };
const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator' };

const RULES = [
  ['100 ms in microseconds', { metricName: 'ModelLatency', threshold: 100_000 }, latency, true],
  ['100 ms taken for milliseconds: on from the start', { metricName: 'ModelLatency', threshold: 100 }, latency, false],
  ['a second', { metricName: 'ModelLatency', threshold: 1_000_000 }, latency, false],
  ['overhead is not the model', { metricName: 'OverheadLatency', threshold: 100_000 }, latency, false],
  ['5 % as a rate', { metricName: 'Invocation5XXErrors', threshold: 0.05 }, errors, true],
  ['AWS sample: a rate above 1', { metricName: 'Invocation5XXErrors', threshold: 1 }, errors, false],
  ['5 taken for percent', { metricName: 'Invocation5XXErrors', threshold: 5 }, errors, false],
  ['5 errors', { metricName: 'Invocation5XXErrors', statistic: 'Sum', threshold: 5 }, errors, true],
  ['model errors', { metricName: 'InvocationModelErrors', threshold: 0.05 }, errors, true],
  ['errors of the caller are others', { metricName: 'Invocation4XXErrors', threshold: 0.05 }, errors, false],
  ['a name that does not exist', { metricName: 'InvocationsErrors', threshold: 0 }, errors, false],
  [
    'another namespace',
    { metricName: 'ModelLatency', namespace: '/aws/sagemaker/Endpoints', threshold: 1 },
    latency,
    false,
  ],
  ['3 of 3 periods', { metricName: 'ModelLatency', threshold: 100_000, evaluationPeriods: 3 }, latency, true],
  [
    'silence taken as breach',
    { metricName: 'Invocations', comparison: 'LessThanThreshold', threshold: 1, treatMissingData: 'breaching' },
    deletion,
    true,
  ],
  [
    'silence taken as missing',
    { metricName: 'Invocations', comparison: 'LessThanThreshold', threshold: 1 },
    deletion,
    false,
  ],
] as const;

const mayDelete = {
  operator: {
    policies: [
      {
        name: 'all',
        document: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sagemaker:*","Resource":"*"}}',
      },
    ],
  },
};

describe('alarms', () => {
  it.each(RULES)('%s', (_, alarm, incident, fires) => {
    const design = edit(WATCHED, { ...mayDelete, alarm: { ...ENDPOINT, ...alarm } });
    const found = outcome(design, incident, { hours: 36 });
    expect(found.prevented.holds).toBe(false);
    expect(found.detected.by).toEqual(fires ? ['alarm'] : []);
    expect(found.notified.who).toEqual(fires ? ['security@example.com'] : []);
  });

  it('the more periods, the later', () => {
    const at = (evaluationPeriods: number) =>
      outcome(
        edit(WATCHED, { alarm: { ...ENDPOINT, metricName: 'ModelLatency', threshold: 100_000, evaluationPeriods } }),
        latency,
      ).detected.at ?? Infinity;
    expect(at(1)).toBeLessThan(at(2));
    expect(at(2)).toBeLessThan(at(4));
    // A window of 300 s that slides minute by minute: four periods are full after twenty minutes at the latest.
    expect(at(4) - 30 * 3600).toBeLessThanOrEqual(21 * 60);
  });

  it('a calm day raises no alarm', () => {
    const { alarms } = play(edit(WATCHED, { alarm: { ...ENDPOINT, metricName: 'ModelLatency', threshold: 100_000 } }), {
      traffic: { calls: [{ perHour: 3600 }] },
    });
    expect(alarms).toEqual([{ alarm: 'alarm', changes: [{ at: 60, from: 'INSUFFICIENT_DATA', to: 'OK' }] }]);
  });

  it('metrics carry unit, namespace and statistics, and stay small', () => {
    const week = play(WATCHED, { hours: 168 });
    const found = week.series.find((one) => one.metric === 'ModelLatency');
    expect(found).toMatchObject({ node: 'scores', namespace: 'AWS/SageMaker', unit: 'Microseconds', bucket: 1800 });
    expect(found?.at.length).toBeLessThanOrEqual(337);
    const mean = (found?.sum[100] ?? 0) / (found?.count[100] ?? 1);
    expect(mean).toBeGreaterThan(15_000);
    expect(mean).toBeLessThan(30_000);
  });

  it('load makes an endpoint slow, more instances make it fast again', () => {
    const slowest = (instances: number) => {
      const design = edit(WATCHED, { config: { initialInstanceCount: instances } });
      const { series } = play(design, { traffic: { calls: [{ perHour: 345_000 }], swing: 0 }, hours: 6 });
      const found = series.find((one) => one.metric === 'ModelLatency');
      return (found?.sum.at(-1) ?? 0) / (found?.count.at(-1) ?? 1);
    };
    expect(slowest(1)).toBeGreaterThan(1.5 * slowest(2));
  });
});

describe('the way from an alarm to a person', () => {
  const drift = { kind: 'input-drift', on: 'scores' };
  const HOPS = [
    ['actions disabled', { alarm: { actionsEnabled: false } }, 'time.actions-off'],
    ['no action', { alarm: { alarmActions: [] } }, 'time.no-action'],
    ['nobody subscribed', { topic: { subscriptions: [] } }, 'time.tells-nobody'],
    [
      'not confirmed',
      { topic: { subscriptions: [{ protocol: 'email', endpoint: 'a@example.com', confirmed: false }] } },
      'time.tells-nobody',
    ],
    ['encrypted with aws/sns', { topic: { encryption: 'aws-managed' } }, 'request.key-aws-managed-refuses-service'],
    [
      'key without CloudWatch',
      { key: ['kms-key', {}], topic: { encryption: 'customer-managed', kmsKey: 'key' } },
      'iam.resource-near-principal',
    ],
    [
      'a function that may not publish',
      {
        alarm: { alarmActions: ['pager'] },
        pager: [
          'lambda-function',
          {
            role: 'caller',
            resourcePolicy: admits('lambda.alarms.cloudwatch.amazonaws.com', 'lambda:InvokeFunction'),
            calls: [{ action: 'sns:Publish', target: 'topic' }],
          },
        ],
      },
      'time.cannot-act',
    ],
  ] as const;
  it.each(HOPS)('%s: the alarm shows it, nobody is told, and the trace says why', (_, edits, why) => {
    const found = outcome(edit(WATCHED, edits), drift);
    expect(found.detected.by).toContain('alarm');
    expect(found.notified.holds).toBe(false);
    expect(found.notified.trace.allowed).toBe(false);
    const failed = found.notified.trace.steps.filter((one) => one.verdict === 'fail').map((one) => one.reason.code);
    expect(failed).toContain(why);
    expect(codes(found.notified.trace).at(-1)).toBe('time.nobody-told');
    expect(failed).not.toContain('time.nobody-told');
    expect(codes(found.prevented.trace)).toEqual(['time.input-drift']);
  });
  it.each([
    [{ state: { value: ['ALARM'] } }, true],
    [{ state: { value: ['OK'] }, previousState: { value: ['INSUFFICIENT_DATA'] } }, false],
    [{ alarmName: ['another'] }, false],
  ])('actions disabled: a rule on its state tells all the same, for %j: %s', (detail, tells) => {
    const design = edit(WATCHED, {
      alarm: { actionsEnabled: false },
      topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
      rule: [
        'eventbridge-rule',
        { pattern: JSON.stringify({ source: ['aws.cloudwatch'], detail }), targets: ['topic'] },
      ],
    });
    const found = outcome(design, drift);
    expect(found.detected.by).toEqual(tells ? ['drift', 'alarm', 'rule'] : ['drift', 'alarm']);
    expect(found.notified.holds).toBe(tells);
    expect(factsFrom(design).alarms.find(({ alarm }) => alarm === 'alarm')?.trace.allowed).toBe(tells);
  });
  it('a message that is lost again and again is told once', () => {
    const { notified } = outcome(edit(WATCHED, { topic: { subscriptions: [] } }), drift, { hours: 90 });
    expect(codes(notified.trace).filter((one) => one === 'time.tells-nobody')).toHaveLength(1);
  });
  it.each([
    ['a threshold that no value reaches', { threshold: 50 }],
    ['no such metric', { metricName: 'FeatureDrift' }],
    ['nothing to watch', { source: '' }],
  ])('%s: it goes off only when missing data count as breaching, and the chain says so', (_, props) => {
    const goesOff = (treatMissingData: string) => {
      const facts = factsFrom(edit(WATCHED, { alarm: { ...props, treatMissingData } }));
      const { alarms } = play(facts, { hours: 3 });
      return [
        alarms.some(({ changes }) => changes.some(({ to }) => to === 'ALARM')),
        facts.alarms[0]?.fires !== 'never',
      ];
    };
    expect(goesOff('breaching')).toEqual([true, true]);
    for (const other of ['missing', 'ignore', 'notBreaching']) expect(goesOff(other)).toEqual([false, false]);
  });
  it.each([
    ['no such metric', { metricName: 'FeatureDrift' }, 'fail', 'monitoring.no-such-metric'],
    ['always on', { threshold: -1 }, 'fail', 'monitoring.always-fires'],
    ['waits for more than comes', { threshold: 0.99 }, 'info', 'time.stays-quiet'],
  ] as const)('an alarm that does not go off: %s', (_, change, verdict, why) => {
    const silent = edit(WATCHED, { alarm: change });
    const { notified } = outcome(silent, { kind: 'latency', on: 'scores' });
    expect(notified.trace.steps.map((one) => [one.verdict, one.reason.code])).toEqual([
      ['info', 'time.answers-slowly'],
      [verdict, why],
      ['fail', 'time.nobody-told'],
    ]);
  });
  it('an endpoint without an alarm', () => {
    const { detected } = outcome(edit(WATCHED, { alarm: null }), { kind: 'latency', on: 'scores' });
    expect(codes(detected.trace)).toEqual(['time.answers-slowly', 'time.no-alarm', 'time.nobody-sees']);
  });
  it('every step is in the trace, in order', () => {
    const { notified } = outcome(WATCHED, drift);
    expect(codes(notified.trace)).toEqual(['time.alarm-changes', 'time.delivers', 'time.tells']);
    expect(notified.trace.allowed).toBe(true);
  });
  it('a function that the alarm invokes needs a permission of its own', () => {
    const told = (principal: string) =>
      outcome(
        edit(WATCHED, {
          alarm: { alarmActions: ['pager'] },
          pager: [
            'lambda-function',
            {
              role: 'caller',
              resourcePolicy: admits(principal, 'lambda:InvokeFunction'),
              calls: [{ action: 'sns:Publish', target: 'topic' }],
            },
          ],
          caller: {
            policies: [
              {
                name: 'all',
                document:
                  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sagemaker:InvokeEndpoint","sns:Publish"],"Resource":"*"}}',
              },
            ],
          },
        }),
        drift,
      ).notified.holds;
    expect(told('lambda.alarms.cloudwatch.amazonaws.com')).toBe(true);
    expect(told('cloudwatch.amazonaws.com')).toBe(false);
  });
});
