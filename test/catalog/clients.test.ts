import { describe, expect, test } from 'vitest';
import { kind as ec2Instance } from '../../src/catalog/ec2-instance/kind';
import { kind as iamRole } from '../../src/catalog/iam-role/kind';
import { kind as iamUser } from '../../src/catalog/iam-user/kind';
import { kind as internet } from '../../src/catalog/internet/kind';
import { kind as kmsKey } from '../../src/catalog/kms-key/kind';
import { kind as lambdaFunction } from '../../src/catalog/lambda-function/kind';
import { kind as person } from '../../src/catalog/person/kind';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';
import { kind as subnet } from '../../src/catalog/subnet/kind';
import { kind as vpc } from '../../src/catalog/vpc/kind';
import type { Json } from '../../src/model/json';
import { draw, monthly } from './drawing';

const calls: Json = [
  { target: 'key' },
  { action: 'kms:Encrypt', target: 'key' },
  { action: ' kms:Encrypt ', target: 'key' },
  { action: 'kms:Decrypt' },
];
const drawn = draw({
  v: { kind: vpc, props: { defaultSecurityGroup: 'sg' } },
  sg: { kind: securityGroup, in: 'v' },
  own: { kind: securityGroup, in: 'v' },
  a: { kind: subnet, in: 'v', props: { mapPublicIpOnLaunch: true } },
  role: { kind: iamRole },
  user: { kind: iamUser },
  key: { kind: kmsKey, name: 'card key' },
  server: { kind: ec2Instance, in: 'a', props: { role: 'role', calls } },
  quiet: { kind: ec2Instance, in: 'a', props: { securityGroups: ['own'], associatePublicIp: 'no', listens: [8080] } },
  lost: { kind: ec2Instance },
  fn: { kind: lambdaFunction, props: { calls } },
  'fn-vpc': { kind: lambdaFunction, props: { role: 'role', subnets: ['a'] } },
  world: { kind: internet },
  stranger: { kind: person, props: { calls: [{ target: 'key' }] } },
  analyst: { kind: person, props: { user: 'user', calls: [{ target: 'key' }] } },
  admin: { kind: person, props: { user: 'user', role: 'role', calls: [{ target: 'key' }] } },
});

describe('calls', () => {
  test('each call with a target is one request, however often it is written', () => {
    expect(drawn.ask('server', 'requests').map(({ id, action, field }) => ({ id, action, field }))).toEqual([
      { id: 'server/call/key', action: '', field: 'calls[0].target' },
      { id: 'server/kms:Encrypt/key', action: 'kms:Encrypt', field: 'calls[1].target' },
    ]);
  });
  test('a request names people’s words', () => {
    expect(drawn.ask('server', 'requests').map(({ title }) => title)).toEqual([
      'server calls card key',
      'server calls kms:Encrypt on card key',
    ]);
  });
  test('a server signs with the role of its instance profile, from its own interface', () => {
    expect(drawn.ask('server', 'requests')[0]).toMatchObject({
      purpose: 'call',
      signer: { type: 'identity', node: 'role', service: 'ec2.amazonaws.com' },
      origin: { type: 'interfaces', node: 'server' },
    });
  });
  test('a function without a role still wants to call', () => {
    expect(drawn.ask('fn', 'requests')[0]?.signer).toEqual({
      type: 'identity',
      node: undefined,
      service: 'lambda.amazonaws.com',
    });
  });
  test('a person calls from the internet: as nobody, as a user, or in a role', () => {
    const signers = ['stranger', 'analyst', 'admin'].map((id) => drawn.ask(id, 'requests')[0]);
    expect(signers.map((request) => request?.signer)).toEqual([
      { type: 'anonymous' },
      { type: 'identity', node: 'user' },
      { type: 'identity', node: 'role', assumedBy: 'user' },
    ]);
    for (const request of signers) expect(request?.origin).toEqual({ type: 'internet' });
  });
});

describe('interfaces', () => {
  test('a server stands in its subnet behind the default group', () => {
    expect(drawn.ask('server', 'network')).toEqual({
      role: 'interfaces',
      subnets: ['a'],
      securityGroups: ['sg'],
      publicIp: 'if-subnet-assigns',
      withoutSubnets: 'none',
      listens: [],
    });
    expect(drawn.ask('quiet', 'network')).toMatchObject({
      securityGroups: ['own'],
      publicIp: 'never',
      listens: [8080],
    });
    expect(drawn.ask('lost', 'network')).toMatchObject({ subnets: [], securityGroups: [] });
  });
  test('a function never has a public address; without subnets Lambda’s own network carries it', () => {
    expect(drawn.ask('fn', 'network')).toMatchObject({
      subnets: [],
      publicIp: 'never',
      withoutSubnets: 'service-managed',
    });
    expect(drawn.ask('fn-vpc', 'network')).toMatchObject({ subnets: ['a'], securityGroups: [] });
  });
  test('the internet is everywhere else', () => {
    expect(drawn.ask('world', 'network')).toEqual({ role: 'internet' });
  });
});

describe('operations and prices', () => {
  test('invoking a function is a data event', () => {
    expect(drawn.ask('fn', 'operations')?.slice(0, 1)).toEqual([
      {
        action: 'lambda:InvokeFunction',
        resource: 'arn:aws:lambda:us-east-1:111122223333:function:fn',
        service: 'lambda',
        record: {
          category: 'data',
          resourceType: 'AWS::Lambda::Function',
          eventSource: 'lambda.amazonaws.com',
          eventName: 'Invoke',
        },
      },
    ]);
  });
  test('a public address costs, wherever it comes from', () => {
    expect(monthly(drawn.ask('server', 'cost')) - monthly(drawn.ask('quiet', 'cost'))).toBeCloseTo(3.65);
  });
  test('a function costs by request and by GB-second', () => {
    expect(monthly(drawn.ask('fn', 'cost'))).toBeCloseTo(0.2 + 12_500 * 0.0000166667, 6);
  });
});
