import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sns-topic/cloudformation';
import { kind } from '../../src/catalog/sns-topic/kind';
import { draw } from './drawing';
import { allow, key, meaning, outcome, policy, role, type Sketch } from './meaning';

const PERSON = { protocol: 'email', endpoint: 'security@example.com', confirmed: true };
const alarm: Sketch[string] = { kind: 'cloudwatch-alarm', props: { alarmActions: ['topic'] } };
const topic = (props: object): Sketch[string] => ({ kind: 'sns-topic', props: { subscriptions: [PERSON], ...props } });
const admits = (service: string, condition: object = {}) =>
  policy({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sns:Publish',
    Resource: 'arn:aws:sns:us-east-1:111122223333:topic',
    Condition: condition,
  });
const publishing = (props: object, more: Sketch = {}): string =>
  outcome(meaning({ topic: topic(props), alarm, ...more }), 'alarm', 'sns:Publish');

describe('an alarm of the account', () => {
  test('may publish by default', () => expect(publishing({})).toBe('allowed'));
  test('is shut out by a policy that does not name CloudWatch', () => {
    expect(publishing({ policy: admits('events.amazonaws.com') })).not.toBe('allowed');
    expect(publishing({ policy: admits('cloudwatch.amazonaws.com') })).toBe('allowed');
  });
  test('is known by its ARN', () => {
    const from = (arn: string) =>
      publishing({ policy: admits('cloudwatch.amazonaws.com', { ArnLike: { 'aws:SourceArn': arn } }) });
    expect(from('arn:aws:cloudwatch:us-east-1:111122223333:alarm:*')).toBe('allowed');
    expect(from('arn:aws:cloudwatch:us-east-1:999999999999:alarm:*')).not.toBe('allowed');
  });
});

describe('an encrypted topic', () => {
  test('with aws/sns swallows every alarm', () => {
    expect(publishing({ encryption: 'aws-managed' })).toBe('request.key-aws-managed-refuses-service');
  });
  test('with a customer managed key needs a key policy that admits CloudWatch, for both actions', () => {
    const own = { encryption: 'customer-managed', kmsKey: 'key' };
    const with_ = (...actions: string[]) => publishing(own, { key: key('cloudwatch.amazonaws.com', ...actions) });
    expect(publishing(own, { key: key() })).not.toBe('allowed');
    expect(with_('kms:GenerateDataKey*')).not.toBe('allowed');
    expect(with_('kms:GenerateDataKey*', 'kms:Decrypt')).toBe('allowed');
  });
});

test('strangers cannot publish by default, and a role needs its own permission', () => {
  const facts = (...statements: ReturnType<typeof allow>[]) =>
    meaning({
      topic: topic({}),
      role: role('lambda.amazonaws.com', ...statements),
      fn: { kind: 'lambda-function', props: { role: 'role', calls: [{ action: 'sns:Publish', target: 'topic' }] } },
      stranger: { kind: 'person', props: { calls: [{ action: 'sns:Publish', target: 'topic' }] } },
    });
  expect(outcome(facts(), 'stranger', 'sns:Publish')).not.toBe('allowed');
  expect(outcome(facts(), 'fn', 'sns:Publish')).not.toBe('allowed');
  expect(outcome(facts(allow('sns:Publish')), 'fn', 'sns:Publish')).toBe('allowed');
});

test('the default policy is one that the parser accepts', () => {
  expect(meaning({ topic: topic({}) }).problems).toEqual([]);
});

const drawn = draw({
  plain: { kind, props: { subscriptions: [PERSON, { endpoint: 'late@example.com' }] } },
  managed: { kind, props: { encryption: 'aws-managed' } },
});

test('subscriptions are unconfirmed until somebody answers', () => {
  expect(drawn.ask('plain', 'topic')?.subscriptions).toEqual([
    { ...PERSON, field: 'subscriptions[0]' },
    { protocol: 'email', endpoint: 'late@example.com', confirmed: false, field: 'subscriptions[1]' },
  ]);
});

test('messages rest unencrypted unless a key is chosen', () => {
  expect(drawn.ask('plain', 'stores')).toMatchObject([{ key: { type: 'none' } }]);
  expect(drawn.ask('managed', 'stores')).toMatchObject([{ key: { type: 'aws-managed', alias: 'aws/sns' } }]);
});

test('a choice without its key is a problem, and so is a key without its choice', () => {
  expect(kind.complete({ encryption: 'customer-managed' }).issues.map(({ field }) => field)).toEqual(['kmsKey']);
  expect(kind.complete({ kmsKey: 'key' }).issues.map(({ field }) => field)).toEqual(['encryption']);
});

test('template', () => {
  expect(cloudFormation(drawn.node('managed') as never).Properties).toMatchObject({ KmsMasterKeyId: 'alias/aws/sns' });
  expect(cloudFormation(drawn.node('plain') as never).Properties).not.toHaveProperty('KmsMasterKeyId');
});
