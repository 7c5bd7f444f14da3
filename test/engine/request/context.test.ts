import { describe, expect, test } from 'vitest';
import type { KeyUse, RequestSpec } from '../../../src/engine/request/facets';
import { ACCOUNT, allow, changed, type Change, factsOfAnswers, policyText, type Statement } from '../fake';
import {
  app,
  ASK,
  AS_SERVICE,
  BUCKET,
  FROM_OUTSIDE,
  gatewayEndpoint,
  get,
  nat,
  ROLE,
  SERVICE,
  table,
  USER,
  WORLD,
} from './world';

/**
 * The condition keys that a way produces, seen as a policy sees them. Expectations follow the IAM user guide,
 * "AWS global condition context keys", and the AWS KMS developer guide, "Condition keys for AWS KMS".
 */
interface Way {
  readonly change?: Change;
  readonly ask?: Partial<RequestSpec>;
}
const NOBODY: RequestSpec['signer'] = { type: 'anonymous' };
const managed = { ...app([]).network, withoutSubnets: 'service-managed' } as const;

const WAYS: Readonly<Record<string, Way>> = {
  'interface endpoint': {},
  'gateway endpoint': { change: { endpoint: gatewayEndpoint('s3') } },
  'NAT gateway': { change: { endpoint: null, nat, table: table('nat') } },
  'NAT gateway before a gateway endpoint': {
    change: {
      endpoint: { ...gatewayEndpoint('s3'), network: { ...gatewayEndpoint('s3').network, routeTables: ['open'] } },
      nat,
      table: table('nat'),
    },
  },
  'internet gateway': { change: { endpoint: null, app: app(['public'], 'always') } },
  'network of the service': { change: { app: { network: managed } } },
  'within the VPC': {
    change: {
      data: {
        operations: [{ action: 's3:GetObject', resource: BUCKET, port: 443 }],
        network: { ...app(['private']).network, listens: [443] },
      },
    },
  },
  'on behalf, with a role': { ask: { origin: { type: 'platform' } } },
  'a user outside': { ask: FROM_OUTSIDE },
  'nobody outside': { ask: { ...FROM_OUTSIDE, signer: NOBODY } },
  'a service in its own name': { ask: AS_SERVICE },
};

/** Everybody may do everything here, if the condition holds: so the verdict is what the condition found. */
function holds({ change, ask }: Way, condition: Statement): boolean {
  const policy = policyText('data', 'policy', allow('s3:*', { Principal: '*', Condition: condition }));
  const silent = {
    role: { principal: { ...WORLD['role']?.principal, identity: [] } },
    user: { principal: { ...WORLD['user']?.principal, identity: [] } },
  };
  const drawing = changed(changed(WORLD, silent as Change), {
    ...change,
    data: { operations: [get], ...change?.['data'], resourcePolicy: { policy, required: false } },
  });
  const { trace } = factsOfAnswers(drawing).walk({ ...ASK, ...ask });
  if (!trace.allowed) expect(trace.steps.at(-1)?.kind).toBe('authorisation');
  return trace.allowed;
}

const VPC = { 'aws:SourceVpc': 'vpc-1', 'aws:SourceVpce': 'vpce-1' };
const THROUGH = { ...VPC, 'aws:VpcSourceIp': '10.0.1.4', 'aws:SourceIp': null };
const PUBLIC = { 'aws:SourceVpc': null, 'aws:SourceVpce': null, 'aws:VpcSourceIp': null };
const NO_ADDRESS = { ...PUBLIC, 'aws:SourceIp': null };
const BY_ROLE = {
  'aws:PrincipalArn': ROLE,
  'aws:PrincipalAccount': ACCOUNT,
  'aws:PrincipalType': 'AssumedRole',
  'aws:username': null,
  'aws:PrincipalIsAWSService': 'false',
  'aws:SourceArn': null,
  'aws:SourceAccount': null,
  'aws:ViaAWSService': 'false',
};
const ALWAYS = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2', 'aws:RequestedRegion': 'us-east-1' };

/** `null` = the request does not carry the key. */
const CARRIED: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'interface endpoint': { ...ALWAYS, ...THROUGH, ...BY_ROLE },
  'gateway endpoint': { ...ALWAYS, ...THROUGH, ...BY_ROLE },
  // The endpoint sees the NAT gateway's own private address.
  'NAT gateway before a gateway endpoint': { ...ALWAYS, ...THROUGH, 'aws:VpcSourceIp': '10.0.9.4', ...BY_ROLE },
  // Public addresses of the documentation ranges (RFC 5737) stand for some address of AWS and of a client.
  'NAT gateway': { ...ALWAYS, ...PUBLIC, 'aws:SourceIp': '198.51.100.10', ...BY_ROLE },
  'internet gateway': { ...ALWAYS, ...PUBLIC, 'aws:SourceIp': '198.51.100.10', ...BY_ROLE },
  'network of the service': { ...ALWAYS, ...PUBLIC, 'aws:SourceIp': '198.51.100.10', ...BY_ROLE },
  // No public address is on the way.
  'within the VPC': { ...ALWAYS, ...NO_ADDRESS, ...BY_ROLE },
  'on behalf, with a role': { ...ALWAYS, ...NO_ADDRESS, ...BY_ROLE },
  'a user outside': {
    ...ALWAYS,
    ...PUBLIC,
    'aws:SourceIp': '203.0.113.10',
    'aws:PrincipalArn': USER,
    'aws:PrincipalAccount': ACCOUNT,
    'aws:PrincipalType': 'User',
    'aws:username': 'ana',
  },
  'nobody outside': { ...ALWAYS, 'aws:SourceIp': '203.0.113.10', 'aws:PrincipalArn': null, 'aws:username': null },
  'a service in its own name': {
    ...ALWAYS,
    ...NO_ADDRESS,
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com',
    'aws:SourceArn': `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/t`,
    'aws:SourceAccount': ACCOUNT,
    'aws:PrincipalArn': null,
    'aws:ViaAWSService': 'false',
  },
};

describe.each(Object.entries(CARRIED))('%s', (name, keys) => {
  test.each(Object.entries(keys))('%s: %s', (key, value) => {
    const way = WAYS[name] ?? {};
    if (value === null) expect(holds(way, { Null: { [key]: 'true' } })).toBe(true);
    else {
      expect(holds(way, { StringEquals: { [key]: value } })).toBe(true);
      expect(holds(way, { StringNotEquals: { [key]: value } })).toBe(false);
    }
  });
});
test('every way was asked', () => expect(Object.keys(CARRIED).sort()).toEqual(Object.keys(WAYS).sort()));

test('keys of the operation and of the request come on top', () => {
  const both = { StringEquals: { 's3:prefix': 'in', 'iam:PassedToService': 'x.amazonaws.com' } };
  const way = { ask: { context: { 's3:prefix': ['in'], 'iam:PassedToService': ['x.amazonaws.com'] } } };
  expect([holds(way, both), holds({}, both)]).toEqual([true, false]);
});

test('a policy on private addresses is asked for each interface', () => {
  const two = { change: { app: app(['private', 'public']), public: { ...WORLD['public'] } } };
  const only = (block: string) => holds(two, { IpAddress: { 'aws:VpcSourceIp': block } });
  expect([only('10.0.0.0/16'), only('10.0.1.0/24'), only('10.0.9.0/24')]).toEqual([true, false, false]);
});

describe('keys of KMS', () => {
  const use: KeyUse = {
    key: { type: 'customer-managed', node: 'key' },
    actions: ['kms:Decrypt'],
    viaService: 's3.us-east-1.amazonaws.com',
  };
  const usable = (condition: Statement, more: Partial<KeyUse> = {}, ask: Partial<RequestSpec> = {}): boolean => {
    const admits = allow('kms:*', { Principal: '*', Condition: condition });
    const open = policyText('data', 'policy', allow('s3:*', { Principal: '*' }));
    const drawing = changed(WORLD, {
      data: {
        operations: [{ ...get, keys: [{ ...use, ...more }] }],
        resourcePolicy: { policy: open, required: false },
      },
      key: { resourcePolicy: { policy: policyText('key', 'keyPolicy', admits), required: true, type: 'key' } },
    });
    const { trace } = factsOfAnswers(drawing).walk({ ...ASK, ...ask });
    if (!trace.allowed) expect(trace.steps.at(-1)?.kind).toBe('key');
    return trace.allowed;
  };
  const equals = (key: string, value: string) => ({ StringEquals: { [key]: value } });
  const absent = (key: string) => ({ Null: { [key]: 'true' } });

  test.each<[string, Statement, Partial<KeyUse>, Partial<RequestSpec>]>([
    ['the service on the way', equals('kms:ViaService', 's3.us-east-1.amazonaws.com'), {}, {}],
    ['none when the caller asks KMS itself', absent('kms:ViaService'), { viaService: undefined }, {}],
    ['a forward access session', equals('aws:ViaAWSService', 'true'), {}, {}],
    ['none for a service in its own name', equals('aws:ViaAWSService', 'false'), {}, AS_SERVICE],
    ['the account', equals('kms:CallerAccount', ACCOUNT), {}, {}],
    ['a grant for AWS', equals('kms:GrantIsForAWSResource', 'true'), { actions: ['kms:CreateGrant'] }, {}],
    ['no grant in a decryption', absent('kms:GrantIsForAWSResource'), {}, {}],
    [
      'the encryption context',
      equals('kms:EncryptionContext:aws:s3:arn', 'arn:aws:s3:::data'),
      { context: { 'kms:EncryptionContext:aws:s3:arn': ['arn:aws:s3:::data'] } },
      {},
    ],
    ['the role behind it', equals('aws:PrincipalArn', ROLE), {}, {}],
    ['the sender, when it is a service', equals('aws:SourceAccount', ACCOUNT), {}, AS_SERVICE],
    [
      'the service that uses the key itself',
      equals('aws:PrincipalServiceName', 'logs.amazonaws.com'),
      { byService: 'logs.amazonaws.com' },
      {},
    ],
    ['and not the one that sent the request', absent('aws:SourceArn'), { byService: 'logs.amazonaws.com' }, AS_SERVICE],
    ['no role behind a service', absent('aws:PrincipalArn'), { byService: 'logs.amazonaws.com' }, {}],
  ])('%s', (_, condition, more, ask) => {
    expect(usable(condition, more, ask)).toBe(true);
    const [[operator, keys] = ['', {}]] = Object.entries(condition) as [string, Record<string, string>][];
    const opposite =
      operator === 'Null'
        ? { Null: Object.fromEntries(Object.keys(keys).map((key) => [key, 'false'])) }
        : { StringNotEquals: keys };
    expect(usable(opposite, more, ask)).toBe(false);
  });
});

describe('who assumes a role', () => {
  const assumes = (condition: Statement): boolean => {
    const trust = policyText('role', 'trustPolicy', {
      Effect: 'Allow',
      Principal: { Service: SERVICE },
      Action: 'sts:AssumeRole',
      Condition: condition,
    });
    const principal = WORLD['role']?.principal;
    const drawing = changed(WORLD, { ...(principal && { role: { principal: { ...principal, trust } } }) });
    return factsOfAnswers(drawing).walk(ASK).trace.allowed;
  };
  test.each<[string, Statement, boolean]>([
    ['the account of the source', { StringEquals: { 'aws:SourceAccount': ACCOUNT } }, true],
    ['another account', { StringEquals: { 'aws:SourceAccount': '444455556666' } }, false],
    ['the ARN of the source', { ArnLike: { 'aws:SourceArn': `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*` } }, true],
    ['the ARN of something else', { ArnLike: { 'aws:SourceArn': `arn:aws:ec2:us-east-1:${ACCOUNT}:vpc/*` } }, false],
  ])('%s', (_, condition, expected) => expect(assumes(condition)).toBe(expected));
});
