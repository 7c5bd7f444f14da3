import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/cloudtrail-trail/cloudformation';
import { kind } from '../../src/catalog/cloudtrail-trail/kind';
import { selects } from '../../src/engine/monitoring/record';
import { draw, monthly } from './drawing';
import { allow, key, meaning, outcome, policy, role, type Sketch } from './meaning';

const SOURCE = { 'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:111122223333:trail/trail' };
const acl = {
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: 's3:GetBucketAcl',
  Resource: 'arn:aws:s3:::logs',
  Condition: { StringEquals: SOURCE },
};
const write = {
  ...acl,
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::logs/AWSLogs/111122223333/*',
  Condition: { StringEquals: { ...SOURCE, 's3:x-amz-acl': 'bucket-owner-full-control' } },
};
const sketch = (bucketPolicy: string, trail: object = {}, more: Sketch = {}): Sketch => ({
  logs: { kind: 's3-bucket', props: { policy: bucketPolicy } },
  trail: { kind: 'cloudtrail-trail', props: { bucket: 'logs', ...trail } },
  ...more,
});
const delivers = (...args: Parameters<typeof sketch>) => meaning(sketch(...args)).trails[0]?.trace.allowed;

describe('delivery', () => {
  test('with the bucket policy that AWS publishes', () => expect(delivers(policy(acl, write))).toBe(true));
  test('not without the ACL statement', () => expect(delivers(policy(write))).toBe(false));
  test('not without a bucket policy', () => expect(delivers('')).toBe(false));
  test('not to another account’s prefix', () => {
    expect(delivers(policy(acl, { ...write, Resource: 'arn:aws:s3:::logs/AWSLogs/999999999999/*' }))).toBe(false);
  });
  test('not when it is switched off', () => expect(delivers(policy(acl, write), { isLogging: false })).toBe(false));
  test('with a key, only when the key admits CloudTrail', () => {
    const withKey = (one: Sketch[string]) => delivers(policy(acl, write), { kmsKey: 'key' }, { key: one });
    expect(withKey(key())).toBe(false);
    expect(withKey(key('cloudtrail.amazonaws.com', 'kms:GenerateDataKey*'))).toBe(true);
  });
  test('without a key of its own it writes SSE-S3, whatever the bucket prefers', () => {
    const logs = { kind: 's3-bucket', props: { policy: policy(acl, write), encryption: 'sse-kms', kmsKey: 'key' } };
    expect(delivers('', {}, { key: key(), logs })).toBe(true);
  });
});

describe('records', () => {
  const calling = (trail: object): string | undefined => {
    const facts = meaning({
      ...sketch(policy(acl, write), trail),
      config: { kind: 'sagemaker-endpoint-config' },
      endpoint: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
      role: role('lambda.amazonaws.com', allow('sagemaker:InvokeEndpoint')),
      fn: { kind: 'lambda-function', props: { role: 'role', calls: [{ target: 'endpoint' }] } },
    });
    return facts.requests.find(({ spec }) => spec.from === 'fn')?.trace.steps.at(-1)?.reason.code;
  };
  test('an invocation is not recorded by default', () => expect(calling({})).toBe('request.not-recorded'));
  test('it is, once its data events are selected', () => {
    expect(calling({ dataEvents: ['AWS::SageMaker::Endpoint'] })).toBe('request.recorded');
    expect(calling({ dataEvents: ['AWS::S3::Object'] })).toBe('request.not-recorded');
  });
});

describe('selectors', () => {
  const drawnWith = (trail: object) =>
    meaning({
      ...sketch(policy(acl, write), { dataEvents: ['AWS::S3::Object'], ...trail }),
      role: role('lambda.amazonaws.com', allow(['s3:GetObject', 'kms:DisableKey', 'iam:DeleteRole'])),
      key: key('*', '*'),
      scans: { kind: 's3-bucket' },
      fn: {
        kind: 'lambda-function',
        props: {
          role: 'role',
          calls: [
            { target: 'scans', action: 's3:GetObject' },
            { target: 'key', action: 'kms:DisableKey' },
          ],
        },
      },
    });
  const last = (trail: object, action: string) =>
    drawnWith(trail)
      .requests.find(({ spec, action: asked }) => spec.from === 'fn' && asked === action)
      ?.trace.steps.at(-1)?.reason.code;
  const reads = (trail: object) => last(trail, 's3:GetObject');
  const disables = (trail: object) => last(trail, 'kms:DisableKey');

  test('record reads and writes apart', () => {
    expect(reads({})).toBe('request.recorded');
    expect(reads({ dataReadWrite: 'ReadOnly' })).toBe('request.recorded');
    expect(reads({ dataReadWrite: 'WriteOnly' })).toBe('request.not-recorded');
    expect(disables({ managementReadWrite: 'WriteOnly' })).toBe('request.recorded');
    expect(disables({ managementReadWrite: 'ReadOnly' })).toBe('request.event-history');
  });
  test('leave out what keys are asked', () => {
    expect(disables({})).toBe('request.recorded');
    expect(disables({ excludeKmsEvents: true })).toBe('request.event-history');
  });
  test('limit data events to resources, each service by itself', () => {
    expect(reads({ dataResources: ['arn:aws:s3:::scans/'] })).toBe('request.recorded');
    expect(reads({ dataResources: ['arn:aws:s3:::other/'] })).toBe('request.not-recorded');
    expect(reads({ dataResources: ['arn:aws:sns:us-east-1:111122223333:topic'] })).toBe('request.recorded');
  });
  test('leave out global services, or not', () => {
    const iam = {
      category: 'management',
      resourceType: 'AWS::IAM::Role',
      eventSource: 'iam.amazonaws.com',
      eventName: 'DeleteRole',
    } as const;
    const [local, every] = [{ globalServiceEvents: false }, { multiRegion: true }].map((trail) =>
      drawnWith(trail).trails.map((one) => selects(one, iam)),
    );
    expect([local, every]).toEqual([[false], [true]]);
    const issues = kind.complete({ multiRegion: true, globalServiceEvents: false }).issues;
    expect(issues.map(({ field }) => field)).toEqual(['globalServiceEvents']);
  });
});

test('delivery to CloudWatch Logs is a role that CloudTrail assumes', () => {
  const facts = (service: string) =>
    meaning(
      sketch(
        policy(acl, write),
        { logGroup: 'group', role: 'role' },
        {
          group: { kind: 'log-group' },
          role: role(
            service,
            allow(
              ['logs:CreateLogStream', 'logs:PutLogEvents'],
              'arn:aws:logs:us-east-1:111122223333:log-group:group:*',
            ),
          ),
        },
      ),
    );
  expect(outcome(facts('cloudtrail.amazonaws.com'), 'trail', 'logs:PutLogEvents')).toBe('allowed');
  expect(outcome(facts('sagemaker.amazonaws.com'), 'trail', 'logs:PutLogEvents')).toBe('request.trust-refuses');
  expect(kind.complete({ logGroup: 'group' }).issues.map(({ field }) => field)).toEqual(['role']);
});

const drawn = draw({
  one: { kind, props: { dataEvents: ['AWS::SageMaker::Endpoint'], multiRegion: true } },
  two: { kind },
});

test('AWS’s defaults: one Region, no validation, management events only', () => {
  expect(drawn.ask('two', 'trail')).toEqual({
    logging: true,
    multiRegion: false,
    validatesFiles: false,
    managementEvents: true,
    dataEvents: [],
  });
});

test('the first copy of management events is free, the second is not, data events never are', () => {
  expect(monthly(drawn.ask('one', 'cost'))).toBeCloseTo(1);
  expect(monthly(drawn.ask('two', 'cost'))).toBeCloseTo(2);
});

test('template uses advanced selectors', () => {
  expect(cloudFormation(drawn.node('one') as never).Properties['AdvancedEventSelectors']).toEqual([
    { Name: 'Management events', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
    {
      Name: 'Data events of AWS::SageMaker::Endpoint',
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::SageMaker::Endpoint'] },
      ],
    },
  ]);
});
