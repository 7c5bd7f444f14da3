import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/log-group/cloudformation';
import { kind } from '../../src/catalog/log-group/kind';
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
