import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('keys-not-ending');

export const check = defineCheck({
  id: 'keys-not-ending',
  title: 'No key waits for its deletion',
  help: 'A key that is scheduled for deletion refuses every use at once, and after 7 to 30 days what it encrypted can never be read again. Until then the deletion can be cancelled.',
  params: z.strictObject({}),
  words: {
    stays: '{key} is not scheduled for deletion.',
    ends: '{key} is deleted in {days} days; {count} places rest under it.',
  },
  examples: {
    meets: [example('A key in use', { key: ['kms-key'] })],
    misses: [example('Scheduled for deletion', { key: ['kms-key', { pendingDeletion: true }] })],
    silent: [example('No key', { data: ['s3-bucket'] })],
  },
  run: (facts) =>
    [...facts.keys].map(([id, key]) => {
      const ends = key.deletesInDays !== undefined;
      const count = facts.stores.filter(
        ({ store }) => store.key.type === 'customer-managed' && store.key.node === id,
      ).length;
      const values = { key: nameOf(facts, id), days: key.deletesInDays ?? 0, count };
      return say(ends ? 'misses' : 'meets', ends ? 'ends' : 'stays', [id], values);
    }),
});
