import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import type { AnyKind } from '../../../src/engine/facets';
import { factsOf } from '../../../src/engine/facts-of';
import { hasWords, say } from '../../../src/engine/wording';
import { Account } from '../../../src/model/account';
import { Incident } from '../../../src/model/incident';
import { codes, edit, outcome, play, WATCHED } from './designs';
import { admits, may } from './policies';

const key = ['kms-key', {}] as const;
const bucketTrail = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:GetBucketAcl',
      Resource: 'arn:aws:s3:::log',
    },
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::log/*',
    },
  ],
});
const trail = (props = {}) =>
  ({ log: ['s3-bucket', { policy: bucketTrail }], trail: ['cloudtrail-trail', { bucket: 'log', ...props }] }) as const;

/** Who may do the harm decides; what is left afterwards decides the loss. */
const HARMS = [
  ['resource-deleted', 'scores', 'sagemaker:DeleteEndpoint', {}],
  ['resource-deleted', 'model', 'sagemaker:DeleteModel', {}],
  ['key-disabled', 'key', 'kms:DisableKey', { key }],
  ['key-deletion-scheduled', 'key', 'kms:ScheduleKeyDeletion', { key }],
  ['key-closed-to-services', 'key', 'kms:PutKeyPolicy', { key }],
  ['trail-stopped', 'trail', 'cloudtrail:StopLogging', trail()],
  ['bucket-made-public', 'data', 's3:PutBucketPolicy', { data: { blockPublicAccess: false } }],
] as const;

describe.each(HARMS)('%s at %s', (kind, on, action, edits) => {
  it('comes to nothing when nobody may', () => {
    const found = outcome(edit(WATCHED, edits), { kind, on });
    expect(found.prevented.holds).toBe(true);
    expect(found.prevented.trace.allowed).toBe(true);
    expect(codes(found.prevented.trace)).toContain('time.nobody-may');
    expect(found.loss).toEqual({ requests: 0, wrong: 0, records: 0, dollars: 0 });
  });
  it('happens when somebody may, and the record names them', () => {
    const found = outcome(edit(WATCHED, { ...edits, operator: may(action) }), { kind, on });
    expect(found.prevented.holds).toBe(false);
    expect(found.prevented.trace.allowed).toBe(false);
    expect(found.attributable.who).toEqual(['operator']);
    expect(found.attributable.records[0]).toMatchObject({
      event: action.split(':')[1],
      result: 'allowed',
      history: true,
    });
  });
});

describe('what harm leaves behind', () => {
  it('a deleted endpoint answers nobody', () => {
    const found = outcome(edit(WATCHED, { operator: may('sagemaker:*') }), { kind: 'resource-deleted', on: 'scores' });
    expect(found.loss.requests).toBeGreaterThan(10_000);
  });
  it('a deleted model leaves the running endpoint alone', () => {
    const found = outcome(edit(WATCHED, { operator: may('sagemaker:*') }), { kind: 'resource-deleted', on: 'model' });
    expect(found.loss.requests).toBe(0);
  });
  it('Block Public Access keeps a bucket closed', () => {
    const found = outcome(edit(WATCHED, { operator: may('s3:*') }), { kind: 'bucket-made-public', on: 'data' });
    expect(found.prevented.holds).toBe(true);
    expect(codes(found.prevented.trace)).toContain('time.stays-closed');
  });
  it('after a trail is stopped, nothing is recorded', () => {
    const design = edit(WATCHED, {
      ...trail({ dataEvents: ['AWS::SageMaker::Endpoint'] }),
      operator: may('cloudtrail:*'),
    });
    const { records } = play(design, { incidents: [{ kind: 'trail-stopped', on: 'trail', atHour: 10 }], hours: 20 });
    const invocations = records.filter((one) => one.event === 'InvokeEndpoint').map((one) => one.at / 3600);
    expect(Math.min(...invocations)).toBe(0);
    expect(Math.max(...invocations)).toBeLessThanOrEqual(10);
    expect(records.find((one) => one.event === 'StopLogging')?.trails).toEqual(['trail']);
  });
  it('a key closed to services makes an alarm speak to nobody', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
          Resource: '*',
        },
      ],
    });
    const design = edit(WATCHED, {
      key: ['kms-key', { keyPolicy: policy }],
      topic: { encryption: 'customer-managed', kmsKey: 'key' },
      operator: may('kms:PutKeyPolicy'),
    });
    const drift = { kind: 'input-drift', on: 'scores', atHour: 30 };
    const told = (incidents: object[]) => play(design, { incidents }).outcomes.at(-1)?.notified.holds;
    expect(told([drift])).toBe(true);
    expect(told([{ kind: 'key-closed-to-services', on: 'key', atHour: 5 }, drift])).toBe(false);
  });
  it('a function that puts it back ends it', () => {
    const design = edit(WATCHED, {
      operator: may('sagemaker:DeleteEndpoint'),
      alarm: {
        source: 'scores',
        namespace: 'AWS/SageMaker',
        metricName: 'Invocations',
        period: 60,
        comparison: 'LessThanThreshold',
        threshold: 1,
        treatMissingData: 'breaching',
        alarmActions: ['healer'],
      },
      healer: [
        'lambda-function',
        {
          role: 'caller',
          calls: [{ action: 'sagemaker:CreateEndpoint', target: 'scores' }],
          resourcePolicy: JSON.stringify({
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { Service: 'lambda.alarms.cloudwatch.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
              Resource: '*',
            },
          }),
        },
      ],
      caller: may('sagemaker:InvokeEndpoint', 'sagemaker:CreateEndpoint'),
    });
    const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator' };
    const found = outcome(design, deletion);
    expect(found.detected.by).toEqual(['alarm']);
    expect(found.contained).toMatchObject({ holds: true, by: 'healer' });
    expect(found.loss.requests).toBeLessThan(
      outcome(edit(design, { healer: { calls: [] } }), deletion).loss.requests / 10,
    );
  });
});

describe('theft', () => {
  const stolen = { kind: 'long-lived-key-stolen', on: 'operator' };
  it('needs a long-lived key', () => {
    expect(codes(outcome(WATCHED, stolen).prevented.trace)).toEqual(['time.no-long-lived-key']);
  });
  it('opens what the user may do from anywhere', () => {
    const found = outcome(edit(WATCHED, { operator: { accessKeys: 1, ...may('s3:GetObject') } }), stolen);
    expect(found.prevented.holds).toBe(false);
    expect(found.loss.records).toBe(10_000);
  });
  it('opens nothing where the network is asked for', () => {
    const fromVpc = JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { Null: { 'aws:SourceVpce': 'false' } },
      },
    });
    const operator = { accessKeys: 1, policies: [{ name: 'inside', document: fromVpc }] };
    expect(outcome(edit(WATCHED, { operator }), stolen).prevented.holds).toBe(true);
  });
  const notebook = (props: object, reads: boolean) =>
    edit(WATCHED, {
      book: ['sagemaker-notebook', { role: 'role', ...props }],
      ...(reads ? {} : { role: may('sagemaker:DescribeEndpoint') }),
    });
  const leak = { kind: 'notebook-exfiltration', on: 'book' };
  it('a notebook with direct internet access leaks what its role reads', () => {
    const found = outcome(notebook({}, true), leak);
    expect(found.prevented.holds).toBe(false);
    expect(codes(found.prevented.trace)).toContain('time.sends-out');
    expect(found.loss.records).toBe(100_000);
  });
  /** The same in a subnet without a way to the internet, beside a gateway endpoint. */
  const shut = (door: object | undefined) => {
    const inside = new Set(['table', 'lab', 'guard', 'door']);
    const { nodes } = edit(WATCHED, {
      net: ['vpc', { mainRouteTable: 'table' }],
      table: ['route-table', { default: true }],
      lab: ['subnet', { cidr: '10.0.1.0/24' }],
      guard: ['security-group', {}],
      door: ['gateway-endpoint', { routeTables: ['table'], policy: door ? JSON.stringify(door) : '' }],
      book: [
        'sagemaker-notebook',
        { role: 'role', subnet: 'lab', securityGroups: ['guard'], directInternetAccess: false },
      ],
      role: may('s3:GetObject'),
    });
    const placed = Object.values(nodes).map((node) => (inside.has(node.id) ? { ...node, parent: 'net' } : node));
    return { nodes: Object.fromEntries(placed.map((node) => [node.id, node])) };
  };
  const through = (more: object) => ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', ...more },
  });
  const OWNED = { Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } };
  it.each([
    ['the default policy', undefined, false],
    ['any bucket', through({}), false],
    ['buckets of the account', through(OWNED), true],
    ['buckets by name', through({ Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'] }), true],
  ] as const)('through an endpoint that lets %s through, data leaves or stays', (_, policy, prevented) => {
    const found = outcome(shut(policy), leak);
    expect(found.prevented.holds).toBe(prevented);
    expect(codes(found.prevented.trace)).toContain(prevented ? 'time.nowhere-to-send' : 'time.carries-out');
  });
  it('a role that reads nothing leaks nothing', () => {
    expect(codes(outcome(notebook({}, false), leak).prevented.trace)).toContain('time.reads-nothing');
  });
});

describe('records', () => {
  const withTrail = (props: object) => edit(WATCHED, trail(props));
  it('of invocations exist only where data events are selected', () => {
    const events = (props: object) => new Set(play(withTrail(props), { hours: 3 }).records.map((one) => one.event));
    expect(events({})).not.toContain('InvokeEndpoint');
    expect(events({ dataEvents: ['AWS::SageMaker::Endpoint'] })).toContain('InvokeEndpoint');
  });
});

describe('a rule on calls', () => {
  const deletion = { kind: 'resource-deleted', on: 'scores', by: 'operator' };
  const rule: AnyKind = {
    id: 'own-rule',
    title: 'A rule of our own',
    traits: ['own-rule'],
    livesIn: ['account'],
    links: [],
    complete: () => ({ props: {}, issues: [] }),
    facets: {
      requests: ({ id }) => [
        {
          id: `${id}/sns:Publish/topic`,
          from: id,
          signer: { type: 'service', principal: 'events.amazonaws.com' },
          origin: { type: 'platform' },
          action: 'sns:Publish',
          to: 'topic',
          purpose: 'delivery',
          title: 'publishes',
        },
      ],
      time: () => ({ hears: ({ event }) => event === 'DeleteEndpoint' }),
    },
  };
  const design = (edits: Parameters<typeof edit>[1]) =>
    factsOf(
      edit(WATCHED, {
        operator: may('sagemaker:DeleteEndpoint'),
        rule: ['own-rule', {}],
        topic: { policy: admits('events.amazonaws.com', 'sns:Publish') },
        ...edits,
      }),
      Account.parse({}),
      new Map([...catalog, [rule.id, rule]]),
    );
  it('tells within minutes who deleted the endpoint', () => {
    const { detected, notified, at } = outcome(design(trail()), deletion);
    expect(detected.by).toEqual(['rule']);
    expect(codes(notified.trace)).toEqual(['time.rule-hears', 'time.delivers', 'time.tells']);
    expect((notified.at ?? Infinity) - at).toBeLessThan(300);
  });
  it('hears nothing without a trail that logs', () => {
    expect(outcome(design({}), deletion).detected.holds).toBe(false);
    expect(outcome(design(trail({ isLogging: false })), deletion).detected.holds).toBe(false);
  });
  it('tells nobody when the topic does not admit it', () => {
    const found = outcome(design({ ...trail(), topic: {} }), deletion);
    expect(found.detected.by).toEqual(['rule']);
    expect(found.notified.holds).toBe(false);
  });
});

describe('losses of a place', () => {
  it('a zone takes the callers in it, and half of two instances', () => {
    const net = {
      net: ['vpc', { cidr: '10.0.0.0/16' }],
    } as const;
    const zones = edit(WATCHED, net);
    const subnet = (id: string, zone: string, cidr: string) => ({
      id,
      kind: 'subnet',
      name: id,
      parent: 'net',
      position: { x: 0, y: 0 },
      props: { cidr, availabilityZone: zone },
    });
    const design = {
      nodes: { ...zones.nodes, a: subnet('a', 'a', '10.0.1.0/24'), b: subnet('b', 'b', '10.0.2.0/24') },
    };
    const lost = (instances: number) =>
      play(edit(design, { config: { initialInstanceCount: instances } }), {
        incidents: [{ kind: 'zone-lost', on: 'subnet', atHour: 10 }],
      }).outcomes;
    expect(lost(1).map((one) => [one.target, one.prevented.holds])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    expect(lost(2).map((one) => one.prevented.holds)).toEqual([true, true]);
  });
});

describe('words', () => {
  it('every kind of incident says what happens, with every place filled', () => {
    const kinds = Incident.def.options.map((one) => one.def.shape.kind.def.values[0]);
    expect(kinds.length).toBeGreaterThan(15);
    for (const kind of kinds) {
      for (const { prevented, detected, notified, contained, attributable } of play(
        edit(WATCHED, { ...trail(), key, book: ['sagemaker-notebook', { role: 'role' }] }),
        {
          incidents: ['scores', 'data', 'key', 'trail', 'operator', 'book'].map((on) => ({ kind, on, atHour: 3 })),
          hours: 8,
        },
      ).outcomes) {
        for (const { trace } of [prevented, detected, notified, contained, attributable]) {
          expect(trace.steps.length).toBeGreaterThan(0);
          for (const { reason } of trace.steps) {
            expect(hasWords(reason.code), reason.code).toBe(true);
            expect(say(reason)).not.toMatch(/[{}]/);
          }
        }
      }
    }
  });
});
