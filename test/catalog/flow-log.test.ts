import { describe, expect, test } from 'vitest';
import { template } from '../../src/catalog/flow-log/cloudformation';
import { catalog } from '../../src/catalog/index';
import { factsOf } from '../../src/engine/facts-of';
import { FLOW_REASONS } from '../../src/engine/monitoring/flow-reasons';
import { say } from '../../src/engine/wording';
import { Account } from '../../src/model/account';
import type { Diagram, DiagramNode } from '../../src/model/diagram';

const account = Account.parse({});
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: ['vpc-flow-logs.amazonaws.com', 'ec2.amazonaws.com'] },
      Action: 'sts:AssumeRole',
    },
  ],
});
const writes = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' }],
});
const admits = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['s3:GetBucketAcl', 's3:PutObject'],
      Resource: ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'],
    },
  ],
});

type Drawn = readonly [kind: string, parent?: string, props?: DiagramNode['props']];
const base: Readonly<Record<string, Drawn>> = {
  net: ['vpc', undefined, { mainRouteTable: 'rt', defaultSecurityGroup: 'sg', defaultNetworkAcl: 'acl' }],
  rt: ['route-table', 'net', { default: true }],
  sg: ['security-group', 'net', { default: true, egress: [{ protocol: 'all', cidr: '0.0.0.0/0' }] }],
  acl: [
    'network-acl',
    'net',
    {
      default: true,
      entries: [
        { direction: 'inbound', protocol: 'all' },
        { direction: 'outbound', protocol: 'all' },
      ],
    },
  ],
  part: ['subnet', 'net', { routeTable: 'rt' }],
  gate: ['gateway-endpoint', 'net', { routeTables: ['rt'] }],
  records: ['s3-bucket', undefined, { policy: admits }],
  group: ['log-group'],
  role: ['iam-role', undefined, { trustPolicy: trust, policies: [{ name: 'write', document: writes }] }],
  server: ['ec2-instance', 'part', { role: 'role', calls: [{ action: 's3:GetObject', target: 'records' }] }],
  log: ['flow-log', 'net', { logGroup: 'group', role: 'role' }],
};

function factsWith(change: Readonly<Record<string, Drawn>> = {}) {
  const nodes = Object.fromEntries(
    Object.entries({ ...base, ...change }).map(([id, [kind, parent, props]]): [string, DiagramNode] => [
      id,
      { id, kind, name: id, ...(parent !== undefined && { parent }), position: { x: 0, y: 0 }, props: props ?? {} },
    ]),
  );
  const diagram: Diagram = { nodes };
  return factsOf(diagram, account, catalog);
}
function outcome(change?: Readonly<Record<string, Drawn>>) {
  const facts = factsWith(change);
  const [log] = facts.flowLogs;
  const call = facts.requests.find(({ spec }) => spec.from === 'server');
  const said = call?.trace.steps.find(({ reason }) => reason.code.startsWith('monitoring.flow-'));
  return { log, chain: log?.trace.steps[0]?.reason, said: said?.reason };
}
const seen = new Set<string>();

interface Case {
  readonly name: string;
  readonly change: Readonly<Record<string, Drawn>>;
  readonly chain: string;
  readonly said: string;
}
const CASES: readonly Case[] = [
  { name: 'to a log group, with a role', change: {}, chain: 'delivers', said: 'recorded' },
  {
    name: 'to a bucket whose policy admits the delivery service',
    change: { log: ['flow-log', 'part', { destination: 's3', bucket: 'records', maxAggregationInterval: '60' }] },
    chain: 'delivers',
    said: 'recorded',
  },
  {
    name: 'to a bucket that admits nobody',
    change: {
      log: ['flow-log', 'net', { destination: 's3', bucket: 'records' }],
      records: ['s3-bucket'],
    },
    chain: 'blocked',
    said: 'missed',
  },
  {
    name: 'without a role',
    change: { log: ['flow-log', 'net', { logGroup: 'group' }] },
    chain: 'blocked',
    said: 'missed',
  },
  { name: 'without a destination', change: { log: ['flow-log', 'net'] }, chain: 'nowhere', said: 'missed' },
  {
    name: 'of rejected packets only',
    change: { log: ['flow-log', 'net', { logGroup: 'group', role: 'role', trafficType: 'REJECT' }] },
    chain: 'delivers',
    said: 'missed',
  },
  {
    name: 'of rejected packets, when a group lets nothing out',
    change: {
      log: ['flow-log', 'net', { logGroup: 'group', role: 'role', trafficType: 'REJECT' }],
      sg: ['security-group', 'net', { default: true, egress: [] }],
    },
    chain: 'delivers',
    said: 'recorded',
  },
];

describe.each(CASES)('a flow log $name', ({ change, chain, said }) => {
  test(`says ${chain} and ${said}`, () => {
    const found = outcome(change);
    for (const reason of [found.chain, found.said]) {
      seen.add(reason?.code ?? '');
      expect(reason && say(reason)).not.toMatch(/[{}]/);
    }
    expect(found.chain?.code).toBe(`monitoring.flow-log-${chain}`);
    expect(found.said?.code).toBe(`monitoring.flow-${said}`);
  });
});

test('a flow log elsewhere says nothing about these packets', () => {
  expect(outcome({ log: ['flow-log', 'far', { logGroup: 'group', role: 'role' }], far: ['vpc'] }).said).toBeUndefined();
});

test('every sentence is reached', () => {
  expect(Object.keys(FLOW_REASONS).filter((code) => !seen.has(code))).toEqual([]);
});

test('it is written with what it records and where to', () => {
  const facts = factsWith();
  const log = facts.node('log');
  if (!log) throw new Error('log was drawn');
  expect(template.write(log, facts)).toMatchObject({
    Type: 'AWS::EC2::FlowLog',
    Properties: {
      ResourceId: { Ref: 'net' },
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogGroupName: { Ref: 'group' },
      DeliverLogsPermissionArn: { 'Fn::GetAtt': ['role', 'Arn'] },
      MaxAggregationInterval: 600,
    },
  });
});
