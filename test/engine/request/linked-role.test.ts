import { expect, test } from 'vitest';
import { ACCOUNT, allow, changed, type Change, factsOfAnswers, policyText } from '../fake';

/** IAM user guide, "Create a service-linked role": the service works as a role in the account, which SCPs do not limit. */
const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/scan.amazonaws.com/Scanner`;
const DRAWN = {
  scanner: {
    requests: [
      {
        id: 'scan',
        from: 'scanner',
        signer: {
          type: 'service' as const,
          principal: 'scan.amazonaws.com',
          linkedRole: { name: 'Scanner', allows: ['s3:Get*'] },
        },
        origin: { type: 'platform' as const },
        action: 's3:GetObject',
        to: 'data',
        purpose: 'setup' as const,
        title: 'scans',
      },
    ],
  },
  data: {
    operations: [
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::data/object',
        keys: [{ key: { type: 'customer-managed' as const, node: 'key' }, actions: ['kms:Decrypt'] }],
      },
    ],
  },
  key: {
    arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
    key: { enabled: true, rotates: true, rotationDays: 365 },
    resourcePolicy: {
      policy: policyText('key', 'policy', allow('kms:*', { Principal: { AWS: ROLE } })),
      required: true,
      type: 'key' as const,
    },
  },
};
const allowed = (change: Change = {}, account = {}): boolean | undefined =>
  factsOfAnswers(changed(DRAWN, change), account).requests[0]?.trace.allowed;
const keyFor = (principal: object): Change => ({
  key: {
    resourcePolicy: {
      policy: policyText('key', 'policy', allow('kms:*', { Principal: principal })),
      required: true,
      type: 'key',
    },
  },
});
const denying = (more: object): Change => ({
  data: {
    resourcePolicy: {
      policy: policyText('data', 'policy', allow('s3:*', { Effect: 'Deny', Principal: '*', ...more })),
      required: false,
    },
  },
});

test('it may do what its own policy allows, and uses a key that admits the role', () => {
  expect(allowed()).toBe(true);
  expect(allowed(keyFor({ AWS: `arn:aws:iam::${ACCOUNT}:root` }))).toBe(false);
  expect(allowed(keyFor({ Service: 'scan.amazonaws.com' }))).toBe(false);
});
test('a policy of the resource can deny it, or leave out its role', () => {
  expect(allowed(denying({}))).toBe(false);
  expect(allowed(denying({ Condition: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }))).toBe(true);
});
test('SCPs do not touch it', () => {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [allow('*', { Effect: 'Deny' })] });
  expect(allowed({}, { scps: [{ level: 'root', policies: [{ name: 'none', document }] }] })).toBe(true);
});
