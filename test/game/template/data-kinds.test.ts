import { expect, test } from 'vitest';
import type { Json } from '../../../src/model/json';
import { faithful } from './faithful';
import { expectSaid, NET, type Sketch } from './sketch';

const document = (...statements: Json[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const everybody = { Effect: 'Allow', Principal: '*', Action: 'elasticfilesystem:ClientMount' };

const DRAWN: Sketch = {
  ...NET,
  a: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
  b: ['subnet', { cidr: '10.0.2.0/24', availabilityZone: 'b' }, 'net'],
  nfs: ['security-group', { ingress: [{ cidr: '10.0.0.0/16', fromPort: 2049, toPort: 2049 }], egress: [] }, 'net'],
  key: ['kms-key'],
  role: [
    'iam-role',
    {
      trustPolicy: document({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    },
  ],
  files: [
    'efs-file-system',
    {
      encrypted: true,
      kmsKey: 'key',
      subnets: ['a', 'b'],
      securityGroups: ['nfs'],
      policy: document(everybody),
      accessPoints: [
        { name: 'first', path: '/first', uid: 1001, gid: 1002 },
        { name: 'second', path: '/second', uid: 0, gid: 0 },
      ],
      backups: true,
    },
  ],
  disk: ['ebs-volume', { encrypted: true, kmsKey: 'key', volumeType: 'gp2', sizeGb: 40 }],
  server: ['ec2-instance', { volumes: ['disk'], detailedMonitoring: true }, 'a'],
  kept: [
    's3-bucket',
    { versioning: true, objectLock: true, replicateTo: 'copies', replicationRole: 'role', acl: 'public-read' },
  ],
  copies: ['s3-bucket', { versioning: true }],
  news: ['sns-topic'],
  table: [
    'dynamodb-table',
    { encryption: 'customer-managed', kmsKey: 'key', pointInTimeRecovery: true, deletionProtection: true },
  ],
  plain: ['dynamodb-table', { encryption: 'aws-managed' }],
  images: ['ecr-repository', { encryption: 'kms', kmsKey: 'key', scanOnPush: true, immutableTags: true }],
  model: ['sagemaker-model', { role: 'role', image: 'images' }],
  secret: ['secrets-manager-secret', { kmsKey: 'key', rotationFunction: 'fn', rotationDays: 7 }],
  stream: [
    'kinesis-stream',
    { encryption: 'customer-managed', kmsKey: 'key', retentionHours: 48, mode: 'provisioned', shards: 3 },
  ],
  open: ['kinesis-stream', { encryption: 'aws-managed' }],
  fn: [
    'lambda-function',
    {
      role: 'role',
      subnets: ['a'],
      securityGroups: ['nfs'],
      eventSources: [{ source: 'stream', batchSize: 50 }],
      fileSystem: 'files',
      accessPoint: 'second',
      deadLetter: 'news',
      reservedConcurrency: 5,
    },
  ],
};

const { json } = faithful(DRAWN);

test('the name of an access point is its tag Name, wherever that stands', () => {
  const { Resources } = JSON.parse(json) as { Resources: Record<string, { Type: string; Properties: object }> };
  for (const one of Object.values(Resources)) {
    const { AccessPointTags: tags } = one.Properties as { AccessPointTags?: Json[] };
    if (tags) one.Properties = { ...one.Properties, AccessPointTags: [{ Key: 'Team', Value: 'risk' }, ...tags] };
  }
  expectSaid(JSON.stringify({ Resources }), DRAWN, /efs|lambda/);
});

test('their resources alone say everything that a template can', () => {
  const back = expectSaid(json, DRAWN, /efs|ebs|ec2|dynamodb|ecr|model|secret|kinesis|lambda|s3/);
  // What Perimeter makes up, because CloudFormation asks for it.
  const made = ['AttributeDefinitions', 'BillingMode', 'Code', 'GenerateSecretString', 'GroupDescription', 'Handler'];
  const properties = new Set(back.ignored.map(({ property = '' }) => /^\w*/.exec(property)?.[0]));
  expect([...properties].sort()).toEqual([...made, 'ImageId', 'KeySchema', 'OwnershipControls', 'Runtime'].sort());
});
