import { describe, expect, test } from 'vitest';
import { allow, meaning, outcome, policy, role, type Sketch, type Statement } from './meaning';

/** IAM User Guide, "Grant a user permissions to pass a role to an AWS service": the caller needs both. */
describe.each([
  ['lambda:CreateFunction', { kind: 'lambda-function', props: { role: 'work' } }, 'lambda.amazonaws.com'],
  ['lambda:UpdateFunctionConfiguration', { kind: 'lambda-function', props: { role: 'work' } }, 'lambda.amazonaws.com'],
  ['config:PutConfigurationRecorder', { kind: 'config-recorder', props: { role: 'work' } }, 'config.amazonaws.com'],
] as const)('%s', (action, made, service) => {
  const asked = (...statements: readonly Statement[]) => {
    const sketch: Sketch = {
      ana: { kind: 'iam-user', props: { policies: [{ name: 'own', document: policy(...statements) }] } },
      me: { kind: 'person', props: { user: 'ana', calls: [{ action, target: 'made' }] } },
      made,
      work: role(service, allow('s3:*')),
    };
    return outcome(meaning(sketch), 'me', action);
  };
  const to = (name: string): Statement => ({
    ...allow('iam:PassRole'),
    Condition: { StringEquals: { 'iam:PassedToService': name } },
  });

  test('takes iam:PassRole on the role beside the call itself', () => {
    expect(asked(allow(action))).toBe('iam.identity-silent');
    expect(asked(allow('iam:PassRole'))).toBe('iam.identity-silent');
    expect(asked(allow([action, 'iam:PassRole']))).toBe('allowed');
  });

  test('says to which service the role goes', () => {
    expect(asked(allow(action), to(service))).toBe('allowed');
    expect(asked(allow(action), to('ec2.amazonaws.com'))).toBe('iam.identity-near-condition');
  });
});

test('every account has a recorder of its own', () => {
  const recorders = (where?: string) =>
    meaning({
      other: { kind: 'aws-account' },
      one: { kind: 'config-recorder' },
      two: { kind: 'config-recorder', ...(where !== undefined && { in: where }) },
    }).problems.filter(({ reason }) => JSON.stringify(reason.values).includes('An account has one'));
  expect(recorders()).toHaveLength(1);
  expect(recorders('other')).toHaveLength(0);
});
