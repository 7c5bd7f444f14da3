import * as z from 'zod/mini';
import { text } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('encrypted-under');
const topic = { kinds: ['sns-topic'], accept: ['customer-managed', 'aws-managed'] };

export const check = defineCheck({
  id: 'encrypted-under',
  title: 'Data rests under a key of an accepted type',
  help: 'Asks every place where the resource keeps data for the type of its key: customer managed, AWS managed (aws/service), or AWS owned. Rules that only ask for encryption accept all three.',
  params: z.extend(Subjects, {
    accept: z.array(z.enum(['customer-managed', 'aws-managed', 'aws-owned'])).check(z.minLength(1)),
    stores: z.optional(z.array(text(40)).check(z.maxLength(10))),
  }),
  words: {
    accepted: '{name} keeps its {store} under {key}.',
    refused: '{name} keeps its {store} under {key}; {wanted} is asked for.',
  },
  examples: {
    meets: [example('aws/sns', { topic: ['sns-topic', { encryption: 'aws-managed' }] }, topic)],
    misses: [example('No encryption', { topic: ['sns-topic'] }, topic)],
    silent: [example('No topic', { key: ['kms-key'] }, topic)],
  },
  run: (facts, on) => {
    const subjects = new Set(subjectsOf(facts, on).map((node) => node.id));
    return facts.stores
      .filter(({ node, store }) => subjects.has(node) && store.used && (on.stores?.includes(store.id) ?? true))
      .map(({ node, store }) => {
        const { key } = store;
        const good = key.type !== 'none' && on.accept.includes(key.type);
        const label =
          key.type === 'customer-managed'
            ? nameOf(facts, key.node)
            : key.type === 'aws-managed'
              ? key.alias
              : key.type === 'aws-owned'
                ? key.label
                : 'no key';
        const values = {
          name: nameOf(facts, node),
          store: store.label,
          key: label,
          wanted: on.accept.map((one) => one.replace('aws', 'AWS').replace('-', ' ')).join(' or '),
        };
        return say(good ? 'meets' : 'misses', good ? 'accepted' : 'refused', [node], values, {
          fields: [{ node, field: store.field }],
        });
      });
  },
});
