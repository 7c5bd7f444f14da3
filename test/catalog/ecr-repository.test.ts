import { describe, expect, test } from 'vitest';
import { cloudFormation, repositoryName } from '../../src/catalog/ecr-repository/cloudformation';
import { kind } from '../../src/catalog/ecr-repository/kind';
import { draw } from './drawing';
import { allow, key, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const ARN = 'arn:aws:ecr:us-east-1:111122223333:repository/images';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
const TOKEN = 'ecr:GetAuthorizationToken';
const NEEDED = [allow(PULL, ARN), allow(TOKEN)];

function model(images: Sketch[string]['props'], statements: readonly Statement[], more: Sketch = {}) {
  return meaning({
    images: { kind: 'ecr-repository', props: images ?? {} },
    role: role('sagemaker.amazonaws.com', ...statements),
    model: { kind: 'sagemaker-model', props: { role: 'role', image: 'images' } },
    ...more,
  });
}

describe('a model that pulls', () => {
  test('needs a token of the registry and three actions on the repository', () => {
    const facts = model({}, NEEDED);
    const asked = facts.requests.filter(({ spec }) => spec.from === 'model');
    expect(asked.map(({ action }) => action)).toEqual([TOKEN, ...PULL]);
    expect(asked.every(({ trace }) => trace.allowed)).toBe(true);
    expect(asked.every(({ spec }) => spec.origin.type === 'platform')).toBe(true);
  });
  test('gets no token with the ARN of a repository: the action takes * only', () => {
    expect(outcome(model({}, [allow([...PULL, TOKEN], ARN)]), 'model', TOKEN)).not.toBe('allowed');
  });
  test('is stopped by a repository policy that denies', () => {
    const text = policy({ Effect: 'Deny', Principal: '*', Action: 'ecr:BatchGetImage' });
    expect(outcome(model({ policy: text }, NEEDED), 'model', 'ecr:BatchGetImage')).toBe('iam.explicit-deny');
  });
  test('needs no permission for the key, but the key', () => {
    const own = { encryption: 'kms', kmsKey: 'key' };
    expect(outcome(model(own, NEEDED, { key: key() }), 'model', 'ecr:BatchGetImage')).toBe('allowed');
    const off: Sketch = { key: { kind: 'kms-key', props: { enabled: false } } };
    expect(outcome(model(own, NEEDED, off), 'model', 'ecr:BatchGetImage')).toBe('request.key-disabled');
  });
  test('asks for nothing when the image is not drawn, as before', () => {
    expect(meaning({ model: { kind: 'sagemaker-model' } }).requests).toEqual([]);
  });
});

test('a training job pulls with its execution role', () => {
  const facts = meaning({
    images: { kind: 'ecr-repository' },
    role: role('sagemaker.amazonaws.com', ...NEEDED),
    job: { kind: 'sagemaker-training-job', props: { role: 'role', image: 'images' } },
  });
  expect(outcome(facts, 'job', TOKEN)).toBe('allowed');
  expect(outcome(facts, 'job', 'ecr:BatchGetImage')).toBe('allowed');
});

test('a server in a closed VPC needs both endpoints', () => {
  const endpoint = (service: string) => ({
    kind: 'interface-endpoint',
    in: 'v',
    props: { service, subnets: ['a'], securityGroups: ['https'], privateDnsEnabled: true },
  });
  const pulling = (more: Sketch) => {
    const facts = meaning({
      ...SMALL_VPC,
      images: { kind: 'ecr-repository' },
      role: role('ec2.amazonaws.com', ...NEEDED),
      server: {
        kind: 'ec2-instance',
        in: 'a',
        props: {
          role: 'role',
          securityGroups: ['all'],
          calls: [TOKEN, 'ecr:BatchGetImage'].map((action) => ({ action, target: 'images' })),
        },
      },
      ...more,
    });
    return [outcome(facts, 'server', TOKEN), outcome(facts, 'server', 'ecr:BatchGetImage')];
  };
  expect(pulling({ api: endpoint('ecr.api') })).toEqual(['allowed', 'network.no-route']);
  expect(pulling({ api: endpoint('ecr.api'), dkr: endpoint('ecr.dkr') })).toEqual(['allowed', 'allowed']);
});

test('creating it under your key takes a grant', () => {
  const create = (...statements: readonly Statement[]) =>
    outcome(
      model({ encryption: 'kms', kmsKey: 'key' }, [allow('ecr:CreateRepository'), ...statements], {
        key: key(),
        builder: {
          kind: 'person',
          props: { role: 'role', calls: [{ action: 'ecr:CreateRepository', target: 'images' }] },
        },
      }),
      'builder',
      'ecr:CreateRepository',
    );
  expect(create()).toBe('iam.identity-silent');
  expect(create(allow('kms:CreateGrant'))).toBe('allowed');
});

test('defaults are open to change: no scan, mutable tags, keys of S3', () => {
  expect(kind.complete({}).props).toMatchObject({ scanOnPush: false, immutableTags: false, encryption: 'aes-256' });
  expect(kind.complete({ kmsKey: 'key' }).issues.map(({ field }) => field)).toEqual(['kmsKey']);
});

test('a repository has a name that ECR takes', () => {
  expect(['My Image', 'x', '__', 'fraud/model:1'].map(repositoryName)).toEqual([
    'my-image',
    'image-x',
    'image-unnamed',
    'fraud-model-1',
  ]);
  const drawn = draw({ images: { kind, props: { immutableTags: true, scanOnPush: true } } });
  expect(cloudFormation(drawn.node('images') as never).Properties).toMatchObject({
    ImageTagMutability: 'IMMUTABLE',
    ImageScanningConfiguration: { ScanOnPush: true },
    EncryptionConfiguration: { EncryptionType: 'AES256' },
  });
});
