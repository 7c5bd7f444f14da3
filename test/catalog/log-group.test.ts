import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/log-group/cloudformation';
import { kind } from '../../src/catalog/log-group/kind';
import type { DiagramNode } from '../../src/model/diagram';
import { draw, monthly } from './drawing';
import { allow, key, meaning, outcome, role, type Sketch } from './meaning';

const drawn = draw({
  'for-ever': { kind, name: '/aws/sagemaker/Endpoints/fraud' },
  month: { kind, props: { retentionDays: 30, kmsKey: 'key' } },
});

test('events never expire unless a retention is set', () => {
  expect(drawn.ask('for-ever', 'log')).toEqual({});
  expect(drawn.ask('month', 'log')).toEqual({ retentionDays: 30 });
});

test('only the retentions that AWS takes', () => {
  expect(kind.complete({ retentionDays: 365 }).issues).toEqual([]);
  expect(kind.complete({ retentionDays: 45 }).issues.map(({ field }) => field)).toEqual(['retentionDays']);
});

test('names keep their slashes; actions are authorised on log streams', () => {
  const arn = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/Endpoints/fraud';
  expect(drawn.ask('for-ever', 'arn')).toBe(arn);
  for (const { resource } of drawn.ask('for-ever', 'operations') ?? [])
    expect(resource.startsWith(`${arn}:log-stream:`)).toBe(true);
});

describe('an encrypted group', () => {
  const writing = (one: Sketch[string]) =>
    outcome(
      meaning({
        key: one,
        group: { kind: 'log-group', props: { kmsKey: 'key' } },
        role: role('lambda.amazonaws.com', allow('logs:PutLogEvents')),
        fn: { kind: 'lambda-function', props: { role: 'role', calls: [{ target: 'group' }] } },
      }),
      'fn',
      '',
    );
  test('needs a key policy that admits the service; the writer needs no key at all', () => {
    expect(writing(key('logs.us-east-1.amazonaws.com', 'kms:GenerateDataKey*'))).toBe('allowed');
  });
  test('does not accept the service of another Region, or nobody', () => {
    expect(writing(key('logs.eu-west-1.amazonaws.com', 'kms:GenerateDataKey*'))).not.toBe('allowed');
    expect(writing(key())).not.toBe('allowed');
  });
});

test('template and cost', () => {
  expect(cloudFormation(drawn.node('month') as never).Properties).toEqual({
    LogGroupName: 'month',
    RetentionInDays: 30,
    KmsKeyId: { 'Fn::GetAtt': ['key', 'Arn'] },
  });
  expect(monthly(drawn.ask('for-ever', 'cost'))).toBeCloseTo(0.5 + 12 * 0.03);
});

describe('metric filters', () => {
  const drawn = (
    props: DiagramNode['props'],
    filter: DiagramNode['props'] = { namespace: 'Audit', metricName: 'Deletions' },
  ) =>
    meaning({
      group: { kind: 'log-group', props: { metricFilters: [filter] } },
      topic: {
        kind: 'sns-topic',
        props: { subscriptions: [{ protocol: 'email', endpoint: 'ana@example.com', confirmed: true }] },
      },
      alarm: {
        kind: 'cloudwatch-alarm',
        props: {
          source: 'group',
          namespace: 'Audit',
          metricName: 'Deletions',
          statistic: 'Sum',
          threshold: 0,
          alarmActions: ['topic'],
          ...props,
        },
      },
    }).alarms[0];
  test('an alarm on the number of matching events reaches a person', () => {
    expect(drawn({})).toMatchObject({ fires: 'can-fire', trace: { allowed: true } });
  });
  test('each event counts 1: their average never exceeds 1', () => {
    expect(drawn({ statistic: 'Average', threshold: 1 })?.fires).toBe('never');
  });
  test.each([
    ['another name', { metricName: 'Deletion' }, {}],
    ['another namespace', { namespace: 'AWS/Logs' }, {}],
    ['a filter that names no metric', {}, { metricName: '' }],
  ])('%s: the alarm watches nothing', (_, alarm, filter) => {
    const chain = drawn(alarm, { namespace: 'Audit', metricName: 'Deletions', ...filter });
    expect(chain?.trace.steps[0]?.reason.code).toBe('monitoring.no-such-metric');
  });
});
