import * as z from 'zod/mini';
import type { Policy, Statement } from '../engine/iam/contract';
import { refOf } from '../engine/iam/compile';
import { matchesAction } from '../engine/iam/matching';
import type { Facts } from '../engine/facts';
import type { AnyNode } from '../engine/facets';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';
import { flag } from '../model/schema';

const say = findings('policies-avoid');
const WHAT = [
  'not-action',
  'not-resource',
  'not-principal',
  'any-action',
  'any-resource',
  'any-principal',
  'other-action',
  'everything',
  'elevated',
] as const;
type What = (typeof WHAT)[number];
const role = (statement: Parameters<typeof policy>[0]) =>
  ({ role: ['iam-role', { policies: [{ name: 'work', document: policy(statement) }] }] }) as const;
const shares = (Action: string) =>
  ({
    role: ['iam-role', { managedPolicies: ['shared'] }],
    shared: ['iam-managed-policy', { document: policy({ Effect: 'Allow', Action, Resource: '*' }) }],
  }) as const;
const admits = (Action: string) =>
  policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action, Resource: '*' });
const asks = (policies: string, refuses: What) => ({ kinds: ['iam-role'], policies, refuses });

export const check = defineCheck({
  id: 'policies-avoid',
  title: 'No Allow is written so that it grants more than it names',
  help: 'Reads the Allow statements of one sort of policy: what an identity may do, who may assume a role, or who may use a resource. `managed` reads only the policies that an identity shares with others. NotAction, NotResource and NotPrincipal grant everything that they do not name, and so whatever AWS adds later. A lone star grants all at once. With `actions`, only statements that grant one of these are looked at; `other-action` refuses every action that is not among them. `elevated` means everything, all of IAM, or everything but a few services.',
  params: z.extend(Subjects, {
    policies: z.enum(['identity', 'managed', 'trust', 'resource']),
    refuses: z.enum(WHAT),
    /** a condition on the statement is taken as a bound of its own. */
    conditionsBound: flag(false),
    actions: z._default(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(20)), []),
  }),
  words: {
    exact: '{name}: no statement does ({count} read).',
    'not-action': '{name} allows everything except the actions that {policy} names.',
    'not-resource': '{name} allows it on everything except the resources that {policy} names.',
    'not-principal': '{name} lets everybody in except those whom {policy} names.',
    'any-action': '{name} allows every action, or all of a service, in {policy}.',
    'any-resource': '{name} allows it on every resource in {policy}.',
    'any-principal': '{name} lets everybody in by {policy}.',
    'other-action': '{name} allows more than is asked for in {policy}.',
    everything: '{name} may do everything, by {policy}.',
    elevated: '{name} may do nearly everything, or give itself the right to, by {policy}.',
  },
  examples: {
    meets: [
      example(
        'Actions by name',
        role({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }),
        asks('identity', 'not-action'),
      ),
      example(
        'A denial may use NotAction',
        role({ Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }),
        asks('identity', 'not-action'),
      ),
      example(
        'PassRole for one role',
        role({ Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/work' }),
        { ...asks('identity', 'any-resource'), actions: ['iam:PassRole'] },
      ),
      example(
        'Wide, but of its own',
        role({ Effect: 'Allow', Action: '*', Resource: '*' }),
        asks('managed', 'everything'),
      ),
      example(
        'Invoking only',
        { work: ['lambda-function', { resourcePolicy: admits('lambda:InvokeFunction') }] },
        {
          kinds: ['lambda-function'],
          policies: 'resource',
          refuses: 'other-action',
          actions: ['lambda:InvokeFunction'],
        },
      ),
    ],
    misses: [
      example(
        'NotAction',
        role({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
        asks('identity', 'not-action'),
      ),
      example(
        'PassRole for every role',
        role({ Effect: 'Allow', Action: ['iam:PassRole', 's3:GetObject'], Resource: '*' }),
        { ...asks('identity', 'any-resource'), actions: ['iam:PassRole'] },
      ),
      example(
        'Everybody may publish',
        {
          topic: [
            'sns-topic',
            { policy: policy({ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: '*' }) },
          ],
        },
        { kinds: ['sns-topic'], policies: 'resource', refuses: 'any-principal' },
      ),
      example('A shared policy of an administrator', shares('*'), asks('managed', 'everything')),
      example('A shared policy that may change every policy', shares('iam:*'), asks('managed', 'elevated')),
      example(
        'Reading the code as well',
        { work: ['lambda-function', { resourcePolicy: admits('lambda:GetFunction') }] },
        {
          kinds: ['lambda-function'],
          policies: 'resource',
          refuses: 'other-action',
          actions: ['lambda:InvokeFunction'],
        },
      ),
    ],
    silent: [
      example('A role without policies', { role: ['iam-role'] }, asks('identity', 'not-action')),
      example('No role', { data: ['s3-bucket'] }, asks('identity', 'not-action')),
    ],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const read = policiesOf(facts, node, on.policies);
      // An identity that has policies, and no managed one, has none that is too wide.
      const all = on.policies === 'managed' ? allOf(facts, node.id) : read;
      const count = all.reduce((sum, one) => sum + one.statements.length, 0);
      if (count === 0) return [];
      const wide = read.flatMap((one) =>
        one.statements.flatMap((statement, index) =>
          statement.effect === 'Allow' &&
          !(on.conditionsBound && statement.conditions.length > 0) &&
          (on.refuses === 'other-action'
            ? goesBeyond(statement, on.actions)
            : concerns(statement, on.actions) && does(statement, on.refuses))
            ? [{ policy: one, statement: index }]
            : [],
        ),
      );
      if (wide.length === 0) return [say('meets', 'exact', [node.id], { name: node.name, count })];
      return wide.map((one) =>
        say(
          'misses',
          on.refuses,
          [node.id],
          { name: node.name, policy: one.policy.name },
          { statements: [refOf(one.policy, one.statement)] },
        ),
      );
    }),
});

function allOf(facts: Facts, id: string): readonly Policy[] {
  return facts.principals.get(id)?.identity ?? [];
}

type Sort = 'identity' | 'managed' | 'trust' | 'resource';
function policiesOf(facts: Facts, { id }: AnyNode, sort: Sort): readonly Policy[] {
  if (sort === 'resource') {
    const { policy: attached } = facts.resourcePolicyOf(id) ?? {};
    return attached ? [attached] : [];
  }
  if (sort === 'identity') return facts.identityPolicies.get(id) ?? [];
  if (sort === 'managed') return allOf(facts, id).filter((one) => facts.hasTrait(one.node ?? '', 'managed-policy'));
  const trust = facts.principals.get(id)?.trust;
  return trust ? [trust] : [];
}

function concerns({ action, notAction }: Statement, actions: readonly string[]): boolean {
  if (actions.length === 0) return true;
  const named = (patterns: readonly string[], one: string) => patterns.some((pattern) => matchesAction(pattern, one));
  return actions.some((one) => (notAction ? !named(notAction, one) : named(action ?? [], one)));
}

function goesBeyond({ action, notAction }: Statement, actions: readonly string[]): boolean {
  return notAction !== undefined || (action ?? []).some((one) => !actions.includes(one));
}

function does(statement: Statement, what: Exclude<What, 'other-action'>): boolean {
  const star = (texts: readonly string[] | undefined) =>
    texts?.some((one) => /^([\w-]+:)?\*+$/.test(one) || one === '*:*') ?? false;
  switch (what) {
    case 'not-action':
      return statement.notAction !== undefined;
    case 'not-resource':
      return statement.notResource !== undefined;
    case 'not-principal':
      return statement.notPrincipal !== undefined;
    case 'any-action':
      return star(statement.action);
    case 'any-resource':
      return star(statement.resource);
    case 'any-principal':
      return statement.principal?.some(({ kind }) => kind === 'everyone') ?? false;
    case 'everything':
      return star(statement.resource) && (statement.action?.some((one) => /^\*+(:\*+)?$/.test(one)) ?? false);
    case 'elevated':
      return (
        star(statement.resource) &&
        (statement.notAction !== undefined ||
          (statement.action?.some((one) => /^(\*+(:\*+)?|iam:\*+)$/.test(one)) ?? false))
      );
  }
}
