import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { buildGraph } from '../../../src/engine/graph';
import { bringIn } from '../../../src/game/template/bring-in';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { Account } from '../../../src/model/account';
import type { Diagram, DiagramNode } from '../../../src/model/diagram';
import type { Report } from '../../../src/model/report';

const node = (id: string, kind: string, more: Partial<DiagramNode> = {}): DiagramNode => ({
  id,
  kind,
  name: id,
  position: { x: 8, y: 16 },
  props: {},
  ...more,
});
const diagram = (...nodes: DiagramNode[]): Diagram => ({
  nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
});

test('each property says which goals rest on it', () => {
  const drawn = diagram(node('key', 'kms-key', { props: { enableKeyRotation: true } }));
  const finding = { answer: 'meets', nodes: ['key'], reason: { code: 'x.y', values: {} } } as const;
  const requirement = { met: true, points: 1, earned: 1, meets: 1, judged: 1 };
  const report: Report = {
    requirements: [
      {
        ...requirement,
        id: 'rotates',
        findings: [{ ...finding, fields: [{ node: 'key', field: 'enableKeyRotation' }] }],
      },
      { ...requirement, id: 'exists', findings: [finding] },
      { ...requirement, id: 'missed', findings: [{ ...finding, answer: 'misses' }] },
    ],
    problems: [],
    traces: [],
    cost: { monthly: 0, lines: [] },
    score: { earned: 0, possible: 0, stars: 0 },
  };
  const requirements = [{ id: 'rotates', title: 'The key\rrotates' }];
  const { json, yaml } = exportTemplate(drawn, catalog, { report, requirements });
  expect(JSON.parse(json)).toMatchObject({
    Resources: {
      Key: { Metadata: { Perimeter: { requirements: { EnableKeyRotation: ['rotates'], Resource: ['exists'] } } } },
    },
  });
  expect(JSON.parse(json)).toMatchObject({
    Metadata: { Perimeter: { requirements: { rotates: 'The key\rrotates' } } },
  });
  expect(yaml).toMatch(/^ {6}# Goal: The key rotates\n {6}EnableKeyRotation: true$/m);
  expect(yaml).toMatch(/^ {2}# ---- Keys ----\n {2}# Goal: exists\n {2}Key:$/m);
  expect(importTemplate(yaml, catalog).diagram).toEqual(drawn);
});

test('a goal behind what is written nowhere stands before the resource', () => {
  const drawn = diagram(node('key', 'kms-key'));
  const field = { node: 'key', field: 'multiRegion' };
  const report: Report = {
    requirements: [
      {
        id: 'alone',
        met: true,
        points: 1,
        earned: 1,
        meets: 1,
        judged: 1,
        findings: [{ answer: 'meets', nodes: ['key'], reason: { code: 'x.y', values: {} }, fields: [field] }],
      },
    ],
    problems: [],
    traces: [],
    cost: { monthly: 0, lines: [] },
    score: { earned: 0, possible: 0, stars: 0 },
  };
  expect(exportTemplate(drawn, catalog, { report }).yaml).toMatch(/^ {2}# multiRegion: Goal: alone\n {2}Key:$/m);
});

test('all that CloudFormation has no resource for is listed, in the file and beside it', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => node(id, 'person'));
  const { yaml, notes } = exportTemplate(diagram(...people, node('job', 'sagemaker-training-job')), catalog);
  expect(notes).toHaveLength(1);
  for (const id of ['a', 'f', 'job']) expect(notes[0]).toMatch(new RegExp(`\\b${id} \\(`));
  expect(yaml.startsWith(`# What this template cannot say:\n# - ${notes[0] ?? ''}\n`)).toBe(true);
});

test('what YAML 1.1 would take for something else is in quotes', () => {
  const names = ['yes', 'off', '2012-10-17', '010', '1_000', '12:30:45', '0x1f', '.inf', '~', '1e3'];
  const { yaml } = exportTemplate(diagram(...names.map((name, index) => node(`v${index}`, 'vpc', { name }))), catalog);
  for (const name of names) expect(yaml).toContain(`Value: "${name}"`);
});

test('containers come before what stands in them, and parts with their element', () => {
  const { json } = exportTemplate(
    diagram(
      node('a-room', 'subnet', { parent: 'z-net', props: { routeTable: 'b-way' } }),
      node('b-way', 'route-table', { parent: 'z-net', props: { routes: [{ target: 'door' }] } }),
      node('door', 'internet-gateway', { parent: 'z-net' }),
      node('z-net', 'vpc'),
    ),
    catalog,
  );
  const { Resources } = JSON.parse(json) as { Resources: Record<string, { DependsOn?: unknown }> };
  const order = Object.keys(Resources);
  expect(order[0]).toBe('ZNet');
  expect(order.indexOf('DoorAttachment')).toBe(order.indexOf('Door') + 1);
  expect(Resources['BWayRoute0']?.DependsOn).toBe('DoorAttachment');
});

test('logical ids come from names, and two names that look alike stay two', () => {
  const drawn = diagram(
    node('a', 's3-bucket', { name: 'my data' }),
    node('b', 's3-bucket', { name: 'my-data' }),
    node('c', 's3-bucket', { name: '2024' }),
    node('d', 'kms-key', { name: '鍵' }),
  );
  const { Resources } = JSON.parse(exportTemplate(drawn, catalog).json) as { Resources: Record<string, unknown> };
  expect(Object.keys(Resources)).toEqual(['KmsKey', 'KmsKeyAlias', 'MyData', 'MyDataNo2', 'S3Bucket2024']);
});

test('a key and a role may name each other', () => {
  const plain = diagram(node('key', 'kms-key'), node('worker', 'iam-role'));
  const graph = buildGraph(plain, Account.parse({}), catalog);
  const [key, worker] = [graph.arn('key'), graph.arn('worker')].map(String);
  const allow = (more: object) => JSON.stringify({ Statement: { Effect: 'Allow', Action: 'kms:Decrypt', ...more } });
  const drawn = diagram(
    node('key', 'kms-key', { props: { keyPolicy: allow({ Principal: { AWS: worker }, Resource: '*' }) } }),
    node('worker', 'iam-role', { props: { policies: [{ name: 'use', document: allow({ Resource: key }) }] } }),
  );
  const made = JSON.parse(exportTemplate(drawn, catalog).json) as {
    Resources: Record<string, { Properties: unknown }>;
  };
  expect(JSON.stringify(made.Resources['Key']?.Properties)).toContain('{"Fn::GetAtt":["Worker","Arn"]}');
  expect(JSON.stringify(made.Resources['WorkerPolicy0'])).toContain('{"Fn::GetAtt":["Key","Arn"]}');
});

describe('what comes in', () => {
  const allowed = ['vpc', 'subnet', 's3-bucket'];
  const imported = diagram(
    node('vpc-1', 'vpc', { props: { defaultSecurityGroup: 'sg' } }),
    node('sg', 'security-group', { parent: 'vpc-1', props: { default: true } }),
    node('data', 's3-bucket', { locked: true, props: { kmsKey: 'lock' } }),
    node('lock', 'kms-key'),
  );
  const given = node('given', 's3-bucket', { locked: true });
  const { diagram: next, left } = bringIn(diagram(given, node('old', 's3-bucket')), imported, catalog, allowed);
  test('kinds that the scenario does without stay outside, with the references to them', () => {
    expect(left).toEqual([{ name: 'lock', reason: 'This scenario does without a KMS key.' }]);
    expect(next.nodes['data']?.props).toEqual({});
  });
  test('what AWS makes along comes, what the scenario gives stays, and nobody locks a node by a file', () => {
    expect(Object.keys(next.nodes).sort()).toEqual(['data', 'given', 'sg', 'vpc-1']);
    expect(next.nodes['given']).toBe(given);
    expect(next.nodes['data']).not.toHaveProperty('locked');
  });
});

test('a bucket that logs to itself says its own name, for no resource waits for itself', () => {
  const drawn = diagram(node('logs', 's3-bucket', { props: { accessLogs: 'logs' } }));
  const { json, notes } = exportTemplate(drawn, catalog);
  expect(json).toContain('"DestinationBucketName": "logs"');
  expect(notes).toEqual([]);
  expect(importTemplate(json, catalog).diagram).toEqual(drawn);
});
