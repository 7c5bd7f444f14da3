import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorise } from '../../../src/engine/iam/authorise';
import type { Decision, Policy, PolicySet } from '../../../src/engine/iam/contract';
import { IAM_REASONS } from '../../../src/engine/iam/reasons';
import written from './authorisation.json';
import { type Case, decide, policyOf, policySetOf, requestOf } from './cases';
import conditions from './conditions.json';
import crosscheck from './crosscheck.json';

const cases = written as readonly unknown[] as readonly Case[];
const crossed = crosscheck as readonly unknown[] as readonly Case[];

interface ConditionCase {
  readonly name: string;
  readonly condition: unknown;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly holds: boolean;
  readonly reason?: string;
  readonly version?: string;
}

function conditionCase({ name, condition, context, holds, reason, version }: ConditionCase): Case {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: condition };
  return {
    name,
    caller: 'arn:aws:iam::111122223333:user/ana',
    context,
    policies: { identity: [{ Version: version ?? '2012-10-17', Statement: [statement] }] },
    verdict: holds ? 'Allowed' : 'ImplicitlyDenied',
    reason: reason ?? 'iam.identity-allows',
  };
}
const conditionCases = (conditions as readonly unknown[] as readonly ConditionCase[]).map(conditionCase);

/** Every reason has a sentence, and the reason fills all of its places. */
function sentences(decision: Decision): string[] {
  return decision.steps.map(({ reason }) =>
    (IAM_REASONS[reason.code] ?? `no sentence for ${reason.code}`).replace(/\{(\w+)\}/g, (place, key: string) =>
      Object.hasOwn(reason.values, key) ? String(reason.values[key]) : place,
    ),
  );
}

describe.each([
  ['layers', cases],
  ['who is named, and from which account', crossed],
  ['conditions', conditionCases],
])('authorise: %s', (_, list) => {
  it.each(list.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const decision = decide(one);
    const last = decision.steps[decision.steps.length - 1];
    expect([decision.verdict, last?.reason.code]).toEqual([one.verdict, one.reason]);
    expect(last?.verdict).toBe(one.verdict === 'Allowed' ? 'pass' : 'fail');
    expect(decision.steps.slice(0, -1).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    for (const sentence of sentences(decision)) expect(sentence).not.toMatch(/no sentence|\{\w+\}/);
  });
});

describe('authorise teaches', () => {
  it('says which condition failed, what it wants and what the request carries', () => {
    const one = cases.find(({ name }) => name.startsWith('a service principal of somebody else'));
    const reason = one && decide(one).steps.at(-1)?.reason;
    expect(reason?.values).toMatchObject({
      key: 'aws:SourceAccount',
      operator: 'StringEquals',
      expected: '111122223333',
      actual: '444455556666',
      statement: '1',
    });
  });

  it('names the statement by its Sid and points at it', () => {
    const statement = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training' };
    const policy = {
      ...policyOf({ Version: '2012-10-17', Statement: [statement] }, 'identity'),
      node: 'role-1',
      field: 'policies[0]',
    };
    const request = requestOf({
      name: '',
      caller: 'arn:aws:iam::111122223333:user/ana',
      policies: {},
      verdict: 'Allowed',
      reason: '',
    });
    const step = authorise(request, { identity: [policy], scps: [], rcps: [] }).steps.at(-1);
    expect(step?.statements).toEqual([
      { policy: 'identity', statement: 0, sid: 'Read', node: 'role-1', field: 'policies[0]' },
    ]);
    expect(step?.reason.values['statement']).toBe('“Read”');
  });
});

const deny = fc.record({
  Effect: fc.constant('Deny'),
  Action: fc.constantFrom('*', 's3:*', 's3:GetObject', 'kms:*', 'sts:AssumeRole', 'sns:Publish'),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::training/*', 'arn:aws:s3:::other/*'),
  Condition: fc.constantFrom(
    {},
    { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    { Null: { 'aws:SourceIp': 'true' } },
  ),
});

describe('authorise, for every case', () => {
  it('a further Deny in any layer never opens a door', () => {
    const layer = fc.constantFrom(
      'identity' as const,
      'boundary' as const,
      'session' as const,
      'endpoint' as const,
      'scps' as const,
      'resource' as const,
    );
    fc.assert(
      fc.property(fc.constantFrom(...cases, ...conditionCases), deny, layer, (one, statement, where) => {
        const before = policySetOf(one);
        const after = withDeny(before, statement, where);
        const was = authorise(requestOf(one), before).verdict;
        const is = authorise(requestOf(one), after).verdict;
        expect(was === 'Allowed' || is !== 'Allowed').toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  it('the order of statements and policies is irrelevant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), (one) => {
        const set = policySetOf(one);
        const turn = (list: readonly Policy[]) =>
          [...list].reverse().map((policy) => ({ ...policy, statements: [...policy.statements].reverse() }));
        const turned: PolicySet = {
          ...set,
          identity: turn(set.identity),
          scps: set.scps.map((level) => ({ ...level, policies: turn(level.policies) })),
          resource: set.resource && turn([set.resource])[0],
        };
        expect(authorise(requestOf(one), turned).verdict).toBe(authorise(requestOf(one), set).verdict);
      }),
    );
  });
});

function withDeny(
  set: PolicySet,
  statement: object,
  where: 'identity' | 'boundary' | 'session' | 'endpoint' | 'scps' | 'resource',
): PolicySet {
  const plain = policyOf({ Version: '2012-10-17', Statement: [statement] }, 'identity', 'identity');
  const named = policyOf({ Version: '2012-10-17', Statement: [{ ...statement, Principal: '*' }] }, 'resource');
  if (where === 'scps')
    return { ...set, scps: set.scps.map((level) => ({ ...level, policies: [...level.policies, plain] })) };
  if (where === 'resource') {
    return {
      ...set,
      resource: set.resource
        ? { ...set.resource, statements: [...set.resource.statements, ...named.statements] }
        : named,
    };
  }
  return { ...set, [where]: [...(set[where] ?? []), where === 'endpoint' ? named : plain] };
}
