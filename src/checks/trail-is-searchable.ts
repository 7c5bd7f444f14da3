import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('trail-is-searchable');
const trail = (document: string) =>
  ({
    trail: ['cloudtrail-trail', { bucket: 'files', logGroup: 'logs', role: 'role' }],
    files: ['s3-bucket'],
    logs: ['log-group'],
    role: ['iam-role', { trustPolicy: trusts('cloudtrail.amazonaws.com'), policies: [{ name: 'write', document }] }],
  }) as const;

export const check = defineCheck({
  id: 'trail-is-searchable',
  title: 'A trail also writes to CloudWatch Logs',
  help: 'Log files in a bucket are read after the fact. In a log group the same events can be searched and can raise an alarm within minutes. The delivery needs a role that CloudTrail may assume and that may write there.',
  params: z.strictObject({}),
  words: {
    arrives: '{trail} writes its events to {log}.',
    refused: '{trail} names {log}, and the delivery is refused on the way.',
    none: '{trail} writes to no log group.',
  },
  examples: {
    meets: [
      example(
        'A role that may write',
        trail(policy({ Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' })),
      ),
    ],
    misses: [
      example('A role that may not', trail(policy({ Effect: 'Allow', Action: 'logs:CreateLogStream', Resource: '*' }))),
      example('No log group', { trail: ['cloudtrail-trail', { bucket: 'files' }], files: ['s3-bucket'] }),
    ],
    silent: [example('No trail', { logs: ['log-group'] })],
  },
  run: (facts) =>
    facts.trails.map(({ trail: id, facet }) => {
      const values = { trail: nameOf(facts, id), log: nameOf(facts, facet.logGroup) };
      const fields = [{ node: id, field: 'logGroup' }];
      if (facet.logGroup === undefined) return say('misses', 'none', [id], values, { fields });
      const ways = facts.requests.filter(({ spec }) => spec.from === id && spec.field === 'logGroup');
      const refused = ways.find(({ trace }) => !trace.allowed);
      const nodes = [id, facet.logGroup];
      if (!refused && ways.length > 0) return say('meets', 'arrives', nodes, values, { fields });
      return say('misses', 'refused', nodes, values, { fields, ...(refused && { trace: refused.trace }) });
    }),
});
