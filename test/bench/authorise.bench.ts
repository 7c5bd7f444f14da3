import { bench, describe } from 'vitest';
import { authorise } from '../../src/engine/iam/authorise';
import type { AuthorisationRequest, PolicySet } from '../../src/engine/iam/contract';
import { parsePolicy } from '../../src/engine/iam/parse';

function policy(name: string, type: 'identity' | 'resource' | 'endpoint' | 'scp', statement: object) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const parsed = parsePolicy(text, { name }, type).policy;
  if (!parsed) throw new Error(`${name} does not parse`);
  return parsed;
}

const bucket = 'arn:aws:s3:::training-data';
const request: AuthorisationRequest = {
  caller: {
    type: 'role-session',
    arn: 'arn:aws:sts::111122223333:assumed-role/trainer/session',
    roleArn: 'arn:aws:iam::111122223333:role/trainer',
    account: '111122223333',
  },
  action: 's3:GetObject',
  resource: `${bucket}/set/1.csv`,
  resourceAccount: '111122223333',
  context: { 'aws:SourceVpce': ['vpce-1'], 'aws:SecureTransport': ['true'], 'aws:PrincipalAccount': ['111122223333'] },
};
const allow = { Effect: 'Allow', Action: 's3:Get*', Resource: `${bucket}/*` };
const policies: PolicySet = {
  identity: [policy('reads', 'identity', { ...allow, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } })],
  boundary: [policy('boundary', 'identity', { Effect: 'Allow', Action: 's3:*', Resource: '*' })],
  scps: [{ level: 'account', policies: [policy('full', 'scp', { Effect: 'Allow', Action: '*', Resource: '*' })] }],
  rcps: [],
  resource: policy('bucket', 'resource', {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucket, `${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
  endpoint: [policy('endpoint', 'endpoint', { ...allow, Principal: '*' })],
};

const first = authorise(request, policies);
if (first.verdict !== 'Allowed') throw new Error(`expected Allowed, found ${JSON.stringify(first)}`);

describe('one authorisation by five policies, each of another layer', () => {
  bench('structuredClone of its policies, for comparison', () => {
    structuredClone(policies);
  });
  bench('authorise, with its steps', () => {
    authorise(request, policies);
  });
});
