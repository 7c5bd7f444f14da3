import * as z from 'zod/mini';
import { grantsOf, type Grant } from '../engine/iam/grants';
import { matchesAction } from '../engine/iam/matching';
import { flag, list, text } from '../model/schema';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';

const say = findings('statements-are-bounded');
const role = (Action: string | string[], Resource: string) =>
  ({
    role: ['iam-role', { policies: [{ name: 'work', document: policy({ Effect: 'Allow', Action, Resource }) }] }],
  }) as const;

export const check = defineCheck({
  id: 'statements-are-bounded',
  title: 'No statement grants too much at once',
  help: 'Reads every Allow of every role, user, group and managed policy. `everything`: all actions on all resources. `service`: all actions of one service, or NotAction on all resources. `actions`: one of the named actions on every resource, which opens all keys or all roles at once.',
  params: z.strictObject({
    refuses: z.enum(['everything', 'service', 'actions']),
    actions: list(text(80), 20),
    /** a condition on the statement is taken as a bound of its own. */
    conditionsBound: flag(false),
  }),
  words: {
    bounded: '{who} has no such statement (grants read: {count}).',
    unbounded: '{who}: {action} on {resource}.',
    unless: '{who}: everything except {action} on {resource}.',
  },
  examples: {
    meets: [
      example('One action', role('s3:GetObject', 'arn:aws:s3:::data/*'), { refuses: 'service' }),
      example('A whole service is not everything', role('s3:*', '*'), { refuses: 'everything' }),
      example('One key', role('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/1'), {
        refuses: 'actions',
        actions: ['kms:Decrypt'],
      }),
    ],
    misses: [
      example('An administrator', role('*', '*'), { refuses: 'everything' }),
      example('A whole service', role('s3:*', '*'), { refuses: 'service' }),
      example(
        'A policy that nobody has yet',
        { wide: ['iam-managed-policy', { document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }] },
        { refuses: 'everything' },
      ),
      example(
        'A group',
        {
          admins: [
            'iam-group',
            { policies: [{ name: 'all', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }] },
          ],
        },
        { refuses: 'everything' },
      ),
      example(
        'A condition that leaves nothing out',
        {
          role: [
            'iam-role',
            {
              policies: [
                {
                  name: 'work',
                  document: policy({
                    Effect: 'Allow',
                    Action: 'kms:Decrypt',
                    Resource: '*',
                    Condition: { Bool: { 'aws:SecureTransport': 'true' } },
                  }),
                },
              ],
            },
          ],
        },
        { refuses: 'actions', actions: ['kms:Decrypt'], conditionsBound: true },
      ),
      example('Decrypt with all keys', role(['kms:Decrypt', 'kms:Encrypt'], '*'), {
        refuses: 'actions',
        actions: ['kms:Decrypt'],
      }),
    ],
    silent: [
      example('A role without policies', { role: ['iam-role'] }, { refuses: 'everything' }),
      example('Nobody', { data: ['s3-bucket'] }, { refuses: 'everything' }),
    ],
  },
  run: (facts, on) =>
    [...facts.identityPolicies].flatMap(([node, policies]) => {
      if (policies.length === 0) return [];
      const who = facts.node(node)?.name ?? node;
      const grants = grantsOf(policies);
      const wide = grants.filter((grant) => !(on.conditionsBound && grant.conditional) && isWide(grant, on));
      if (wide.length === 0) return [say('meets', 'bounded', [node], { who, count: grants.length })];
      return wide.map((grant) =>
        say(
          'misses',
          grant.notAction ? 'unless' : 'unbounded',
          [node],
          { who, action: grant.action, resource: grant.resource },
          { statements: [grant.statement] },
        ),
      );
    }),
});

interface Refused {
  readonly refuses: 'everything' | 'service' | 'actions';
  readonly actions: readonly string[];
}

function isWide(grant: Grant, { refuses, actions }: Refused): boolean {
  const everywhere = !grant.notResource && grant.resource === '*';
  const all = !grant.notAction && /^\*+(:\*+)?$/.test(grant.action);
  if (refuses === 'everything') return everywhere && all;
  if (refuses === 'service')
    return grant.notAction ? everywhere || grant.notResource : all || /^[^:*]+:\*+$/.test(grant.action);
  if (!grant.wildcardResource) return false;
  if (!grant.notAction) return actions.some((one) => matchesAction(grant.action, one));
  const excluded = grant.action.split(', ');
  return actions.some((one) => !excluded.some((pattern) => matchesAction(pattern, one)));
}
