import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/eventbridge-rule/cloudformation';
import { kind } from '../../src/catalog/eventbridge-rule/kind';
import { fits, readPattern } from '../../src/catalog/eventbridge-rule/pattern';
import { secondsBetween } from '../../src/catalog/eventbridge-rule/schedule';
import { kind as lambda } from '../../src/catalog/lambda-function/kind';
import { kind as topicKind } from '../../src/catalog/sns-topic/kind';
import type { Json } from '../../src/model/json';
import { draw } from './drawing';
import { complaints, key, meaning, outcome, policy, type Sketch } from './meaning';

const PERSON = { protocol: 'email', endpoint: 'ops@example.com', confirmed: true };
const RULE_ARN = 'arn:aws:events:us-east-1:111122223333:rule/rule';
const admits = (principal: string, more: object = {}) =>
  policy({ Effect: 'Allow', Principal: { Service: principal }, Action: 'sns:Publish', Resource: '*', ...more });
const topic = (props: object): Sketch[string] => ({
  kind: 'sns-topic',
  props: { policy: admits('events.amazonaws.com'), subscriptions: [PERSON], ...props },
});
const rule = (props: object = {}): Sketch[string] => ({
  kind: 'eventbridge-rule',
  props: { targets: ['topic'], ...props },
});
const endpoint: Sketch[string] = { kind: 'sagemaker-endpoint' };
const on = (pattern: Json) => JSON.stringify(pattern);

describe('who lets EventBridge publish', () => {
  const publishes = (sketch: Sketch) => outcome(meaning({ rule: rule(), ...sketch }), 'rule', 'sns:Publish');
  const bound = (key_: string, value: string) => ({ Condition: { ArnEquals: { [key_]: value } } });
  test.each([
    ['the policy names it', topic({}), 'allowed'],
    ['the default policy is for the account', topic({ policy: '' }), 'iam.resource-silent'],
    ['CloudWatch is another service', topic({ policy: admits('cloudwatch.amazonaws.com') }), 'iam.resource-silent'],
    ['this very rule', topic({ policy: admits('events.amazonaws.com', bound('aws:SourceArn', RULE_ARN)) }), 'allowed'],
  ] as const)('%s', (_, drawn, expected) => {
    const said = publishes({ topic: drawn });
    if (expected === 'allowed') expect(said).toBe('allowed');
    else expect(said).not.toBe('allowed');
  });
  test('the key of an encrypted topic must admit it too', () => {
    const encrypted = topic({ encryption: 'customer-managed', kmsKey: 'key' });
    const uses = ['kms:GenerateDataKey*', 'kms:Decrypt'];
    expect(publishes({ topic: encrypted, key: key() })).not.toBe('allowed');
    expect(publishes({ topic: encrypted, key: key('cloudwatch.amazonaws.com', ...uses) })).not.toBe('allowed');
    expect(publishes({ topic: encrypted, key: key('events.amazonaws.com', ...uses) })).toBe('allowed');
    expect(publishes({ topic: topic({ encryption: 'aws-managed' }) })).not.toBe('allowed');
  });
  test('a function must admit it', () => {
    const calling = (Service: string) => {
      const resourcePolicy = policy({
        Effect: 'Allow',
        Principal: { Service },
        Action: 'lambda:InvokeFunction',
        Resource: '*',
      });
      const fn = { kind: 'lambda-function', props: { resourcePolicy } };
      return outcome(meaning({ fn, rule: rule({ targets: ['fn'] }) }), 'rule', 'lambda:InvokeFunction');
    };
    expect(calling('events.amazonaws.com')).toBe('allowed');
    expect(calling('lambda.alarms.cloudwatch.amazonaws.com')).not.toBe('allowed');
  });
});

describe('from an event to a person', () => {
  const chain = (props: object, more: Sketch = { endpoint }) => {
    const facts = meaning({ rule: rule(props), topic: topic({}), ...more });
    const [found] = facts.rules;
    const failed = found?.trace.steps.find(({ verdict }) => verdict === 'fail');
    return { allowed: found?.trace.allowed, why: failed?.reason.code, hears: found?.hears, reaches: found?.reaches };
  };
  test('the endpoint changes its state', () => {
    expect(chain({})).toMatchObject({ allowed: true, hears: ['endpoint'], reaches: [{ endpoint: 'ops@example.com' }] });
    const failed = { 'detail-type': ['SageMaker Endpoint State Change'], detail: { EndpointStatus: ['FAILED'] } };
    expect(chain({ pattern: on(failed) }).allowed).toBe(true);
  });
  test.each([
    ['a disabled rule', { enabled: false }, 'monitoring.rule-off'],
    ['another name', { pattern: on({ 'detail-type': ['Endpoint State Change'] }) }, 'monitoring.rule-hears-nothing'],
    ['no target', { targets: [] }, 'monitoring.no-actions'],
    ['a schedule that is none', { schedule: 'every hour' }, 'monitoring.rule-bad-schedule'],
  ])('%s', (_, props, why) => expect(chain(props)).toMatchObject({ allowed: false, why }));
  test('the clock needs no event', () => {
    expect(chain({ pattern: '', schedule: 'rate(1 hour)' }, {})).toMatchObject({ allowed: true, hears: [] });
  });
  test('a call is heard only while a trail records it', () => {
    const pattern = on({ 'detail-type': ['AWS API Call via CloudTrail'], detail: { eventName: ['DeleteEndpoint'] } });
    expect(chain({ pattern })).toMatchObject({ allowed: false, why: 'monitoring.rule-needs-trail' });
    const bucketPolicy = policy({
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['s3:GetBucketAcl', 's3:PutObject'],
      Resource: '*',
    });
    const logs = { kind: 's3-bucket', props: { policy: bucketPolicy } };
    const trail = { kind: 'cloudtrail-trail', props: { bucket: 'logs' } };
    expect(chain({ pattern }, { endpoint, logs, trail })).toMatchObject({ allowed: true, hears: ['endpoint'] });
    const off = { kind: 'cloudtrail-trail', props: { bucket: 'logs', isLogging: false } };
    expect(chain({ pattern }, { endpoint, logs, trail: off }).why).toBe('monitoring.rule-needs-trail');
  });
});

describe('patterns', () => {
  const EVENT = { source: 'aws.x', detail: { severity: [2, 8], type: 'Recon:EC2/Scan', tags: ['a', 'b'] } };
  test.each<[Json, boolean]>([
    [{ source: ['aws.x'] }, true],
    [{ source: ['aws.y', 'aws.x'] }, true],
    [{ source: ['aws.y'] }, false],
    [{ source: ['aws.x'], account: ['1'] }, false],
    [{ detail: { severity: [{ numeric: ['>=', 7] }] } }, true],
    [{ detail: { severity: [{ numeric: ['>', 2, '<', 8] }] } }, false],
    [{ detail: { type: [{ prefix: 'Recon:' }] } }, true],
    [{ detail: { type: [{ suffix: 'Scan' }] } }, true],
    [{ detail: { type: [{ wildcard: '*EC2*' }] } }, true],
    [{ detail: { type: [{ wildcard: '*S3*' }] } }, false],
    [{ detail: { type: [{ 'anything-but': { prefix: 'Recon:' } }] } }, false],
    [{ detail: { type: [{ 'anything-but': ['other'] }] } }, true],
    [{ detail: { type: [{ 'equals-ignore-case': 'RECON:ec2/scan' }] } }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ detail: { extra: [{ exists: false }] } }, true],
    [{ detail: { extra: [{ exists: true }] } }, false],
    [{ other: { inner: [{ exists: false }] } }, true],
    [{ $or: [{ source: ['aws.y'] }, { detail: { tags: ['a'] } }] }, true],
  ])('%j: %s', (pattern, expected) => {
    const read = readPattern(JSON.stringify(pattern));
    expect(read.problem).toBeUndefined();
    expect(fits(read.pattern ?? {}, EVENT)).toBe(expected);
  });
  test.each([
    ['{', 'JSON'],
    ['[]', 'object'],
    ['{"source": "aws.x"}', 'list'],
    ['{"detail": {"a": [{"starts": "x"}]}}', 'starts'],
  ])('%s is refused', (pattern, word) => {
    expect(readPattern(pattern).problem).toContain(word);
    expect(complaints(meaning({ rule: rule({ pattern, targets: [] }) }), 'rule')).toEqual(['pattern']);
  });
});

test.each([
  ['rate(1 minute)', 60],
  ['rate(5 minutes)', 300],
  ['rate(1 hours)', 0],
  ['rate(5 minute)', 0],
  ['cron(0 8 * * ? *)', 86_400],
  ['cron(0/10 * * * ? *)', 600],
  ['cron(0 * * * ? *)', 3600],
  ['cron(0 8 ? * MON-FRI *)', 604_800],
  ['cron(0 8 * * *)', 0],
  ['cron(0 8 * * * *)', 0],
])('%s comes every %d s', (expression, seconds) => expect(secondsBetween(expression)).toBe(seconds));

test('in time it hears calls that change something, and no others', () => {
  const drawn = draw({ rule: { kind, props: { pattern: on({ source: ['aws.cloudtrail'] }) } } });
  const time = drawn.ask('rule', 'time');
  expect(time?.hears?.({ source: 'cloudtrail.amazonaws.com', event: 'StopLogging' })).toBe(true);
  expect(time?.hears?.({ source: 's3.amazonaws.com', event: 'PutBucketPolicy' })).toBe(false);
  expect(time?.hears?.({ source: 'cloudtrail.amazonaws.com', event: 'DescribeTrails' })).toBe(false);
});

test('template', () => {
  const drawn = draw({
    t: { kind: topicKind },
    fn: { kind: lambda },
    r: { kind, props: { targets: ['t', 'fn'], enabled: false } },
  });
  expect(cloudFormation(drawn.node('r') as never, drawn.context).Properties).toMatchObject({
    EventPattern: { source: ['aws.sagemaker'] },
    State: 'DISABLED',
    Targets: [{ Arn: { Ref: 't' } }, { Arn: { 'Fn::GetAtt': ['fn', 'Arn'] } }],
  });
});
