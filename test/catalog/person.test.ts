import { expect, test } from 'vitest';
import { say } from '../../src/engine/wording';
import type { DiagramNode } from '../../src/model/diagram';
import { allow, meaning, outcome, policy, type Sketch, type Statement } from './meaning';

const GET = 's3:GetObject';
const ASSUME = 'sts:AssumeRole';
const ACCOUNT = 'arn:aws:iam::111122223333:root';

const sketch = (props: DiagramNode['props'], mine: Statement = allow(ASSUME), trusted = ACCOUNT): Sketch => ({
  ana: { kind: 'iam-user', props: { policies: [{ name: 'own', document: policy(mine) }] } },
  reader: {
    kind: 'iam-role',
    props: {
      trustPolicy: policy({ Effect: 'Allow', Principal: { AWS: trusted }, Action: ASSUME }),
      policies: [{ name: 'read', document: policy(allow('s3:*')) }],
    },
  },
  me: { kind: 'person', props: { ...props, calls: [{ action: GET, target: 'data' }] } },
  data: { kind: 's3-bucket' },
});
const walked = (facts: ReturnType<typeof meaning>) => facts.requests.find(({ spec }) => spec.from === 'me');
const both = { user: 'ana', role: 'reader' };

test('a user assumes the role: its policies and the trust policy must allow that', () => {
  const facts = meaning(sketch(both));
  expect(outcome(facts, 'me', GET)).toBe('allowed');
  expect(walked(facts)?.used).toContainEqual({ principal: 'ana', action: ASSUME, resource: facts.arn('reader') });
  const told = walked(facts)?.trace.steps.map(({ reason }) => say(reason));
  expect(told).toContain('ana assumes reader. From here on only the permissions of the role count.');
  expect(outcome(meaning(sketch(both, allow('sqs:*'))), 'me', GET)).toBe('iam.identity-silent');
  const stranger = 'arn:aws:iam::444455556666:root';
  expect(outcome(meaning(sketch(both, allow(ASSUME), stranger)), 'me', GET)).toBe('iam.resource-near-principal');
});

test('a role that is worked in without a user is not asked for its trust', () => {
  expect(outcome(meaning(sketch({ role: 'reader' }, allow(ASSUME), 'arn:aws:iam::444455556666:root')), 'me', GET)).toBe(
    'allowed',
  );
});

test('a session policy narrows the session, and says so', () => {
  const may = (statement: Statement) => meaning(sketch({ role: 'reader', sessionPolicy: policy(statement) }));
  expect(outcome(may(allow(GET)), 'me', GET)).toBe('allowed');
  const told = walked(may(allow(GET)))?.trace.steps.map(({ reason }) => reason.code);
  expect(told).toEqual(expect.arrayContaining(['request.session-limited', 'iam.session-allows']));
  expect(outcome(may(allow('s3:PutObject')), 'me', GET)).toBe('iam.session-near-action');
  expect(outcome(may({ Effect: 'Deny', Action: 's3:*', Resource: '*' }), 'me', GET)).toBe('iam.explicit-deny');
});

test('a session policy grants nothing', () => {
  const facts = meaning({
    ...sketch({ role: 'reader', sessionPolicy: policy(allow('kms:*')), calls: [] }),
    me: {
      kind: 'person',
      props: {
        role: 'reader',
        sessionPolicy: policy(allow('sqs:*')),
        calls: [{ action: 'kms:Decrypt', target: 'key' }],
      },
    },
    key: { kind: 'kms-key' },
  });
  expect(outcome(facts, 'me', 'kms:Decrypt')).toBe('iam.identity-silent');
});

test('a session policy without a role is not sent', () => {
  const facts = meaning(sketch({ user: 'ana', sessionPolicy: policy(allow('sqs:*')) }, allow('s3:*')));
  expect(outcome(facts, 'me', GET)).toBe('allowed');
});

test('STS refuses a session policy that it cannot read, or that is too long', () => {
  const refused = (sessionPolicy: string) => {
    const facts = meaning(sketch({ role: 'reader', sessionPolicy }));
    const step = walked(facts)?.trace.steps.at(-1);
    return [step?.reason.code, step && say(step.reason)];
  };
  expect(refused('{')[0]).toBe('request.session-refused');
  expect(refused(policy(allow(Array.from({ length: 150 }, (_, at) => `s3:GetObject${at}`))))[1]).toMatch(
    /longer than 2048/,
  );
});
