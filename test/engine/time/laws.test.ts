import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, factsFrom, play, WATCHED } from './designs';

const RUNS = { numRuns: 12 };

const drift = fc.record({
  kind: fc.constant('input-drift'),
  on: fc.constant('scores'),
  atHour: fc.integer({ min: 2, max: 20 }),
  shift: fc.double({ min: 0.2, max: 3, noNaN: true }),
});
const latency = fc.record({
  kind: fc.constant('latency'),
  on: fc.constant('scores'),
  atHour: fc.integer({ min: 2, max: 20 }),
  factor: fc.double({ min: 1, max: 50, noNaN: true }),
});
const seed = fc.integer({ min: 0, max: 1_000_000 });

const SLOW = {
  slow: [
    'cloudwatch-alarm',
    {
      source: 'scores',
      namespace: 'AWS/SageMaker',
      metricName: 'ModelLatency',
      period: 60,
      threshold: 50_000,
      alarmActions: ['topic'],
    },
  ],
} as const;
const facts = factsFrom(edit(WATCHED, SLOW));

const may = (action: string, principal?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', ...(principal && { Principal: principal }), Action: action, Resource: '*' },
  });
/** An alarm and a rule that go to people by way of a function; a detector, a trail and a certificate for the rule. */
const RELAYED = edit(edit(WATCHED, SLOW), {
  slow: { alarmActions: ['pager'] },
  alarm: { alarmActions: ['pager'] },
  topic: { encryption: 'aws-managed' },
  pager: [
    'lambda-function',
    {
      role: 'publisher',
      resourcePolicy: may('lambda:InvokeFunction', {
        Service: ['lambda.alarms.cloudwatch.amazonaws.com', 'events.amazonaws.com'],
      }),
      calls: [{ action: 'sns:Publish', target: 'topic' }],
    },
  ],
  publisher: [
    'iam-role',
    {
      trustPolicy:
        '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      policies: [{ name: 'publish', document: may('sns:Publish') }],
    },
  ],
  rule: [
    'eventbridge-rule',
    {
      pattern: JSON.stringify({
        'detail-type': ['GuardDuty Finding', 'ACM Certificate Approaching Expiration', 'AWS API Call via CloudTrail'],
      }),
      targets: ['pager'],
    },
  ],
  eye: ['guardduty-detector', {}],
  cert: ['acm-certificate', { imported: true }],
  operator: { policies: [{ name: 'all', document: may('*') }] },
  log: ['s3-bucket', { policy: may('s3:*', { Service: 'cloudtrail.amazonaws.com' }) }],
  trail: ['cloudtrail-trail', { bucket: 'log' }],
});
const relayed = factsFrom(RELAYED);
const hour = fc.integer({ min: 2, max: 20 });
const stopped = fc.record({ kind: fc.constant('trail-stopped'), on: fc.constant('trail'), atHour: hour });
const expiring = fc.record({
  kind: fc.constant('certificate-expiring'),
  on: fc.constant('cert'),
  atHour: hour,
  daysLeft: fc.integer({ min: 1, max: 45 }),
});
const anything = fc.oneof(drift, latency, stopped, expiring);

test.each([
  ['watched', facts, fc.tuple(drift, latency)],
  ['watched by many', relayed, fc.tuple(anything, anything)],
] as const)('the same seed gives the same timeline, and it is plain data: %s', (_, design, pairs) => {
  fc.assert(
    fc.property(seed, pairs, (dice, incidents) => {
      const first = play(design, { incidents, seed: dice, hours: 24 });
      const again = play(design.changed([]), { incidents, seed: dice, hours: 24 });
      expect(again).toEqual(first);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    }),
    RUNS,
  );
});

test('another seed gives another timeline', () => {
  expect(play(facts, { seed: 1, hours: 6 }).series).not.toEqual(play(facts, { seed: 2, hours: 6 }).series);
});

/** Each takes away one hop between the incident and the person. */
const HOPS = [
  { alarm: null },
  { slow: null },
  { alarm: { alarmActions: [] } },
  { slow: { actionsEnabled: false } },
  { topic: { subscriptions: [] } },
  { topic: null },
  { drift: null },
  { drift: { publishMetrics: false } },
  { drift: { role: '' } },
  { config: { dataCapture: { enabled: false } } },
] as const;

test('taking a hop away never tells somebody sooner', () => {
  const designs = HOPS.map((hop) => factsFrom(edit(edit(WATCHED, SLOW), hop)));
  fc.assert(
    fc.property(seed, fc.oneof(drift, latency), fc.constantFrom(...designs), (dice, incident, fewer) => {
      const told = (of: typeof facts) =>
        play(of, { incidents: [incident], seed: dice, hours: 26 }).outcomes[0]?.notified.at;
      expect(told(fewer) ?? Infinity).toBeGreaterThanOrEqual(told(facts) ?? Infinity);
    }),
    RUNS,
  );
});

/** Each takes away one hop of the longer ways: the function, what it may, who may invoke it, the rule, who feeds it. */
const LONGER_HOPS = [
  { pager: null },
  { pager: { resourcePolicy: '' } },
  { pager: { calls: [] } },
  { publisher: null },
  { publisher: { policies: [] } },
  { topic: { subscriptions: [] } },
  { rule: null },
  { rule: { enabled: false } },
  { rule: { targets: [] } },
  { rule: { pattern: '{"source":["aws.macie"]}' } },
  { eye: null },
  { eye: { enable: false } },
  { trail: { isLogging: false } },
  { log: { policy: '' } },
  { alarm: null },
  { slow: { alarmActions: [] } },
] as const;

test('nor does it where a function, a rule or a detector stands on the way', { timeout: 60_000 }, () => {
  const designs = LONGER_HOPS.map((hop) => factsFrom(edit(RELAYED, hop)));
  const told = { whole: 0, fewer: 0 };
  fc.assert(
    fc.property(seed, anything, fc.constantFrom(...designs), (dice, incident, fewer) => {
      const at = (of: typeof facts) =>
        play(of, { incidents: [incident], seed: dice, hours: 46 }).outcomes[0]?.notified.at ?? Infinity;
      const [whole, rest] = [at(relayed), at(fewer)];
      if (whole < Infinity) told.whole += 1;
      if (rest < Infinity) told.fewer += 1;
      expect(rest).toBeGreaterThanOrEqual(whole);
    }),
    { numRuns: 40 },
  );
  expect(told.whole).toBeGreaterThan(told.fewer);
  expect(told.fewer).toBeGreaterThan(0);
});

test('more traffic never takes a record away', () => {
  const trail = {
    log: [
      's3-bucket',
      {
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:*',
            Resource: ['arn:aws:s3:::log', 'arn:aws:s3:::log/*'],
          },
        }),
      },
    ],
    trail: ['cloudtrail-trail', { bucket: 'log', dataEvents: ['AWS::SageMaker::Endpoint'] }],
  } as const;
  const recorded = factsFrom(edit(WATCHED, trail));
  fc.assert(
    fc.property(seed, fc.double({ min: 0.01, max: 400_000, noNaN: true }), (dice, perHour) => {
      const at = (rate: number) =>
        play(recorded, { seed: dice, hours: 8, traffic: { calls: [{ perHour: rate }] } }).records;
      const more = new Map(
        at(2 * perHour).map((one) => [`${one.at} ${one.event} ${one.principal} ${one.result}`, one.count]),
      );
      for (const one of at(perHour)) {
        expect(more.get(`${one.at} ${one.event} ${one.principal} ${one.result}`) ?? 0).toBeGreaterThanOrEqual(
          one.count,
        );
      }
    }),
    RUNS,
  );
});

test('an incident never changes what came before it', () => {
  fc.assert(
    fc.property(seed, latency, (dice, incident) => {
      const before = (of: ReturnType<typeof play>) => of.events.filter((one) => one.at < incident.atHour * 3600);
      const calm = play(facts, { seed: dice, hours: 24 });
      expect(before(play(facts, { seed: dice, hours: 24, incidents: [incident] }))).toEqual(before(calm));
    }),
    RUNS,
  );
});
