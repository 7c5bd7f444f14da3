import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Diagram } from '../../../src/model/diagram';
import type { Json } from '../../../src/model/json';
import { edit, play, WATCHED } from './designs';

const HOUR = 3600;
const statement = (Action: Json) => ({ Effect: 'Allow', Action, Resource: '*' });
const policies = (...actions: Json[]) => [
  { name: 'work', document: JSON.stringify({ Version: '2012-10-17', Statement: actions.map(statement) }) },
];
const logBucket = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 's3:*',
    Resource: ['arn:aws:s3:::log', 'arn:aws:s3:::log/*'],
  },
});

/** A function reads an encrypted stream and asks the endpoint about each record; a trail records the invocations. */
const fed = (...actions: Json[]) =>
  edit(WATCHED, {
    scorer: { eventSources: [{ source: 'stream' }] },
    caller: { policies: policies('sagemaker:InvokeEndpoint', ...actions) },
    operator: { policies: policies('kms:*') },
    stream: ['kinesis-stream', { encryption: 'customer-managed', kmsKey: 'stream-key' }],
    'stream-key': ['kms-key', {}],
    log: ['s3-bucket', { policy: logBucket }],
    trail: ['cloudtrail-trail', { bucket: 'log', dataEvents: ['AWS::SageMaker::Endpoint'] }],
  });
const invocations = (timeline: ReturnType<typeof play>) =>
  timeline.records.filter(({ event }) => event === 'InvokeEndpoint');

test('a function that cannot read its stream asks nobody', () => {
  expect(invocations(play(fed(), { hours: 6 }))).toEqual([]);
  expect(invocations(play(fed('kinesis:*'), { hours: 6 }))).toEqual([]);
  expect(invocations(play(fed('kinesis:*', 'kms:Decrypt'), { hours: 6 })).length).toBeGreaterThan(0);
});

test('a disabled key stops the reading, and so the scoring: what is not scored is lost', () => {
  const timeline = play(fed('kinesis:*', 'kms:Decrypt'), {
    hours: 12,
    incidents: [{ kind: 'key-disabled', on: 'stream-key', by: 'operator', atHour: 4 }],
  });
  const times = invocations(timeline).map(({ at }) => at);
  expect(Math.min(...times)).toBeLessThan(4 * HOUR);
  expect(Math.max(...times)).toBeLessThan(5 * HOUR);
  expect(timeline.outcomes[0]?.loss.requests).toBeGreaterThan(0);
});

const WORKERS = Diagram.parse(
  JSON.parse(readFileSync(new URL('../../../scenarios/card-stream/solutions/workers.json', import.meta.url), 'utf8'))
    .diagram,
);

test('what a consumer in a lost zone read is read by the one in the other zone', () => {
  const lost = (design: typeof WORKERS) =>
    play(design, { hours: 12, incidents: [{ kind: 'zone-lost', on: 'private-a', atHour: 4 }] }).outcomes[0];
  expect(lost(WORKERS)).toMatchObject({ prevented: { holds: true }, loss: { requests: 0 } });
  expect(lost(edit(WORKERS, { 'scorer-b': null }))?.loss.requests).toBeGreaterThan(0);
  // Whoever reads nothing takes nothing over.
  expect(lost(edit(WORKERS, { 'scorer-b': { calls: [] } }))?.loss.requests).toBeGreaterThan(0);
});

test('a function with no subnet left does not go out by another network', () => {
  const net = edit(WORKERS, {
    'scorer-a': null,
    'scorer-b': null,
    'scorer-role': {
      trustPolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      }),
    },
    scorer: [
      'lambda-function',
      {
        role: 'scorer-role',
        subnets: ['private-a'],
        securityGroups: ['scorer-group'],
        calls: [{ action: 'sagemaker:InvokeEndpoint', target: 'fraud-endpoint' }],
      },
    ],
  });
  const lost = (...subnets: string[]) =>
    play(edit(net, { scorer: { subnets } }), {
      hours: 12,
      incidents: [{ kind: 'zone-lost', on: 'private-a', atHour: 4 }],
    }).outcomes[0]?.loss.requests;
  expect(lost('private-a')).toBeGreaterThan(0);
  expect(lost('private-a', 'private-b')).toBe(0);
});

const LAG = 'GetRecords.IteratorAgeMilliseconds';
const lagging = {
  source: 'stream',
  namespace: 'AWS/Kinesis',
  metricName: LAG,
  statistic: 'Maximum',
  threshold: 600_000,
};
const watched = (alarm: { readonly [key: string]: Json } = {}) =>
  edit(fed('kinesis:*', 'kms:Decrypt'), { lag: ['cloudwatch-alarm', { ...lagging, ...alarm }] });
const ages = (timeline: ReturnType<typeof play>) => timeline.series.find(({ metric }) => metric === LAG);
const rings = (timeline: ReturnType<typeof play>) =>
  timeline.alarms.find(({ alarm }) => alarm === 'lag')?.changes.filter(({ to }) => to === 'ALARM') ?? [];

test('what is read is new while the work gets done, and ages while it does not', () => {
  const calm = play(watched(), { hours: 6 });
  expect(Math.max(...(ages(calm)?.max ?? []))).toBe(0);
  expect(rings(calm)).toEqual([]);

  const deleted = play(edit(watched(), { operator: { policies: policies('sagemaker:*') } }), {
    hours: 12,
    incidents: [{ kind: 'resource-deleted', on: 'sagemaker-endpoint', by: 'operator', atHour: 4 }],
  });
  expect(Math.max(...(ages(deleted)?.max ?? []))).toBeGreaterThan(7 * HOUR * 1000);
  expect(rings(deleted).length).toBe(1);
});

test('what nobody may read has no age: only missing data shows it', () => {
  const incidents = [{ kind: 'key-disabled', on: 'stream-key', by: 'operator', atHour: 4 }] as const;
  expect(rings(play(watched(), { hours: 12, incidents: [...incidents] }))).toEqual([]);
  expect(rings(play(watched({ treatMissingData: 'breaching' }), { hours: 12, incidents: [...incidents] })).length).toBe(
    1,
  );
  const none = ages(
    play(edit(watched(), { caller: { policies: policies('sagemaker:InvokeEndpoint') } }), { hours: 6 }),
  );
  expect(none?.at).toEqual([]);
});
