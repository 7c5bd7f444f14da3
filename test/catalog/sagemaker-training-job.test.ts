import { describe, expect, test } from 'vitest';
import { kind } from '../../src/catalog/sagemaker-training-job/kind';
import type { Json } from '../../src/model/json';
import { draw, monthly } from './drawing';
import { allow, complaints, key, meaning, outcome, role, type Sketch } from './meaning';
import { SMALL_VPC } from './small-vpc';

const drawn = draw({
  job: { kind, props: { output: 'out', hoursPerMonth: 10, instanceCount: 2 } },
  keyed: { kind, props: { output: 'out', outputKmsKey: 'key', volumeKmsKey: 'key', enableNetworkIsolation: true } },
});

test('artifacts without a key are written under aws/s3', () => {
  const output = (id: string) => drawn.ask(id, 'stores')?.find((one) => one.id === 'output');
  expect(output('job')).toMatchObject({ key: { type: 'aws-managed', alias: 'aws/s3' }, used: true });
  expect(output('keyed')).toMatchObject({ key: { type: 'customer-managed', node: 'key' } });
});

test('starting it is CreateTrainingJob, with its condition keys', () => {
  expect(drawn.ask('keyed', 'operations')?.[0]).toMatchObject({
    action: 'sagemaker:CreateTrainingJob',
    service: 'sagemaker.api',
    context: { 'sagemaker:NetworkIsolation': ['true'], 'sagemaker:InterContainerTrafficEncryption': ['false'] },
  });
});

const sketch = (...statements: ReturnType<typeof allow>[]): Sketch => ({
  key: key(),
  data: { kind: 's3-bucket' },
  out: { kind: 's3-bucket' },
  role: role('sagemaker.amazonaws.com', ...statements),
  job: {
    kind: 'sagemaker-training-job',
    props: { role: 'role', input: 'data', output: 'out', outputKmsKey: 'key', volumeKmsKey: 'key' },
  },
});

test('each step needs its own permission', () => {
  const nothing = meaning(sketch());
  const everything = meaning(
    sketch(
      allow('s3:ListBucket', 'arn:aws:s3:::data'),
      allow('s3:GetObject', 'arn:aws:s3:::data/training/*'),
      allow('s3:PutObject', 'arn:aws:s3:::out/model/*'),
      allow(['kms:GenerateDataKey', 'kms:CreateGrant']),
    ),
  );
  for (const action of ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 'kms:CreateGrant']) {
    expect(outcome(nothing, 'job', action), action).toMatch(/^(iam|request)\./);
    expect(outcome(everything, 'job', action), action).toBe('allowed');
  }
});

test('without a NAT gateway or an S3 endpoint the data cannot be fetched through the VPC', () => {
  const placed = (routes: Sketch): Sketch => ({
    ...sketch(allow('*')),
    v: { kind: 'vpc', props: { mainRouteTable: 'rt', defaultNetworkAcl: 'acl', defaultSecurityGroup: 'sg' } },
    rt: { kind: 'route-table', in: 'v', props: { default: true } },
    acl: { kind: 'network-acl', in: 'v', props: { default: true } },
    a: { kind: 'subnet', in: 'v' },
    sg: { kind: 'security-group', in: 'v' },
    job: {
      kind: 'sagemaker-training-job',
      props: { role: 'role', input: 'data', output: 'out', subnets: ['a'], securityGroups: ['sg'] },
    },
    ...routes,
  });
  expect(outcome(meaning(placed({})), 'job', 's3:GetObject')).not.toBe('allowed');
  const isolated: Sketch = {
    job: {
      kind: 'sagemaker-training-job',
      props: {
        role: 'role',
        input: 'data',
        output: 'out',
        subnets: ['a'],
        securityGroups: ['sg'],
        enableNetworkIsolation: true,
      },
    },
  };
  expect(outcome(meaning(placed(isolated)), 'job', 's3:GetObject')).toBe('allowed');
});

test('a volume key on local storage is refused', () => {
  expect(kind.complete({ volumeKmsKey: 'key', instanceType: 'ml.g5.xlarge' }).issues.map(({ field }) => field)).toEqual(
    ['volumeKmsKey'],
  );
});

test('cost is instances times hours, and their storage', () => {
  expect(monthly(drawn.ask('job', 'cost'))).toBeCloseTo(20 * 0.23 + ((30 * 20) / 730) * 0.14);
});

type Rule = Readonly<Record<string, Json>>;

describe('instances that talk encrypted in a VPC', () => {
  const self = (...rules: readonly Rule[]) => rules.map((rule) => ({ self: true, ...rule }));
  const tunnel = self({ protocol: 'udp', fromPort: 500, toPort: 500 }, { protocol: 'esp' });
  const drawing = (ingress: readonly Rule[], egress: readonly Rule[], job: Rule = {}): Sketch => ({
    ...SMALL_VPC,
    own: { kind: 'security-group', in: 'v', props: { ingress: [...ingress], egress: [...egress] } },
    job: {
      kind: 'sagemaker-training-job',
      props: {
        instanceCount: 2,
        interContainerEncryption: true,
        subnets: ['a'],
        securityGroups: ['own'],
        output: 'out',
        ...job,
      },
    },
    out: { kind: 's3-bucket' },
    trainer: role('ec2.amazonaws.com', allow('sagemaker:*'), allow('iam:PassRole')),
    starter: {
      kind: 'ec2-instance',
      in: 'a',
      props: { role: 'trainer', calls: [{ action: 'sagemaker:CreateTrainingJob', target: 'job' }] },
    },
  });
  const said = (...args: Parameters<typeof drawing>) => complaints(meaning(drawing(...args)), 'job');
  test('need UDP 500 and ESP among themselves, both ways', () => {
    expect(said(tunnel, tunnel)).toEqual([]);
    expect(said(tunnel, [{ protocol: 'all', cidr: '0.0.0.0/0' }])).toEqual([]);
    expect(said([], tunnel)).toEqual(['interContainerEncryption']);
    expect(said(tunnel.slice(0, 1), tunnel)).toEqual(['interContainerEncryption']);
    expect(said(tunnel.slice(1), tunnel)).toEqual(['interContainerEncryption']);
    expect(said(tunnel, [])).toEqual(['interContainerEncryption']);
  });
  test('a range counts where it holds every subnet of the job', () => {
    const from = (cidr: string) => [{ protocol: 'all', cidr }];
    expect(said(from('10.0.1.0/24'), tunnel)).toEqual([]);
    expect(said(from('10.0.1.0/24'), tunnel, { subnets: ['a', 'b'] })).toEqual(['interContainerEncryption']);
  });
  test('one alone, in clear, or outside of a VPC needs no rule', () => {
    expect(said([], [], { instanceCount: 1 })).toEqual([]);
    expect(said([], [], { interContainerEncryption: false })).toEqual([]);
    expect(said([], [], { subnets: [], securityGroups: [] })).toEqual([]);
  });
  test('without the rules the job does not start', () => {
    const start = (rules: readonly Rule[]) =>
      outcome(meaning(drawing(rules, tunnel)), 'starter', 'sagemaker:CreateTrainingJob');
    expect(start([])).toBe('request.refused');
    expect(start(tunnel)).not.toBe('request.refused');
  });
});
