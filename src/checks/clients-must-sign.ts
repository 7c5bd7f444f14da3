import * as z from 'zod/mini';
import type { Facts } from '../engine/facts';
import type { AnyNode } from '../engine/facets';
import { authorise } from '../engine/iam/authorise';
import type { Caller, Policy, Statement } from '../engine/iam/contract';
import { matchesAction } from '../engine/iam/matching';
import type { Operation } from '../engine/request/facets';
import { flag, someItems, text } from '../model/schema';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('clients-must-sign');
const files = { kinds: ['efs-file-system'], actions: ['elasticfilesystem:Client*'], tls: true };
const fileSystem = (...statements: Parameters<typeof policy>[0][]) =>
  ({
    files: ['efs-file-system', { policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
  }) as const;
const mount = { Effect: 'Allow', Action: 'elasticfilesystem:ClientMount' };
const named = { ...mount, Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' } };
const plain = {
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

export const check = defineCheck({
  id: 'clients-must-sign',
  title: 'Clients without credentials are refused',
  help: 'Asks for every operation without a signature, in each way that a statement of the resource policy describes: through that access point, from that network. Nobody must get in. With `tls`, an administrator without TLS must be refused as well.',
  params: z.extend(Subjects, {
    /** only operations whose action matches one of these. */
    actions: z.optional(someItems(text(80), 20)),
    tls: flag(false),
  }),
  words: {
    refuses: '{name} answers only who signs ({count} operations asked).',
    'refuses-both': '{name} answers only who signs, and only over TLS ({count} operations asked).',
    unsigned: '{name} allows {action} to whoever reaches it, without credentials.',
    plain: '{name} allows {action} without TLS.',
  },
  examples: {
    meets: [example('One role, over TLS', fileSystem(named, plain), files)],
    misses: [
      example('No policy: whoever reaches a mount target', { files: ['efs-file-system'] }, files),
      example(
        'Everybody, through one access point',
        fileSystem({
          ...mount,
          Principal: '*',
          Condition: {
            StringEquals: {
              'elasticfilesystem:AccessPointArn':
                'arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/project',
            },
          },
        }),
        { ...files, tls: false },
      ),
      example('One role, with or without TLS', fileSystem(named), files),
    ],
    silent: [example('No file system', { data: ['s3-bucket'] }, files)],
  },
  run: (facts, { actions, tls, ...on }) =>
    subjectsOf(facts, on).flatMap((node) => {
      const asked = facts
        .operationsOf(node.id)
        .filter(({ action }) => actions?.some((pattern) => matchesAction(pattern, action)) ?? true);
      if (asked.length === 0) return [];
      const fields = [{ node: node.id, field: facts.resourcePolicyOf(node.id)?.facet.policy?.field ?? 'policy' }];
      const answer = (answers: 'meets' | 'misses', word: string, action = '') =>
        say(answers, word, [node.id], { name: node.name, action, count: asked.length }, { fields });
      const unsigned = asked.find((one) => ways(facts, node).some((way) => may(facts, node, one, NOBODY, way)));
      if (unsigned) return [answer('misses', 'unsigned', unsigned.action)];
      const open = tls ? asked.find((one) => may(facts, node, one, administrator(facts), PLAIN)) : undefined;
      if (open) return [answer('misses', 'plain', open.action)];
      return [answer('meets', tls ? 'refuses-both' : 'refuses')];
    }),
});

type Context = Readonly<Record<string, readonly string[]>>;
const NOBODY: Caller = { type: 'anonymous', arn: '*' };
const TLS: Context = { 'aws:SecureTransport': ['true'] };
const PLAIN: Context = { 'aws:SecureTransport': ['false'] };
const EVERYTHING: Policy = {
  name: 'administrator',
  version: '2012-10-17',
  statements: [{ effect: 'Allow', action: ['*'], resource: ['*'], conditions: [] }],
};

function administrator({ account }: Facts): Caller {
  const roleArn = `arn:aws:iam::${account.id}:role/administrator`;
  const arn = `arn:aws:sts::${account.id}:assumed-role/administrator/probe`;
  return { type: 'role-session', arn, roleArn, account: account.id };
}

/** The plain way over TLS, and for each statement the way that its own conditions describe. */
function ways(facts: Facts, node: AnyNode): readonly Context[] {
  const statements = facts.resourcePolicyOf(node.id)?.policy?.statements ?? [];
  return [TLS, ...statements.filter(({ effect }) => effect === 'Allow').map((one) => ({ ...described(one), ...TLS }))];
}

/** A client chooses its way, and never who it is. */
function described({ conditions }: Statement): Context {
  const chosen = conditions.filter(({ key }) => !/^aws:(principal|userid|username)/i.test(key));
  return Object.fromEntries(chosen.map(({ key, values }) => [key, values.slice(0, 1)]));
}

function may(facts: Facts, node: AnyNode, asked: Operation, caller: Caller, way: Context): boolean {
  const attached = facts.resourcePolicyOf(node.id);
  const signed: Context = caller.roleArn === undefined ? {} : { 'aws:PrincipalArn': [caller.roleArn] };
  return (
    authorise(
      {
        caller,
        action: asked.action,
        resource: asked.resource,
        resourceAccount: facts.account.id,
        context: { ...signed, ...way, ...asked.context },
      },
      {
        identity: caller.type === 'anonymous' ? [] : [EVERYTHING],
        scps: [],
        rcps: [],
        ...(attached?.policy && { resource: attached.policy }),
        ...(attached?.facet.required && { resourceRequired: true }),
        ...(attached?.facet.blocksPublic && { resourceBlocksPublic: true }),
      },
    ).verdict === 'Allowed'
  );
}
