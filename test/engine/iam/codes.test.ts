import { describe, expect, test } from 'vitest';
import { authorise } from '../../../src/engine/iam/authorise';
import type { Policy, PolicySet, PolicyType } from '../../../src/engine/iam/contract';
import { IAM_REASONS } from '../../../src/engine/iam/reasons';
import { type Statement, Seen } from '../fake';
import written from './authorisation.json';
import { type Case, decide, policyOf } from './cases';

/** A request for one object, and an Allow for exactly that. Each row spoils the one thing that its reason names. */
const OBJECT = 'arn:aws:s3:::training/set/1.csv';
const FITS: Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECT };
const MISSES: Readonly<Record<string, Statement>> = {
  silent: { ...FITS, Action: 'kms:Decrypt' },
  'near-action': { ...FITS, Action: 's3:PutObject' },
  'near-resource': { ...FITS, Resource: 'arn:aws:s3:::other/*' },
  'near-inside': { ...FITS, Resource: 'arn:aws:s3:::training' },
  'near-not-resource': { Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::training/*' },
  'near-condition': { ...FITS, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
  'near-missing-key': { ...FITS, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } },
  'near-null': { ...FITS, Condition: { Null: { 'aws:RequestedRegion': 'true' } } },
  'near-principal': { ...FITS, Principal: { AWS: 'arn:aws:iam::111122223333:role/other' } },
};

interface Layer {
  readonly type: PolicyType;
  readonly principal?: boolean;
  put(policy: Policy, everything: Policy): Partial<PolicySet>;
}
const LAYERS: Readonly<Record<string, Layer>> = {
  scp: { type: 'scp', put: (policy) => ({ scps: [{ level: 'Root', policies: [policy] }] }) },
  rcp: { type: 'resource', principal: true, put: (policy) => ({ rcps: [{ level: 'Root', policies: [policy] }] }) },
  endpoint: { type: 'endpoint', principal: true, put: (policy) => ({ endpoint: [policy] }) },
  resource: { type: 'resource', principal: true, put: (policy) => ({ resource: policy, resourceRequired: true }) },
  identity: { type: 'identity', put: (policy) => ({ identity: [policy] }) },
  boundary: { type: 'identity', put: (policy, everything) => ({ identity: [everything], boundary: [policy] }) },
  session: { type: 'identity', put: (policy, everything) => ({ identity: [everything], session: [policy] }) },
};

const seen = new Seen();
const document = (statement: Statement) => ({ Version: '2012-10-17', Statement: [statement] });
const everything = policyOf(document({ Effect: 'Allow', Action: '*', Resource: '*' }), 'identity');

describe.each(Object.entries(LAYERS))('%s', (layer, { type, principal, put }) => {
  const rows = Object.entries(MISSES).filter(([code]) => principal || code !== 'near-principal');
  test.each(rows)('%s', (code, statement) => {
    const policy = policyOf(document(principal ? { Principal: '*', ...statement } : statement), type);
    const decision = authorise(
      {
        caller: { type: 'user', arn: 'arn:aws:iam::111122223333:user/ana', account: '111122223333' },
        action: 's3:GetObject',
        resource: OBJECT,
        resourceAccount: '111122223333',
        context: { 'aws:RequestedRegion': ['us-east-1'] },
      },
      { identity: [], scps: [], rcps: [], ...put(policy, everything) },
    );
    seen.add(decision.steps);
    expect(decision.verdict).toBe('ImplicitlyDenied');
    expect(decision.steps.at(-1)?.reason.code).toBe(`iam.${layer}-${code}`);
  });
});

test('with the cases of the layers, every reason of iam is reached, and its sentence filled', () => {
  for (const one of written as readonly unknown[] as readonly Case[]) seen.add(decide(one).steps);
  expect(seen.missing(IAM_REASONS)).toEqual([]);
  expect(seen.unfinished()).toEqual([]);
});
