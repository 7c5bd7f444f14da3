import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('not-public');
const open = policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' });

export const check = defineCheck({
  id: 'not-public',
  title: 'Nobody gets in without credentials',
  help: 'Asks for every operation without a signature from the internet. All must be refused, and Block Public Access must be on, so that a later policy cannot open the bucket by mistake.',
  params: Subjects,
  words: {
    closed: '{name} refuses unsigned requests, and Block Public Access is on.',
    public: '{name} answers {action} to anybody on the internet.',
    unguarded: '{name} is not public today, but Block Public Access is off: one statement would open it.',
  },
  examples: {
    meets: [example('The default of new buckets', { data: ['s3-bucket'] }, { kinds: ['s3-bucket'] })],
    misses: [
      example(
        'A public policy',
        { data: ['s3-bucket', { blockPublicAccess: false, policy: open }] },
        { kinds: ['s3-bucket'] },
      ),
      example('The block is off', { data: ['s3-bucket', { blockPublicAccess: false }] }, { kinds: ['s3-bucket'] }),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, { kinds: ['s3-bucket'] })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map((node) => {
      const walks = facts.operationsOf(node.id).map((one) =>
        facts.walk({
          id: `anonymous/${one.action}/${node.id}`,
          from: node.id,
          signer: { type: 'anonymous' },
          origin: { type: 'internet' },
          action: one.action,
          to: node.id,
          purpose: 'call',
          title: `Anybody asks for ${one.action}`,
        }),
      );
      const leak = walks.find((one) => one.trace.allowed);
      if (leak)
        return say('misses', 'public', [node.id], { name: node.name, action: leak.action }, { trace: leak.trace });
      const guarded = facts.resourcePolicyOf(node.id)?.facet.blocksPublic === true;
      return say(guarded ? 'meets' : 'misses', guarded ? 'closed' : 'unguarded', [node.id], { name: node.name });
    }),
});
