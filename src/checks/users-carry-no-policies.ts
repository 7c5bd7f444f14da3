import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('users-carry-no-policies');
const read = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' });

export const check = defineCheck({
  id: 'users-carry-no-policies',
  title: 'Users have no policies of their own',
  help: 'A permission that hangs on one user is forgotten when the work moves on. Give it to a role that people assume, or to a group.',
  params: z.strictObject({}),
  words: {
    none: '{user} has no policy of its own.',
    some: '{user} has {count} policies of its own.',
  },
  examples: {
    meets: [
      example('A user without policies', { user: ['iam-user'] }),
      example('The group has the policy', {
        user: ['iam-user', { groups: ['readers'] }],
        readers: ['iam-group', { policies: [{ name: 'read', document: read }] }],
      }),
    ],
    misses: [
      example('A policy on the user', { user: ['iam-user', { policies: [{ name: 'read', document: read }] }] }),
      example('A managed policy on the user', {
        user: ['iam-user', { managedPolicies: ['reading'] }],
        reading: ['iam-managed-policy', { document: read }],
      }),
    ],
    silent: [example('Roles only', { role: ['iam-role', { policies: [{ name: 'read', document: read }] }] })],
  },
  run: (facts) =>
    [...facts.principals.values()]
      .filter(({ facet }) => facet.type === 'user')
      .map(({ node, facet }) => {
        const count = facet.identity.filter(({ via }) => via === undefined).length;
        return say(count === 0 ? 'meets' : 'misses', count === 0 ? 'none' : 'some', [node], {
          user: nameOf(facts, node),
          count,
        });
      }),
});
