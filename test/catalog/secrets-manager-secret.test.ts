import { describe, expect, test } from 'vitest';
import { allow, key, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const GET = 'secretsmanager:GetSecretValue';
const NAME = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:secret';

function reader(secret: Sketch[string]['props'], statements: readonly Statement[], more: Sketch = {}, fn: object = {}) {
  return meaning({
    ...SMALL_VPC,
    key: key(),
    secret: { kind: 'secrets-manager-secret', props: secret ?? {} },
    role: role('lambda.amazonaws.com', ...statements),
    fn: { kind: 'lambda-function', props: { role: 'role', calls: [{ target: 'secret' }], ...fn } },
    ...more,
  });
}
const reads = (...args: Parameters<typeof reader>) => {
  const walked = reader(...args).requests.find(({ spec }) => spec.from === 'fn');
  expect(walked?.action).toBe(GET);
  return walked?.trace.allowed;
};

describe('reading', () => {
  test.each<[string, string, boolean]>([
    ['the name without the random end', NAME, false],
    ['six question marks', `${NAME}-??????`, true],
    ['a star', `${NAME}-*`, true],
  ])('a policy that names it by %s', (_, resource, expected) =>
    expect(reads({}, [allow(GET, resource)])).toBe(expected),
  );
  test('with your key needs kms:Decrypt too, bound to the secret if you like', () => {
    const own = { kmsKey: 'key' };
    const bound = {
      ...allow('kms:Decrypt'),
      Condition: {
        StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' },
        StringLike: { 'kms:EncryptionContext:SecretARN': `${NAME}-*` },
      },
    };
    expect(reads(own, [allow(GET)])).toBe(false);
    expect(reads(own, [allow(GET), allow('kms:Decrypt')])).toBe(true);
    expect(reads(own, [allow(GET), bound])).toBe(true);
  });
  test('is stopped by a resource policy that denies', () => {
    expect(
      reads({ policy: policy({ Effect: 'Deny', Principal: '*', Action: GET, Resource: '*' }) }, [allow(GET)]),
    ).toBe(false);
  });
  test('from a closed VPC takes the endpoint secretsmanager, and none for KMS', () => {
    const inside = { subnets: ['a'], securityGroups: ['all'] };
    const statements = [allow(GET), allow('kms:Decrypt')];
    const endpoint: Sketch = {
      endpoint: {
        kind: 'interface-endpoint',
        in: 'v',
        props: { service: 'secretsmanager', subnets: ['a'], securityGroups: ['https'], privateDnsEnabled: true },
      },
    };
    expect(reads({ kmsKey: 'key' }, statements, {}, inside)).toBe(false);
    expect(reads({ kmsKey: 'key' }, statements, endpoint, inside)).toBe(true);
  });
  test('is a management event: the Event history has it', () => {
    const read = reader({}, [allow(GET)]).requests.find(({ spec }) => spec.from === 'fn');
    expect(read?.record).toMatchObject({ category: 'management', eventName: 'GetSecretValue' });
  });
});

describe('rotation', () => {
  const rotated = (resourcePolicy: string) =>
    outcome(
      reader({ rotationFunction: 'rotator' }, [], { rotator: { kind: 'lambda-function', props: { resourcePolicy } } }),
      'secret',
      'lambda:InvokeFunction',
    );
  test('needs the permission to invoke the function', () => {
    expect(rotated('')).toBe('iam.resource-none');
    const admits = {
      Effect: 'Allow',
      Principal: { Service: 'secretsmanager.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
    };
    expect(rotated(policy({ ...admits, Resource: '*' }))).toBe('allowed');
  });
  test('is off without a function', () =>
    expect(outcome(reader({}, []), 'secret', 'lambda:InvokeFunction')).toBe('not asked'));
});

test('there is always a key', () => {
  const keyOf = (props: Sketch[string]['props']) =>
    reader(props, []).stores.find(({ node }) => node === 'secret')?.store.key;
  expect(keyOf({})).toEqual({ type: 'aws-managed', alias: 'aws/secretsmanager' });
  expect(keyOf({ kmsKey: 'key' })).toEqual({ type: 'customer-managed', node: 'key' });
});
