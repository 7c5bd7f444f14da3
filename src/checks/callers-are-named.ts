import * as z from 'zod/mini';
import type { Policy, Statement } from '../engine/iam/contract';
import { isPublic } from '../engine/iam/exposure';
import { flag } from '../model/schema';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('callers-are-named');
const key = { kinds: ['kms-key'] };
const invoke = (more: Record<string, string | Record<string, Record<string, string>>>) =>
  policy({
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: '*',
    ...more,
  });

export const check = defineCheck({
  id: 'callers-are-named',
  title: 'The resource policy opens nothing to everybody',
  help: 'Reads the policy on the resource. A grant to everybody that no condition ties to an account, an organization, an ARN or a network is public. With `services`, a grant to an AWS service must be tied to an account as well: otherwise anybody can have that service call for them (the confused deputy). The ARN of a bucket holds no account, so it ties nothing.',
  params: z.extend(Subjects, { services: flag(false) }),
  words: {
    named: 'The policy of {name} opens nothing to everybody.',
    none: '{name} has no policy that could let others in.',
    unread: 'The policy of {name} cannot be read, so nobody knows whom it lets in.',
    public: 'The policy of {name} lets everybody in.',
    deputy: 'The policy of {name} lets {service} in for anybody: no condition names an account.',
  },
  examples: {
    meets: [
      example('The default key policy', { key: ['kms-key'] }, key),
      example(
        'Everybody of one account, through one service',
        {
          key: [
            'kms-key',
            {
              keyPolicy: policy({
                Effect: 'Allow',
                Principal: { AWS: '*' },
                Action: 'kms:Decrypt',
                Resource: '*',
                Condition: {
                  StringEquals: { 'kms:CallerAccount': '111122223333', 'kms:ViaService': 's3.us-east-1.amazonaws.com' },
                },
              }),
            },
          ],
        },
        key,
      ),
      example(
        'The default policy of a topic names the owner of the account',
        { topic: ['sns-topic'] },
        { kinds: ['sns-topic'] },
      ),
      example(
        'A service for one account',
        {
          work: [
            'lambda-function',
            { resourcePolicy: invoke({ Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }) },
          ],
        },
        { kinds: ['lambda-function'], services: true },
      ),
    ],
    misses: [
      example(
        'Everybody may decrypt',
        {
          key: [
            'kms-key',
            { keyPolicy: policy({ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }) },
          ],
        },
        key,
      ),
      example('A policy that cannot be read', { key: ['kms-key', { keyPolicy: '{' }] }, key),
      example(
        'A service for whoever owns a bucket of that name',
        {
          work: [
            'lambda-function',
            { resourcePolicy: invoke({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::data' } } }) },
          ],
        },
        { kinds: ['lambda-function'], services: true },
      ),
      example(
        'A service for anybody',
        { work: ['lambda-function', { resourcePolicy: invoke({}) }] },
        { kinds: ['lambda-function'], services: true },
      ),
    ],
    silent: [example('No key', { data: ['s3-bucket'] }, key)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const attached = facts.resourcePolicyOf(node.id);
      if (!attached) return [];
      const values = { name: node.name };
      const fields = attached.facet.policy ? [{ node: node.id, field: attached.facet.policy.field }] : [];
      const { policy: read } = attached;
      if (!read) {
        const written = (attached.facet.policy?.text.trim() ?? '') !== '';
        return [say(written ? 'misses' : 'meets', written ? 'unread' : 'none', [node.id], values, { fields })];
      }
      if (isPublic(read)) return [say('misses', 'public', [node.id], values, { fields })];
      const deputy = on.services ? read.statements.find((one) => opensService(read, one)) : undefined;
      if (!deputy) return [say('meets', 'named', [node.id], values, { fields })];
      const service = deputy.principal?.find(({ kind }) => kind === 'service')?.value ?? '';
      return [say('misses', 'deputy', [node.id], { ...values, service }, { fields })];
    }),
});

/** Would this statement be public if the service stood for everybody? Then nothing ties the service to a caller. */
function opensService(read: Policy, statement: Statement): boolean {
  if (!statement.principal?.some(({ kind }) => kind === 'service')) return false;
  const conditions = statement.conditions.filter((one) => !isNameOnly(one));
  return isPublic({
    ...read,
    statements: [{ ...statement, conditions, principal: [{ kind: 'everyone', value: '*' }] }],
  });
}

/** The ARN of a bucket names no account: whoever takes the name after you is let in too. */
function isNameOnly({ key, values }: Statement['conditions'][number]): boolean {
  return key.toLowerCase() === 'aws:sourcearn' && values.some((value) => !/^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value));
}
