import type { Facts } from '../engine/facts';
import { accountOf } from '../engine/accounts';
import { authorise } from '../engine/iam/authorise';
import { rcpsOf } from '../engine/iam/organization';
import type { AnyNode } from '../engine/facets';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('tls-only');
const deny = (resource: readonly string[]) =>
  policy({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: resource,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });

export const check = defineCheck({
  id: 'tls-only',
  title: 'Plain HTTP is refused',
  help: 'Asks for every operation once with TLS and once without, in the name of an administrator who may do everything. Without TLS the resource policy must refuse all of them, on the bucket and on its objects; with TLS it must not.',
  params: Subjects,
  words: {
    refuses: '{name} refuses {count} of {count} operations without TLS.',
    admits: '{name} admits {action} without TLS.',
    'refuses-all': '{name} refuses every operation even with TLS.',
  },
  examples: {
    meets: [
      example(
        'Deletion is forbidden to everybody besides',
        {
          data: [
            's3-bucket',
            {
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Deny', Principal: '*', Action: 's3:Delete*', Resource: '*' },
                  {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 's3:*',
                    Resource: '*',
                    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                  },
                ],
              }),
            },
          ],
        },
        { kinds: ['s3-bucket'] },
      ),
      example(
        'Bucket and objects',
        { data: ['s3-bucket', { policy: deny(['arn:aws:s3:::data', 'arn:aws:s3:::data/*']) }] },
        { kinds: ['s3-bucket'] },
      ),
    ],
    misses: [
      example('No bucket policy', { data: ['s3-bucket'] }, { kinds: ['s3-bucket'] }),
      example(
        'The objects are forgotten',
        { data: ['s3-bucket', { policy: deny(['arn:aws:s3:::data']) }] },
        { kinds: ['s3-bucket'] },
      ),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, { kinds: ['s3-bucket'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const operations = facts.operationsOf(node.id);
      if (operations.length === 0) return [];
      const open = operations.find((one) => asks(facts, node, one.action, one.resource, false));
      // A policy may forbid some operation to everybody, for its own reasons; it must not forbid all of them.
      const shut = operations.every((one) => !asks(facts, node, one.action, one.resource, true));
      const fields = [{ node: node.id, field: facts.resourcePolicyOf(node.id)?.facet.policy?.field ?? 'policy' }];
      if (open) return [say('misses', 'admits', [node.id], { name: node.name, action: open.action }, { fields })];
      if (shut) return [say('misses', 'refuses-all', [node.id], { name: node.name }, { fields })];
      return [say('meets', 'refuses', [node.id], { name: node.name, count: operations.length }, { fields })];
    }),
});

/** An administrator's request, inside the account, with or without TLS. */
function asks(facts: Facts, node: AnyNode, action: string, resource: string, tls: boolean): boolean {
  const owner = accountOf(node.id, facts);
  const account = owner.id;
  const role = `arn:aws:iam::${account}:role/administrator`;
  const attached = facts.resourcePolicyOf(node.id);
  const decision = authorise(
    {
      caller: {
        type: 'role-session',
        arn: `arn:aws:sts::${account}:assumed-role/administrator/probe`,
        roleArn: role,
        account,
      },
      action,
      resource,
      resourceAccount: account,
      context: { 'aws:SecureTransport': [String(tls)], 'aws:PrincipalArn': [role], 'aws:PrincipalAccount': [account] },
    },
    {
      identity: [
        {
          name: 'administrator',
          version: '2012-10-17',
          statements: [{ effect: 'Allow', action: ['*'], resource: ['*'], conditions: [] }],
        },
      ],
      scps: [],
      rcps: rcpsOf(owner, action),
      ...(attached?.policy && { resource: attached.policy }),
    },
  );
  return decision.verdict === 'Allowed';
}
