import * as z from 'zod/mini';
import { readPath } from '../model/path';
import { int, someItems, someText } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Places, placesOf } from './subjects';

const say = findings('data-ends');
const inAMonth = {
  places: [{ kinds: ['s3-bucket'] }],
  terms: [
    { field: 'lifecycleExpireDays', label: 'objects' },
    { field: 'noncurrentExpireDays', label: 'old versions', while: 'versioning' },
  ],
  maxDays: 30,
};

export const check = defineCheck({
  id: 'data-ends',
  title: 'Data is gone after so many days',
  help: 'Adds up the terms after which data goes, one after the other: with versioning, an expired object stays as an old version for a second term. A term that is not set never ends. A term that counts only while something is switched on is left out when it is off. With `minDays`, the first term must last that long.',
  params: z.strictObject({
    places: Places,
    terms: someItems(
      z.strictObject({
        field: someText(80),
        /** what goes, in the sentence. */
        label: someText(80),
        /** counts only while this property is on. */
        while: z.optional(someText(80)),
      }),
      4,
    ),
    maxDays: int(1, 36_500),
    /** what is needed for a while may not go earlier. */
    minDays: z._default(int(0, 36_500), 0),
  }),
  words: {
    ends: '{name}: nothing stays longer than {days} days.',
    long: '{name}: data stays for {days} days in all; at most {max} are allowed.',
    forever: '{name} never deletes {what}.',
    early: '{name}: {what} are gone after {days} days; they are needed for {min}.',
  },
  examples: {
    meets: [
      example('One term', { data: ['s3-bucket', { lifecycleExpireDays: 30 }] }, inAMonth),
      example(
        'Two terms in a row',
        { data: ['s3-bucket', { versioning: true, lifecycleExpireDays: 23, noncurrentExpireDays: 7 }] },
        inAMonth,
      ),
    ],
    misses: [
      example('For ever', { data: ['s3-bucket'] }, inAMonth),
      example('Old versions stay', { data: ['s3-bucket', { versioning: true, lifecycleExpireDays: 30 }] }, inAMonth),
      example(
        'Each is short enough, both together are not',
        { data: ['s3-bucket', { versioning: true, lifecycleExpireDays: 30, noncurrentExpireDays: 30 }] },
        inAMonth,
      ),
      example('Gone too early', { data: ['s3-bucket', { lifecycleExpireDays: 3 }] }, { ...inAMonth, minDays: 4 }),
    ],
    silent: [example('No bucket', { key: ['kms-key'] }, inAMonth)],
  },
  run: (facts, { places, terms, maxDays, minDays }) =>
    placesOf(facts, places).map((node) => {
      const counted = terms.filter((term) => term.while === undefined || readPath(node.props, term.while) === true);
      const fields = counted.map(({ field }) => ({ node: node.id, field }));
      let days = 0;
      for (const [index, { field, label }] of counted.entries()) {
        const term = readPath(node.props, field);
        if (typeof term !== 'number') {
          const unset = [{ node: node.id, field }];
          return say('misses', 'forever', [node.id], { name: node.name, what: label }, { fields: unset });
        }
        if (index === 0 && term < minDays) {
          const said = { name: node.name, what: label, days: term, min: minDays };
          return say('misses', 'early', [node.id], said, { fields: [{ node: node.id, field }] });
        }
        days += term;
      }
      const ends = days <= maxDays;
      const values = { name: node.name, days, max: maxDays };
      return say(ends ? 'meets' : 'misses', ends ? 'ends' : 'long', [node.id], values, { fields });
    }),
});
