import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { afterAll, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import type { Diagram, DiagramNode } from '../../../src/model/diagram';
import type { Json } from '../../../src/model/json';

const document = (...statements: Json[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
const companions = catalog.get('vpc')?.companions ?? [];
const everybody = { Effect: 'Allow', Principal: '*', Action: 'elasticfilesystem:ClientMount' };

type Props = DiagramNode['props'];
const DRAWN: Readonly<Record<string, readonly [kind: string, props?: Props, parent?: string]>> = {
  net: ['vpc', { mainRouteTable: 'main', defaultSecurityGroup: 'default', defaultNetworkAcl: 'acl' }],
  main: ['route-table', companions[0]?.props, 'net'],
  default: ['security-group', companions[1]?.props, 'net'],
  acl: ['network-acl', companions[2]?.props, 'net'],
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
  server: ['ec2-instance', { volumes: ['disk'] }, 'a'],
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
    },
  ],
};

const diagram: Diagram = {
  nodes: Object.fromEntries(
    Object.entries(DRAWN).map(([id, [kind, props, parent]]): [string, DiagramNode] => [
      id,
      { id, kind, name: id, position: { x: 0, y: 0 }, props: props ?? {}, ...(parent !== undefined && { parent }) },
    ]),
  ),
};
const { json } = exportTemplate(diagram, catalog);

/** The template as somebody else would write it: without what Perimeter keeps for itself. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'Metadata')
      .map(([key, one]) => [key, bare(one)]),
  );
}

test('CloudFormation takes them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perimeter-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'template.json');
  writeFileSync(path, json);
  const engine = new CelEngine();
  const faults = engine
    .validateStandard(new TemplateFile(path))
    .diagnostics.filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR')
    .map(({ ruleId, message, entity }) => `${ruleId} ${entity?.logicalId ?? ''}: ${message}`);
  engine.free();
  expect(faults).toEqual([]);
}, 30_000);

test('they come back as they were', () => {
  const back = importTemplate(json, catalog);
  expect(back.problems).toEqual([]);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored).toEqual([]);
});

test('their resources alone say everything that a template can', () => {
  const back = importTemplate(JSON.stringify(bare(JSON.parse(json) as Json)), catalog);
  const byName = new Map(Object.values(back.diagram.nodes).map((node) => [node.name, node]));
  const names = new Map(Object.values(back.diagram.nodes).map(({ id, name }) => [id, name]));
  /** Ids are made anew, so references are compared by the names of their targets. */
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(named);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)]));
  };
  for (const [id, [kind, props]] of Object.entries(DRAWN)) {
    if (!/efs|ebs|ec2|dynamodb|ecr|model|secret|kinesis|lambda/.test(kind)) continue;
    const found = byName.get(id);
    expect(found?.kind, id).toBe(kind);
    expect(named(catalog.get(kind)?.complete(found?.props).props), id).toMatchObject(props ?? {});
  }
  // What Perimeter makes up, because CloudFormation asks for it.
  const made = ['AttributeDefinitions', 'BillingMode', 'Code', 'GenerateSecretString', 'GroupDescription', 'Handler'];
  const properties = new Set(back.ignored.map(({ property = '' }) => /^\w*/.exec(property)?.[0]));
  expect([...properties].sort()).toEqual([...made, 'ImageId', 'KeySchema', 'Runtime'].sort());
});
