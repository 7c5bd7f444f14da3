import * as z from 'zod/mini';
import type { Facts } from '../engine/facts';
import type { AnyNode } from '../engine/facets';
import { accountOf } from '../engine/accounts';
import { authorise } from '../engine/iam/authorise';
import type { Statement } from '../engine/iam/contract';
import { matchesAction } from '../engine/iam/matching';
import { rcpsOf } from '../engine/iam/organization';
import type { Operation } from '../engine/request/facets';
import { someItems, text } from '../model/schema';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('clients-must-sign');
const files = { kinds: ['efs-file-system'], actions: ['elasticfilesystem:Client*'] };
const mount = { Effect: 'Allow', Action: 'elasticfilesystem:ClientMount' };
const fileSystem = (statement: Parameters<typeof policy>[0]) =>
  ({ files: ['efs-file-system', { policy: policy({ ...mount, ...statement }) }] }) as const;

export const check = defineCheck({
  id: 'clients-must-sign',
  title: 'Clients without credentials are refused',
  help: 'Asks for every operation without a signature, in each way that a statement of the resource policy describes: over TLS, through that access point, from that network. Nobody must get in.',
  params: z.extend(Subjects, {
    /** only operations whose action matches one of these. */
    actions: z.optional(someItems(text(80), 20)),
  }),
  words: {
    refuses: '{name} answers only who signs ({count} operations asked).',
    open: '{name} allows {action} to whoever reaches it, without credentials.',
  },
  examples: {
    meets: [example('One role', fileSystem({ Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } }), files)],
    misses: [
      example('No policy: whoever reaches a mount target', { files: ['efs-file-system'] }, files),
      example(
        'Everybody who uses TLS',
        fileSystem({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        files,
      ),
      example(
        'Everybody through one access point',
        fileSystem({
          Principal: '*',
          Condition: {
            StringEquals: {
              'elasticfilesystem:AccessPointArn':
                'arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/project',
            },
          },
        }),
        files,
      ),
    ],
    silent: [example('No file system', { data: ['s3-bucket'] }, files)],
  },
  run: (facts, { actions, ...on }) =>
    subjectsOf(facts, on).flatMap((node) => {
      const asked = facts
        .operationsOf(node.id)
        .filter(({ action }) => actions?.some((pattern) => matchesAction(pattern, action)) ?? true);
      if (asked.length === 0) return [];
      const fields = [{ node: node.id, field: facts.resourcePolicyOf(node.id)?.facet.policy?.field ?? 'policy' }];
      const open = asked.find((one) => ways(facts, node).some((way) => may(facts, node, one, way)));
      const values = { name: node.name, action: open?.action ?? '', count: asked.length };
      return [say(open ? 'misses' : 'meets', open ? 'open' : 'refuses', [node.id], values, { fields })];
    }),
});

type Context = Readonly<Record<string, readonly string[]>>;

/** With and without TLS, and for each statement the way that its own conditions describe. */
function ways(facts: Facts, node: AnyNode): readonly Context[] {
  const statements = facts.resourcePolicyOf(node.id)?.policy?.statements ?? [];
  const plain = ['true', 'false'].map((tls) => ({ 'aws:SecureTransport': [tls] }));
  return [...plain, ...statements.filter(({ effect }) => effect === 'Allow').map(described)];
}

/** A client chooses its way, and never who it is. */
function described({ conditions }: Statement): Context {
  const chosen = conditions.filter(({ key }) => !/^aws:(principal|userid|username)/i.test(key));
  return {
    'aws:SecureTransport': ['true'],
    ...Object.fromEntries(chosen.map(({ key, values }) => [key, values.slice(0, 1)])),
  };
}

function may(facts: Facts, node: AnyNode, asked: Operation, way: Context): boolean {
  const attached = facts.resourcePolicyOf(node.id);
  const owner = accountOf(node.id, facts);
  return (
    authorise(
      {
        caller: { type: 'anonymous', arn: '*' },
        action: asked.action,
        resource: asked.resource,
        resourceAccount: owner.id,
        context: { ...way, ...asked.context },
      },
      {
        identity: [],
        scps: [],
        rcps: rcpsOf(owner, asked.action),
        ...(attached?.policy && { resource: attached.policy }),
        ...(attached?.facet.required && { resourceRequired: true }),
        ...(attached?.facet.blocksPublic && { resourceBlocksPublic: true }),
      },
    ).verdict === 'Allowed'
  );
}
