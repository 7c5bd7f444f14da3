import { describe, expect, test } from 'vitest';
import type { RequestSpec } from '../../../src/engine/request/facets';
import { say } from '../../../src/engine/wording';
import type { Account } from '../../../src/model/account';
import { allow, changed, type Change, codesOf, factsOfAnswers, policyText, type Statement } from '../fake';
import { ASK, AS_SERVICE, bounded, FROM_OUTSIDE, key, ROLE, WORLD } from './world';

const ORGANIZATION = 'o-a1b2c3d4e5';
const document = (...statements: readonly Statement[]) => policyText('', '', ...statements).text;
const deny = (action: string, more: Statement = {}): Statement => ({
  Effect: 'Deny',
  Principal: '*',
  Action: action,
  Resource: '*',
  ...more,
});
const rcp = (...statements: readonly Statement[]): Partial<Account> => ({
  rcps: [{ level: 'Root', policies: [{ name: 'guard', document: document(...statements) }] }],
});
const outsidersOut = deny('s3:*', {
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
    Bool: { 'aws:PrincipalIsAWSService': 'false' },
  },
});

function walk(account: Partial<Account>, ask: Partial<RequestSpec> = {}, change: Change = {}) {
  return factsOfAnswers(changed(WORLD, change), account).walk({ ...ASK, ...ask }).trace;
}

describe('resource control policies', () => {
  test('nothing is imposed where none are named', () => {
    expect(walk({}).allowed).toBe(true);
    expect(codesOf(walk({}).steps)).not.toContain('iam.rcp-passes');
  });

  test('a Deny names its statement', () => {
    const trace = walk(rcp(deny('s3:GetObject', { Sid: 'Closed' })));
    expect(trace.allowed).toBe(false);
    const last = trace.steps.at(-1);
    expect(last?.statements).toEqual([{ policy: 'guard', statement: 0, sid: 'Closed' }]);
    expect(last && say(last.reason)).toContain('resource control policy guard');
  });

  test('RCPFullAWSAccess is in force at a level that only denies something else', () => {
    const trace = walk(rcp(deny('sqs:*')));
    expect(trace.allowed).toBe(true);
    expect(codesOf(trace.steps)).toContain('iam.rcp-passes');
  });

  test('a level without policies allows everything', () => {
    expect(walk({ rcps: [{ level: 'Root', policies: [] }] }).allowed).toBe(true);
  });

  test('a principal of the organization carries its id, an anonymous caller does not', () => {
    expect(walk(rcp(outsidersOut)).allowed).toBe(true);
    const open = {
      data: {
        resourcePolicy: { policy: policyText('data', 'policy', allow('s3:*', { Principal: '*' })), required: false },
      },
    };
    const anonymous = { signer: { type: 'anonymous' }, origin: { type: 'internet' } } as const;
    expect(walk({}, anonymous, open).allowed).toBe(true);
    expect(walk(rcp(outsidersOut), anonymous, open).allowed).toBe(false);
  });

  test('the id of the organization can be chosen', () => {
    expect(walk({ ...rcp(outsidersOut), organization: 'o-zyxw987654' }).allowed).toBe(false);
    expect(walk({ organization: ORGANIZATION }, {}, bounded('s3:*')).allowed).toBe(true);
  });

  test('the management account is not bound', () => {
    const closed = { ...rcp(deny('s3:*')), scps: [{ level: 'Root', policies: [] }] };
    expect(walk(closed).allowed).toBe(false);
    expect(walk({ ...closed, managementAccount: true }).allowed).toBe(true);
  });

  test('they bind the services that know them, and no others', () => {
    const thing = {
      data: {
        operations: [
          {
            action: 'sagemaker:InvokeEndpoint',
            resource: 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/e',
            service: 's3',
          },
        ],
      },
    };
    const admin = changed(thing, bounded('*'));
    const change: Change = { data: thing.data, role: admin['role'] ?? null };
    expect(walk(rcp(deny('sagemaker:*')), { action: 'sagemaker:InvokeEndpoint' }, change).allowed).toBe(true);
  });

  test('a key of the organization is bound on its own', () => {
    const trace = walk(rcp(deny('kms:*')), {}, key());
    expect(trace.steps.at(-1)).toMatchObject({ kind: 'key', verdict: 'fail', statements: [{ policy: 'guard' }] });
  });

  test('a service in its own name is bound, and carries for whom it acts', () => {
    const open = {
      data: {
        resourcePolicy: {
          policy: policyText('data', 'policy', allow('s3:*', { Principal: { Service: 'cloudtrail.amazonaws.com' } })),
          required: false,
        },
      },
    };
    expect(walk(rcp(deny('s3:*')), AS_SERVICE, open).allowed).toBe(false);
    const deputy = deny('s3:*', { Condition: { StringNotEqualsIfExists: { 'aws:SourceOrgID': ORGANIZATION } } });
    expect(walk(rcp(deputy), AS_SERVICE, open).allowed).toBe(true);
  });

  test('a role is a resource of STS: who may assume it', () => {
    const nobody = deny('sts:AssumeRole', { Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } } });
    const trace = walk(rcp(nobody));
    expect(trace.steps.at(-1)).toMatchObject({
      kind: 'credentials',
      verdict: 'fail',
      statements: [{ policy: 'guard' }],
    });
    expect(trace.steps.at(-1)?.reason).toMatchObject({
      code: 'iam.explicit-deny-condition',
      values: { resource: ROLE },
    });
  });
});

test('the keys of the organization are there in an organization only', () => {
  const only = (name: string) => ({
    data: {
      resourcePolicy: {
        policy: policyText('data', 'policy', deny('s3:*', { Condition: { Null: { [name]: 'true' } } })),
        required: false,
      },
    },
  });
  for (const name of ['aws:PrincipalOrgID', 'aws:ResourceOrgID']) {
    expect(walk({}, FROM_OUTSIDE, only(name)).allowed, name).toBe(false);
    expect(walk({ organization: ORGANIZATION }, FROM_OUTSIDE, only(name)).allowed, name).toBe(true);
  }
  expect(walk({}, FROM_OUTSIDE, only('aws:ResourceAccount')).allowed).toBe(true);
});
