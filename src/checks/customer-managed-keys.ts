import * as z from 'zod/mini';
import { text } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('customer-managed-keys');

export const check = defineCheck({
  id: 'customer-managed-keys',
  title: 'Data rests under your own keys',
  help: 'Every place where the resource keeps data must be encrypted under a customer managed key that is enabled. AWS owned and AWS managed keys encrypt as well; what you gain is the key policy, rotation, revocation and a record of each use.',
  params: z.extend(Subjects, { stores: z.optional(z.array(text(40)).check(z.maxLength(10))) }),
  words: {
    own: '{name} keeps its {store} under {key}.',
    other: '{name} keeps its {store} under {key}, whose policy you do not control.',
    unusable: '{name} keeps its {store} under {key}, which is not usable.',
  },
  examples: {
    meets: [
      example(
        'A bucket under a customer managed key',
        { data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }], key: ['kms-key'] },
        { kinds: ['s3-bucket'] },
      ),
    ],
    misses: [
      example('SSE-S3', { data: ['s3-bucket'] }, { kinds: ['s3-bucket'] }),
      example(
        'A disabled key',
        { data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }], key: ['kms-key', { enabled: false }] },
        { kinds: ['s3-bucket'] },
      ),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, { kinds: ['s3-bucket'] })],
  },
  run: (facts, on) => {
    const subjects = new Set(subjectsOf(facts, on).map((node) => node.id));
    return facts.stores
      .filter(({ node, store }) => subjects.has(node) && store.used && (on.stores?.includes(store.id) ?? true))
      .map(({ node, store }) => {
        const fields = [{ node, field: store.field }];
        const values = { name: nameOf(facts, node), store: store.label };
        if (store.key.type !== 'customer-managed') {
          const key =
            store.key.type === 'aws-managed'
              ? store.key.alias
              : store.key.type === 'aws-owned'
                ? store.key.label
                : 'no key';
          return say('misses', 'other', [node], { ...values, key }, { fields });
        }
        const state = facts.keys.get(store.key.node);
        const usable = state?.enabled === true && state.deletesInDays === undefined;
        const key = nameOf(facts, store.key.node);
        return say(
          usable ? 'meets' : 'misses',
          usable ? 'own' : 'unusable',
          [node, store.key.node],
          { ...values, key },
          { fields },
        );
      });
  },
});
