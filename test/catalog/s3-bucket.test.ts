import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/s3-bucket/cloudformation';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind } from '../../src/catalog/s3-bucket/kind';
import { draw, monthly } from './drawing';
import { allow, complaints, key, meaning, outcome, role, type Sketch, type Statement } from './meaning';

const drawn = draw({
  key: { kind: kmsKey },
  plain: { kind },
  managed: { kind, props: { encryption: 'sse-kms' } },
  own: {
    kind,
    props: { encryption: 'sse-kms', kmsKey: 'key', bucketKey: true, versioning: true, noncurrentExpireDays: 30 },
  },
});

describe('keys', () => {
  test.each([
    ['plain', { type: 'aws-owned', label: 'SSE-S3' }],
    ['managed', { type: 'aws-managed', alias: 'aws/s3' }],
    ['own', { type: 'customer-managed', node: 'key' }],
  ])('%s objects', (id, expected) => {
    expect(drawn.ask(id, 'stores')).toMatchObject([{ id: 'objects', key: expected, used: true }]);
  });
  test('reading decrypts, writing asks for a data key, deleting needs neither', () => {
    const operations = drawn.ask('own', 'operations') ?? [];
    const actions = (name: string) =>
      operations.find(({ action }) => action === name)?.keys?.flatMap((use) => use.actions) ?? [];
    expect(actions('s3:GetObject')).toEqual(['kms:Decrypt']);
    expect(actions('s3:PutObject')).toEqual(['kms:GenerateDataKey']);
    expect(actions('s3:DeleteObject')).toEqual([]);
  });
  test('with a bucket key the encryption context is the bucket', () => {
    const [get] = drawn.ask('own', 'operations') ?? [];
    expect(get?.keys?.[0]).toMatchObject({
      viaService: 's3.us-east-1.amazonaws.com',
      context: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::own'] },
    });
  });
});

test('object actions have an object ARN, bucket actions the bucket ARN', () => {
  const resources = Object.fromEntries(
    (drawn.ask('plain', 'operations') ?? []).map((one) => [one.action, one.resource]),
  );
  expect(resources).toMatchObject({
    's3:GetObject': 'arn:aws:s3:::plain/object',
    's3:ListBucket': 'arn:aws:s3:::plain',
  });
});

test('public access is blocked unless somebody opens it', () => {
  expect(drawn.ask('plain', 'resourcePolicy')).toEqual({ required: false, blocksPublic: true });
});

test('AWS refuses a key beside SSE-S3, and a bucket key beside DSSE-KMS', () => {
  expect(kind.complete({ kmsKey: 'key' }).issues.map(({ field }) => field)).toEqual(['kmsKey']);
  expect(kind.complete({ encryption: 'dsse-kms', bucketKey: true }).issues.map(({ field }) => field)).toEqual([
    'bucketKey',
  ]);
});

describe('a reader', () => {
  const reading = (encryption: string, ...statements: readonly Statement[]): string => {
    const sketch: Sketch = {
      key: key(),
      bucket: { kind: 's3-bucket', props: { encryption, ...(encryption === 'sse-kms' && { kmsKey: 'key' }) } },
      role: role('lambda.amazonaws.com', ...statements),
      fn: { kind: 'lambda-function', props: { role: 'role', calls: [{ action: 's3:GetObject', target: 'bucket' }] } },
    };
    const facts = meaning(sketch);
    expect(complaints(facts, 'bucket')).toEqual([]);
    return outcome(facts, 'fn', 's3:GetObject');
  };
  test('needs s3:GetObject only, with SSE-S3', () =>
    expect(reading('sse-s3', allow('s3:GetObject', 'arn:aws:s3:::bucket/*'))).toBe('allowed'));
  test('cannot read with the ARN of the bucket', () =>
    expect(reading('sse-s3', allow('s3:GetObject', 'arn:aws:s3:::bucket'))).not.toBe('allowed'));
  test('needs kms:Decrypt too, with SSE-KMS', () => {
    const get = allow('s3:GetObject', 'arn:aws:s3:::bucket/*');
    expect(reading('sse-kms', get)).not.toBe('allowed');
    expect(reading('sse-kms', get, allow('kms:Decrypt'))).toBe('allowed');
  });
});

test('template', () => {
  const made = cloudFormation(drawn.node('own') as never, drawn.context);
  expect(made.Properties).toMatchObject({
    BucketName: 'own',
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['key', 'Arn'] } },
          BucketKeyEnabled: true,
        },
      ],
    },
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: { Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
  });
});

test('50 GB cost 1.15 dollars', () => expect(monthly(drawn.ask('plain', 'cost'))).toBeCloseTo(1.15));

describe('a public ACL', () => {
  const list = (props: NonNullable<Sketch[string]['props']>) =>
    meaning({ data: { kind: 's3-bucket', props } })
      .resourcePolicyOf('data')
      ?.policy?.statements.flatMap(({ action }) => action ?? []) ?? [];
  test('lets everybody list, and write where it says so', () => {
    expect(list({ acl: 'public-read', blockPublicAccess: false })).toEqual(['s3:ListBucket']);
    expect(list({ acl: 'public-read-write', blockPublicAccess: false })).toEqual([
      's3:ListBucket',
      's3:PutObject',
      's3:DeleteObject',
    ]);
    expect(list({ blockPublicAccess: false })).toEqual([]);
  });
  test('is refused beside Block Public Access', () => {
    const refused = draw({ data: { kind, props: { acl: 'public-read' } } }).ask('data', 'refusals');
    expect(refused).toMatchObject([{ field: 'acl' }]);
  });
});

describe('replication', () => {
  const refusedAt = (props: NonNullable<Sketch[string]['props']>) =>
    (draw({ data: { kind, props } }).ask('data', 'refusals') ?? []).map(({ field }) => field);
  const sketch = (
    statements: readonly Statement[],
    copies: NonNullable<Sketch[string]['props']> = { versioning: true },
  ) =>
    ({
      data: { kind: 's3-bucket', props: { versioning: true, replicateTo: 'copies', replicationRole: 'copier' } },
      copies: { kind: 's3-bucket', props: copies },
      copier: role('s3.amazonaws.com', ...statements),
    }) satisfies Sketch;
  const READS = allow('s3:GetObjectVersionForReplication', 'arn:aws:s3:::data/*');
  test('reads here and writes there, as the role', () => {
    const facts = meaning(sketch([READS, allow('s3:ReplicateObject', 'arn:aws:s3:::copies/*')]));
    expect(outcome(facts, 'data', 's3:GetObjectVersionForReplication')).toBe('allowed');
    expect(outcome(facts, 'data', 's3:ReplicateObject', 'copies')).toBe('allowed');
    expect(outcome(meaning(sketch([READS])), 'data', 's3:ReplicateObject')).toBe('iam.identity-silent');
  });
  test('needs versioning on both sides', () => {
    expect(refusedAt({ replicateTo: 'data', replicationRole: 'copier', versioning: true })).toEqual([]);
    expect(refusedAt({ replicateTo: 'copies', replicationRole: 'copier' })).toEqual(['replicateTo']);
    const refused = draw({
      data: { kind, props: { versioning: true, replicateTo: 'copies', replicationRole: 'copier' } },
      copies: { kind },
    }).ask('data', 'refusals');
    expect(refused).toMatchObject([{ field: 'replicateTo' }]);
  });
  test('Object Lock needs versioning', () => expect(refusedAt({ objectLock: true })).toEqual(['objectLock']));
});
