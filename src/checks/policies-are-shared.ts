import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('policies-are-shared');
const read = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' });
const identities = { kinds: ['iam-role', 'iam-user', 'iam-group'] };

export const check = defineCheck({
  id: 'policies-are-shared',
  title: 'Permissions stand in managed policies, not in the identity',
  help: 'An inline policy is a part of its identity: nobody else can use it, and it keeps no older versions to go back to. A managed policy is one text for everybody who has it. What both allow is the same.',
  params: Subjects,
  words: {
    none: '{name} has no inline policy.',
    some: 'Inline policies of {name}: {count}.',
  },
  examples: {
    meets: [
      example(
        'A managed policy',
        {
          role: ['iam-role', { managedPolicies: ['reading'] }],
          reading: ['iam-managed-policy', { document: read }],
        },
        identities,
      ),
    ],
    misses: [
      example('An inline policy', { role: ['iam-role', { policies: [{ name: 'read', document: read }] }] }, identities),
    ],
    silent: [example('No identity', { data: ['s3-bucket'] }, identities)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map(({ id }) => {
      const own = (facts.identityPolicies.get(id) ?? []).filter((one) => one.node === id);
      const count = own.length;
      return say(
        count === 0 ? 'meets' : 'misses',
        count === 0 ? 'none' : 'some',
        [id],
        { name: nameOf(facts, id), count },
        { fields: own.flatMap(({ field }) => (field === undefined ? [] : [{ node: id, field }])) },
      );
    }),
});
