import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sagemaker-endpoint/cloudformation';
import { kind as config } from '../../src/catalog/sagemaker-endpoint-config/kind';
import { kind } from '../../src/catalog/sagemaker-endpoint/kind';
import type { Json } from '../../src/model/json';
import { draw, monthly } from './drawing';
import { allow, complaints, key, meaning, outcome, role, type Sketch } from './meaning';

const drawn = draw({
  two: { kind: config, props: { initialInstanceCount: 2 } },
  serverless: { kind: config, props: { serverless: true } },
  gpu: { kind: config, props: { instanceType: 'ml.g4dn.xlarge' } },
  e: { kind, name: 'Fraud', props: { endpointConfig: 'two', rollbackAlarms: ['late'] } },
  s: { kind, props: { endpointConfig: 'serverless' } },
  g: { kind, props: { endpointConfig: 'gpu' } },
  bare: { kind },
});

test('invoking it comes first, on its lower-case ARN, by the runtime API, as a data event', () => {
  expect(drawn.ask('e', 'operations')?.[0]).toEqual({
    action: 'sagemaker:InvokeEndpoint',
    resource: 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/fraud',
    service: 'sagemaker.runtime',
    record: {
      category: 'data',
      resourceType: 'AWS::SageMaker::Endpoint',
      eventSource: 'sagemaker.amazonaws.com',
      eventName: 'InvokeEndpoint',
    },
  });
});

test('deleting it is a management event of the control plane', () => {
  expect(drawn.ask('e', 'operations')?.find(({ action }) => action === 'sagemaker:DeleteEndpoint')).toMatchObject({
    service: 'sagemaker.api',
    record: { category: 'management', eventName: 'DeleteEndpoint' },
  });
});

describe('metrics', () => {
  const metric = (id: string, name: string) => drawn.ask(id, 'metrics')?.find((one) => one.metric === name);
  test('latency is in microseconds', () =>
    expect(metric('e', 'ModelLatency')).toMatchObject({ unit: 'Microseconds', namespace: 'AWS/SageMaker' }));
  test('an error is 0 or 1', () => expect(metric('e', 'Invocation5XXErrors')).toMatchObject({ min: 0, max: 1 }));
  test('every core counts 100 %', () =>
    expect(metric('e', 'CPUUtilization')).toMatchObject({ max: 200, namespace: '/aws/sagemaker/Endpoints' }));
  test('only a GPU has GPU metrics', () => {
    expect(metric('g', 'GPUUtilization')).toBeDefined();
    expect(metric('e', 'GPUUtilization')).toBeUndefined();
  });
  test('serverless has no instance metrics', () => {
    expect(metric('s', 'CPUUtilization')).toBeUndefined();
    expect(metric('s', 'ModelSetupTime')).toBeDefined();
  });
  test('nothing runs without a configuration', () => expect(drawn.ask('bare', 'metrics')).toEqual([]));
  test.each(['FeatureDrift', 'InvocationsErrors'])('%s does not exist', (name) =>
    expect(metric('e', name)).toBeUndefined(),
  );
});

test('two instances cost twice, serverless nothing while idle', () => {
  expect(monthly(drawn.ask('e', 'cost'))).toBeCloseTo(2 * 0.115 * 730);
  expect(monthly(drawn.ask('s', 'cost'))).toBe(0);
});

test('refuses a certificate, with the lesson', () => {
  expect(kind.refuses.find(({ to }) => to === 'certificate')?.lesson).toContain('TLS 1.2');
});

test('brings its configuration', () => {
  expect(kind.companions).toMatchObject([
    { kind: 'sagemaker-endpoint-config', suffix: '-config', field: 'endpointConfig', inside: false },
  ]);
});

describe('what it needs before it runs', () => {
  const sketch = (capture: Record<string, string>, ...statements: ReturnType<typeof allow>[]): Sketch => ({
    key: key(),
    other: key(),
    bucket: { kind: 's3-bucket', props: { encryption: 'sse-kms', kmsKey: 'other' } },
    role: role('sagemaker.amazonaws.com', ...statements),
    model: { kind: 'sagemaker-model', props: { role: 'role' } },
    config: {
      kind: 'sagemaker-endpoint-config',
      props: { model: 'model', kmsKey: 'key', dataCapture: { enabled: true, bucket: 'bucket', ...capture } },
    },
    endpoint: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
  });
  const keyArn = (id: string) => meaning({ [id]: key() }).arn(id) ?? '';
  const put = allow('s3:PutObject', 'arn:aws:s3:::bucket/capture/endpoint/*');

  test('a grant on the volume key', () => {
    expect(outcome(meaning(sketch({})), 'endpoint', 'kms:CreateGrant')).not.toBe('allowed');
    expect(outcome(meaning(sketch({}, allow('kms:CreateGrant', keyArn('key')))), 'endpoint', 'kms:CreateGrant')).toBe(
      'allowed',
    );
  });
  test('a data key of the bucket’s default key, when capture names none', () => {
    const data = (id: string) => allow('kms:GenerateDataKey', keyArn(id));
    expect(outcome(meaning(sketch({}, put, data('key'))), 'endpoint', 's3:PutObject')).not.toBe('allowed');
    expect(outcome(meaning(sketch({}, put, data('other'))), 'endpoint', 's3:PutObject')).toBe('allowed');
  });
  test('a data key of the capture key, when there is one', () => {
    const data = (id: string) => allow('kms:GenerateDataKey', keyArn(id));
    expect(outcome(meaning(sketch({ kmsKey: 'key' }, put, data('key'))), 'endpoint', 's3:PutObject')).toBe('allowed');
    expect(outcome(meaning(sketch({ kmsKey: 'key' }, put, data('other'))), 'endpoint', 's3:PutObject')).not.toBe(
      'allowed',
    );
  });
  test('capture follows the configuration', () => {
    expect(meaning(sketch({})).captures.get('endpoint')).toEqual({
      enabled: true,
      samplingPercent: 100,
      bucket: 'bucket',
      input: true,
      output: true,
    });
  });
});

test('template', () => {
  expect(cloudFormation(drawn.node('e') as never).Properties).toMatchObject({
    EndpointConfigName: { 'Fn::GetAtt': ['two', 'EndpointConfigName'] },
    DeploymentConfig: { AutoRollbackConfiguration: { Alarms: [{ AlarmName: { Ref: 'late' } }] } },
  });
});

describe('a new version', () => {
  const fields = (props: object) => kind.complete(props).issues.map(({ field }) => field);
  test.each([
    ['CANARY', 50, 51],
    ['LINEAR', 10, 9],
    ['LINEAR', 50, 51],
    ['ROLLING', 5, 4],
  ])('%s takes steps of %i %%, not of %i %%', (trafficShift, fits, not) => {
    expect(fields({ trafficShift, stepPercent: fits })).toEqual([]);
    expect(fields({ trafficShift, stepPercent: not })).toEqual(['stepPercent']);
  });
  test('rolling keeps no old fleet', () => {
    expect(fields({ trafficShift: 'ROLLING', terminationWaitSeconds: 60 })).toEqual(['terminationWaitSeconds']);
  });
  test.each([
    [{ trafficShift: 'CANARY', waitSeconds: 600, terminationWaitSeconds: 300 }, 1501, 1500],
    [{ trafficShift: 'LINEAR', stepPercent: 30, waitSeconds: 200 }, 801, 800],
    [{ trafficShift: 'ROLLING', stepPercent: 50, waitSeconds: 400 }, 801, 800],
  ])('a time limit is longer than all the waiting: %j', (deployment, fits, not) => {
    expect(fields({ ...deployment, timeoutSeconds: fits })).toEqual([]);
    expect(fields({ ...deployment, timeoutSeconds: not })).toEqual(['timeoutSeconds']);
  });
  test('a deployment takes one update policy', () => {
    const written = (props: NonNullable<Sketch[string]['props']>) => {
      const made = draw({ e: { kind, props } });
      return cloudFormation(made.node('e') as unknown as Parameters<typeof cloudFormation>[0]).Properties[
        'DeploymentConfig'
      ];
    };
    expect(written({})).toBeUndefined();
    expect(written({ trafficShift: 'CANARY', stepPercent: 10 })).toMatchObject({
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: {
          Type: 'CANARY',
          CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
          WaitIntervalInSeconds: 600,
        },
      },
    });
    expect(written({ trafficShift: 'ROLLING' })).not.toHaveProperty('BlueGreenUpdatePolicy');
  });
});

describe('asynchronous inference', () => {
  const sketch = (...statements: ReturnType<typeof allow>[]): Sketch => ({
    answers: { kind: 's3-bucket' },
    alerts: { kind: 'sns-topic' },
    role: role('sagemaker.amazonaws.com', ...statements),
    model: { kind: 'sagemaker-model', props: { role: 'role' } },
    config: {
      kind: 'sagemaker-endpoint-config',
      props: { model: 'model', async: { enabled: true, output: 'answers', errorTopic: 'alerts' } },
    },
    scores: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
    caller: role('lambda.amazonaws.com', allow('sagemaker:InvokeEndpoint')),
    app: { kind: 'lambda-function', props: { role: 'caller', calls: [{ target: 'scores' }] } },
  });
  test('callers need a permission of its own', () => {
    const [call] = meaning(sketch()).requests.filter(({ spec }) => spec.from === 'app');
    expect(call).toMatchObject({ action: 'sagemaker:InvokeEndpointAsync', trace: { allowed: false } });
  });
  test('answers and announcements are made with the role of the model', () => {
    const may = meaning(sketch(allow(['s3:PutObject', 'sns:Publish'])));
    expect(outcome(may, 'scores', 's3:PutObject')).toBe('allowed');
    expect(outcome(may, 'scores', 'sns:Publish')).toBe('allowed');
    expect(outcome(meaning(sketch()), 'scores', 's3:PutObject')).toMatch(/^iam\./);
  });
});

describe('several variants', () => {
  const small = { name: 'small', instanceType: 'ml.m5.large', initialInstanceCount: 1 };
  const sketch = (other: object, more: object = {}): Sketch => ({
    key: key('*', 'kms:*'),
    data: { kind: 's3-bucket' },
    first: role('sagemaker.amazonaws.com', allow(['s3:PutObject', 'kms:CreateGrant'])),
    second: role('sagemaker.amazonaws.com', allow('s3:PutObject', 'arn:aws:s3:::data/capture/e/AllTraffic/*')),
    one: { kind: 'sagemaker-model', props: { role: 'first' } },
    two: { kind: 'sagemaker-model', props: { role: 'second' } },
    config: {
      kind: 'sagemaker-endpoint-config',
      props: { model: 'one', initialInstanceCount: 3, moreVariants: [{ ...small, ...other }], ...more },
    },
    e: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
  });
  const facts = (...args: Parameters<typeof sketch>) => meaning(sketch(...args));
  const serves = (other: object) => facts({ model: 'two', ...other }).timeOf('e')?.serves;

  test('each is paid for', () => {
    const cost = drawnWith([small, { ...small, name: 'other', instanceType: 'ml.g4dn.xlarge' }]);
    expect(cost?.map(({ label }) => label)).toEqual([
      'ml.m5.large hosting',
      'ml.m5.large hosting',
      'ml.g4dn.xlarge hosting',
    ]);
  });
  test('weights that fit the instances use them all', () => {
    // Three instances take 3 of 4 requests, one takes the fourth; each works on two at once.
    expect(serves({ weight: 1 / 3 })).toMatchObject({ instances: 4, workers: 2 });
  });
  test('the one that is full first limits them all', () => {
    // Half of the requests on one instance: 2 at once are half of 4, over 4 instances.
    expect(serves({ weight: 1 })).toMatchObject({ instances: 4, workers: 1 });
  });
  test('one without weight gets none, and limits nothing', () => {
    expect(serves({ weight: 0 })).toMatchObject({ instances: 4, workers: 1.5 });
  });
  test('each role needs what its own variant does', () => {
    const asks = (props: object) =>
      facts({ model: 'two' }, props)
        .requests.filter(({ spec }) => spec.from === 'e')
        .map(({ spec, action, trace }) => [spec.id, action, trace.allowed]);
    const capture = { dataCapture: { enabled: true, bucket: 'data' } };
    expect(asks(capture)).toEqual([
      ['e/s3:PutObject/data/endpointConfig', 's3:PutObject', true],
      ['e/s3:PutObject/data/endpointConfig/1', 's3:PutObject', false],
    ]);
    expect(asks({ kmsKey: 'key' }).map(([, , allowed]) => allowed)).toEqual([true, false]);
  });
  test('a variant without a model is refused', () => {
    expect(complaints(facts({}), 'config')).toHaveLength(1);
    expect(complaints(facts({ model: 'two' }), 'config')).toEqual([]);
  });
});

function drawnWith(moreVariants: readonly { readonly [key: string]: Json }[]) {
  return draw({
    config: { kind: config, props: { moreVariants } },
    e: { kind, props: { endpointConfig: 'config' } },
  }).ask('e', 'cost');
}
