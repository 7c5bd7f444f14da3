import { describe, expect, test } from 'vitest';
import { cards } from '../../src/catalog/cards';
import { kind } from '../../src/catalog/efs-file-system/kind';
import { allow, complaints, key, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';
import { SMALL_VPC } from './small-vpc';

const MOUNT = 'elasticfilesystem:ClientMount';
const WRITE = 'elasticfilesystem:ClientWrite';
const ARN = 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/files';

interface Case {
  readonly files?: Sketch[string]['props'];
  readonly mount?: Readonly<Record<string, string | boolean>>;
  readonly statements?: readonly Statement[];
  readonly more?: Sketch;
}

/** A server in subnet `a` mounts `files`, whose mount targets stand in both subnets. */
function mounting({ files = {}, mount = {}, statements = [], more = {} }: Case) {
  return meaning({
    ...SMALL_VPC,
    files: { kind: 'efs-file-system', props: { subnets: ['a', 'b'], securityGroups: ['nfs'], ...files } },
    role: role('ec2.amazonaws.com', ...statements),
    server: {
      kind: 'ec2-instance',
      in: 'a',
      props: { role: 'role', securityGroups: ['all'], mounts: [{ fileSystem: 'files', ...mount }] },
    },
    ...more,
  });
}
const onlyRole = policy({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/role' },
  Action: [MOUNT, WRITE],
  Resource: ARN,
});
const tlsOnly = policy(
  { Effect: 'Allow', Principal: { AWS: '*' }, Action: [MOUNT, WRITE], Resource: '*' },
  {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: '*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
);
const byAccessPoint = policy({
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: MOUNT,
  Resource: '*',
  Condition: {
    StringEquals: {
      'elasticfilesystem:AccessPointArn': 'arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/project',
    },
  },
});

describe('a mount', () => {
  test.each<[string, Case, string]>([
    ['reaches a mount target that admits NFS', {}, 'allowed'],
    [
      'stops at a security group that admits HTTPS only',
      { files: { securityGroups: ['https'] } },
      'network.group-no-ingress',
    ],
    ['finds no mount target', { files: { subnets: [] } }, 'network.destination-without-interface'],
    ['is nobody to a policy that names one role', { files: { policy: onlyRole } }, 'iam.resource-near-principal'],
    [
      'signs with the role, and the policy lets it in',
      { files: { policy: onlyRole }, mount: { tls: true, iam: true } },
      'allowed',
    ],
    [
      'signs with a role that its own policy lets in',
      {
        files: { policy: policy({ Effect: 'Deny', Principal: '*', Action: WRITE, Resource: '*' }) },
        mount: { tls: true, iam: true, write: false },
        statements: [allow(MOUNT)],
      },
      'allowed',
    ],
    ['in the clear stops at a policy that wants TLS', { files: { policy: tlsOnly } }, 'iam.explicit-deny-condition'],
    ['with TLS passes that policy', { files: { policy: tlsOnly }, mount: { tls: true } }, 'allowed'],
    [
      'without the access point stops where the policy wants one',
      { files: { policy: byAccessPoint } },
      'iam.resource-near-missing-key',
    ],
    [
      'through the access point passes',
      {
        files: { policy: byAccessPoint, accessPoints: [{ name: 'project' }] },
        mount: { tls: true, accessPoint: 'project', write: false },
      },
      'allowed',
    ],
    [
      'needs no permission for the key: EFS has a grant',
      { files: { encrypted: true, kmsKey: 'key' }, more: { key: key() } },
      'allowed',
    ],
    [
      'fails once the key is disabled',
      { files: { encrypted: true, kmsKey: 'key' }, more: { key: { kind: 'kms-key', props: { enabled: false } } } },
      'request.key-disabled',
    ],
  ])('%s', (_, drawn, expected) => expect(outcome(mounting(drawn), 'server', MOUNT)).toBe(expected));

  test('to read and write is two permissions; read-only is one', () => {
    const asked = (write: boolean) =>
      mounting({ mount: { write } })
        .requests.filter(({ spec }) => spec.from === 'server')
        .map(({ action }) => action);
    expect(asked(true)).toEqual([MOUNT, WRITE]);
    expect(asked(false)).toEqual([MOUNT]);
  });
  test('of the same file system in two ways is two mounts', () => {
    const world = meaning({
      ...SMALL_VPC,
      files: { kind: 'efs-file-system', props: { subnets: ['a'], securityGroups: ['nfs'], policy: tlsOnly } },
      role: role('ec2.amazonaws.com'),
      server: {
        kind: 'ec2-instance',
        in: 'a',
        props: {
          role: 'role',
          securityGroups: ['all'],
          mounts: [
            { fileSystem: 'files', tls: true, iam: true, write: false },
            { fileSystem: 'files', write: false },
            { fileSystem: 'files', write: false },
          ],
        },
      },
    });
    const mounts = world.requests.filter(({ action }) => action === MOUNT);
    expect(mounts.map(({ spec, trace }) => [spec.field, trace.allowed])).toEqual([
      ['mounts[0].fileSystem', true],
      ['mounts[1].fileSystem', false],
    ]);
  });
  test('with IAM or through an access point needs TLS', () => {
    expect(complaints(mounting({ mount: { iam: true } }), 'server')).toEqual(['mounts[0].tls']);
    expect(
      complaints(mounting({ files: { accessPoints: [{}] }, mount: { accessPoint: 'project' } }), 'server'),
    ).toEqual(['mounts[0].tls']);
  });
  test('through an access point that is not there is refused', () => {
    expect(complaints(mounting({ mount: { tls: true, accessPoint: 'other' } }), 'server')).toEqual([
      'mounts[0].accessPoint',
    ]);
  });
  test('is of no use to an interface in no VPC', () => {
    const facts = meaning({
      ...SMALL_VPC,
      files: { kind: 'efs-file-system', props: { subnets: ['a'] } },
      role: role('lambda.amazonaws.com'),
      fn: { kind: 'lambda-function', props: { role: 'role', fileSystem: 'files', accessPoint: 'project' } },
    });
    expect(outcome(facts, 'fn', MOUNT)).toBe('network.managed-cannot-enter');
    expect(complaints(facts, 'fn')).toEqual(['fileSystem', 'accessPoint']);
  });
});

test('a function mounts through an access point, with its role', () => {
  const facts = meaning({
    ...SMALL_VPC,
    files: {
      kind: 'efs-file-system',
      props: { subnets: ['a'], securityGroups: ['nfs'], accessPoints: [{ name: 'project' }], policy: tlsOnly },
    },
    role: role('lambda.amazonaws.com', allow([MOUNT, WRITE], ARN)),
    fn: {
      kind: 'lambda-function',
      props: { role: 'role', fileSystem: 'files', accessPoint: 'project', subnets: ['b'], securityGroups: ['all'] },
    },
  });
  expect(complaints(facts, 'fn')).toEqual([]);
  expect(outcome(facts, 'fn', MOUNT)).toBe('allowed');
  expect(outcome(facts, 'fn', WRITE)).toBe('allowed');
});

test('a training job mounts without TLS and without a name', () => {
  const job = (files: Sketch[string]['props']) =>
    meaning({
      ...SMALL_VPC,
      files: { kind: 'efs-file-system', props: { subnets: ['a'], securityGroups: ['nfs'], ...files } },
      role: role('sagemaker.amazonaws.com', allow(MOUNT)),
      job: {
        kind: 'sagemaker-training-job',
        props: { role: 'role', inputFileSystem: 'files', subnets: ['b'], securityGroups: ['all'] },
      },
    });
  expect(outcome(job({}), 'job', MOUNT)).toBe('allowed');
  expect(outcome(job({ policy: tlsOnly }), 'job', MOUNT)).toBe('iam.explicit-deny-condition');
  expect(outcome(job({}), 'job', WRITE)).toBe('not asked');
});

test('AWS makes one mount target per zone', () => {
  const files = (subnets: string[]) =>
    complaints(
      meaning({
        ...SMALL_VPC,
        a2: { kind: 'subnet', in: 'v', props: { cidr: '10.0.3.0/24' } },
        files: { kind: 'efs-file-system', props: { subnets } },
      }),
      'files',
    );
  expect(files(['a', 'b'])).toEqual([]);
  expect(files(['a', 'b', 'a2'])).toEqual(['subnets[2]']);
});

test('access points have names of their own', () => {
  const named = (...names: string[]) => kind.complete({ accessPoints: names.map((name) => ({ name })) }).issues;
  expect(named('a', 'b')).toEqual([]);
  expect(named('a', 'b', 'a').map(({ field }) => field)).toEqual(['accessPoints[2].name']);
});

test('its policy says nothing about making it', () => {
  const facts = meaning({ files: { kind: 'efs-file-system' }, table: { kind: 'dynamodb-table' } });
  const guarded = (id: string) => facts.resourcePolicyOf(id)?.facet.actions ?? [];
  expect(guarded('files')).toContain(MOUNT);
  expect(guarded('files')).not.toContain('elasticfilesystem:CreateFileSystem');
  expect(guarded('table')).toContain('dynamodb:GetItem');
  expect(guarded('table')).not.toContain('dynamodb:CreateTable');
});

describe('creating one', () => {
  const create = (encrypted: boolean, ...statements: readonly Statement[]) =>
    outcome(
      meaning({
        key: key(),
        files: { kind: 'efs-file-system', props: { encrypted, ...(encrypted && { kmsKey: 'key' }) } },
        role: role('ec2.amazonaws.com', allow('elasticfilesystem:CreateFileSystem'), ...statements),
        admin: {
          kind: 'person',
          props: { role: 'role', calls: [{ action: 'elasticfilesystem:CreateFileSystem', target: 'files' }] },
        },
      }),
      'admin',
      'elasticfilesystem:CreateFileSystem',
    );
  const unencrypted = {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
  };
  test('under a key of your own needs the right to make a grant', () => {
    expect(create(true)).toBe('iam.identity-silent');
    expect(create(true, allow(['kms:DescribeKey', 'kms:CreateGrant']))).toBe('allowed');
  });
  test('can be limited to encrypted ones', () => {
    expect(create(false)).toBe('allowed');
    expect(create(false, unencrypted)).toBe('iam.explicit-deny-condition');
    expect(create(true, unencrypted, allow(['kms:DescribeKey', 'kms:CreateGrant']))).toBe('allowed');
  });
});

test('encryption is off unless somebody says so, and fixed for good', () => {
  expect(kind.complete({}).props).toMatchObject({ encrypted: false, policy: '' });
  expect(kind.complete({ kmsKey: 'key' }).issues.map(({ field }) => field)).toEqual(['kmsKey']);
  const stores = (props: Sketch[string]['props']) =>
    meaning({ files: { kind: 'efs-file-system', props: props ?? {} } }).stores.map(({ store }) => store.key);
  expect(stores({})).toEqual([{ type: 'none' }]);
  expect(stores({ encrypted: true })).toEqual([{ type: 'aws-managed', alias: 'aws/elasticfilesystem' }]);
  expect(stores({ encrypted: true, kmsKey: 'key' })).toEqual([{ type: 'customer-managed', node: 'key' }]);
});

test('a real-time endpoint mounts nothing', () => {
  expect(cards.get('efs-file-system')?.refuses.map(({ to }) => to)).toContain('sagemaker-endpoint');
});
