import { describe, expect, test } from 'vitest';
import { allow, complaints, key, meaning, outcome, role, type Sketch } from './meaning';

const drawing = (job: object = {}, model: object = {}, ...statements: ReturnType<typeof allow>[]): Sketch => ({
  key: key(),
  data: { kind: 's3-bucket' },
  out: { kind: 's3-bucket' },
  captured: { kind: 's3-bucket' },
  role: role('sagemaker.amazonaws.com', ...(statements.length > 0 ? statements : [allow('*')])),
  model: { kind: 'sagemaker-model', props: { role: 'role', ...model } },
  job: { kind: 'sagemaker-transform-job', props: { model: 'model', input: 'data', output: 'out', ...job } },
});

test('it works with the role of its model', () => {
  const facts = meaning(drawing({ volumeKmsKey: 'key', outputKmsKey: 'key' }));
  for (const action of ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 'kms:CreateGrant'])
    expect(outcome(facts, 'job', action), action).toBe('allowed');
  expect(outcome(meaning(drawing({}, { role: undefined })), 'job', 's3:GetObject')).toBe('request.no-identity');
  expect(outcome(meaning(drawing({}, {}, allow('s3:GetObject'))), 'job', 's3:PutObject')).toMatch(/^iam\./);
});

test('network isolation and subnets are those of the model', () => {
  const facts = meaning(drawing({}, { subnets: ['a'], securityGroups: ['sg'], enableNetworkIsolation: true }));
  expect(facts.networkOf('job')).toMatchObject({ role: 'interfaces', subnets: ['a'], isolated: true });
});

test('predictions without a key are written under aws/s3', () => {
  const store = (job: object) =>
    meaning(drawing(job)).stores.find((one) => one.node === 'job' && one.store.id === 'output');
  expect(store({})?.store.key).toEqual({ type: 'aws-managed', alias: 'aws/s3' });
  expect(store({ outputKmsKey: 'key' })?.store.key).toEqual({ type: 'customer-managed', node: 'key' });
});

describe('monitoring', () => {
  const watched = (job: object): Sketch => ({
    ...drawing(job),
    monitor: {
      kind: 'sagemaker-monitoring-schedule',
      props: { endpoint: 'job', role: 'role', baseline: 'data', output: 'out' },
    },
  });
  const capture = { dataCapture: { enabled: true, bucket: 'captured' } };
  test('Model Monitor reads what a batch job captured, in a namespace of its own', () => {
    const facts = meaning(watched(capture));
    expect(facts.schedules[0]).toMatchObject({ publishes: true });
    expect(facts.metrics.find(({ node }) => node === 'monitor')?.source.namespace).toBe(
      'aws/sagemaker/ModelMonitoring/data-metrics',
    );
    expect(outcome(facts, 'job', 's3:PutObject', 'captured')).toBe('allowed');
  });
  test('without capture there is nothing to read', () => {
    expect(meaning(watched({})).schedules[0]?.publishes).toBe(false);
  });
});

test('a volume key on local storage is refused', () => {
  expect(complaints(meaning(drawing({ volumeKmsKey: 'key', instanceType: 'ml.g5.xlarge' })), 'job')).toEqual([
    'volumeKmsKey',
  ]);
});
