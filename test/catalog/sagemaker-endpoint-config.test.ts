import { expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sagemaker-endpoint-config/cloudformation';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind as s3Bucket } from '../../src/catalog/s3-bucket/kind';
import { kind as endpoint } from '../../src/catalog/sagemaker-endpoint/kind';
import { kind } from '../../src/catalog/sagemaker-endpoint-config/kind';
import { draw } from './drawing';
import { complaints, meaning, type Sketch } from './meaning';

const drawn = draw({
  key: { kind: kmsKey },
  own: { kind: s3Bucket, props: { encryption: 'sse-kms', kmsKey: 'key' } },
  plain: { kind: s3Bucket },
  idle: { kind, props: { kmsKey: 'key', dataCapture: { enabled: true, bucket: 'plain' } } },
  used: {
    kind,
    props: { kmsKey: 'key', dataCapture: { enabled: true, bucket: 'own', samplingPercent: 20, output: false } },
  },
  keyed: { kind, props: { dataCapture: { enabled: true, bucket: 'plain', kmsKey: 'key' } } },
  quiet: { kind },
  unused: { kind, props: { dataCapture: { enabled: true, bucket: 'plain', kmsKey: 'key' } } },
  e1: { kind: endpoint, props: { endpointConfig: 'used' } },
  e2: { kind: endpoint, props: { endpointConfig: 'keyed' } },
});

const store = (id: string, name: string) => drawn.ask(id, 'stores')?.find((one) => one.id === name);

test('nothing is stored until an endpoint uses it', () => {
  expect(store('idle', 'volume')?.used).toBe(false);
  expect(store('used', 'volume')).toMatchObject({ used: true, key: { type: 'customer-managed', node: 'key' } });
});

test('captured data has a key of its own, or it rests as its bucket says, once', () => {
  expect(store('keyed', 'capture')).toMatchObject({ used: true, key: { type: 'customer-managed', node: 'key' } });
  expect(store('unused', 'capture')?.used).toBe(false);
  expect(store('used', 'capture')).toBeUndefined();
  expect(drawn.ask('own', 'stores')?.map(({ key }) => key)).toEqual([{ type: 'customer-managed', node: 'key' }]);
});

test.each([
  ['a key on local storage', { kmsKey: 'key', instanceType: 'ml.m5d.large' }, ['kmsKey']],
  ['a key without instances', { kmsKey: 'key', serverless: true }, ['kmsKey']],
  ['capture without a bucket', { dataCapture: { enabled: true } }, ['dataCapture.bucket']],
  ['serverless capture', { serverless: true, dataCapture: { enabled: true, bucket: 'b' } }, ['dataCapture.enabled']],
  ['several serverless variants', { serverless: true, moreVariants: [{}] }, ['moreVariants']],
  ['two variants of one name', { moreVariants: [{ name: 'AllTraffic' }] }, ['moreVariants']],
  [
    'a key on local storage of another variant',
    { kmsKey: 'key', moreVariants: [{ instanceType: 'ml.m5d.large' }] },
    ['kmsKey'],
  ],
  [
    'capture of nothing',
    { dataCapture: { enabled: true, bucket: 'b', input: false, output: false } },
    ['dataCapture.input'],
  ],
])('refuses %s', (_, props, fields) => {
  expect(kind.complete(props).issues.map(({ field }) => field)).toEqual(fields);
});

test('creating it carries the volume key', () => {
  expect(drawn.ask('used', 'operations')?.[0]).toMatchObject({
    action: 'sagemaker:CreateEndpointConfig',
    context: { 'sagemaker:InstanceTypes': ['ml.m5.large'], 'sagemaker:VolumeKmsKeyArn': [drawn.context.arn('key')] },
  });
});

test('template', () => {
  expect(cloudFormation(drawn.node('used') as never).Properties).toMatchObject({
    KmsKeyId: { 'Fn::GetAtt': ['key', 'Arn'] },
    DataCaptureConfig: { InitialSamplingPercentage: 20, CaptureOptions: [{ CaptureMode: 'Input' }] },
  });
  expect(cloudFormation(drawn.node('quiet') as never).Properties).not.toHaveProperty('DataCaptureConfig');
});

test('a variant is serverless or asynchronous', () => {
  const fields = (props: object) => kind.complete(props).issues.map(({ field }) => field);
  expect(fields({ serverless: true, async: { enabled: true, output: 'b' } })).toEqual(['async.enabled']);
  expect(fields({ async: { enabled: true } })).toEqual(['async.output']);
});

test('serverless takes no model with subnets or isolation', () => {
  const refused = (model: NonNullable<Sketch[string]['props']>) =>
    complaints(
      meaning({
        model: { kind: 'sagemaker-model', props: model },
        config: { kind: 'sagemaker-endpoint-config', props: { model: 'model', serverless: true } },
      }),
      'config',
    );
  expect(refused({})).toEqual([]);
  expect(refused({ subnets: ['a'], securityGroups: ['sg'] })).toEqual(['serverless']);
  expect(refused({ enableNetworkIsolation: true })).toEqual(['serverless']);
});
