import * as z from 'zod/mini';
import { int } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('keys-rotate');

export const check = defineCheck({
  id: 'keys-rotate',
  title: 'Keys rotate on their own',
  help: 'Automatic rotation of a customer managed key is off until you switch it on. The period is 365 days unless you choose between 90 and 2560. Only keys that protect something are judged.',
  params: z.strictObject({ withinDays: z._default(int(90, 2560), 365) }),
  words: {
    rotates: '{key} rotates every {days} days.',
    late: '{key} rotates every {days} days; {within} are asked for.',
    never: '{key} does not rotate: automatic rotation is off.',
  },
  examples: {
    meets: [
      example('Rotation on', {
        data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }],
        key: ['kms-key', { enableKeyRotation: true }],
      }),
    ],
    misses: [
      example('The default: off', { data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }], key: ['kms-key'] }),
    ],
    silent: [example('A key that protects nothing', { key: ['kms-key'] })],
  },
  run: (facts, { withinDays }) => {
    const inUse = new Set(
      facts.stores.flatMap(({ store }) => (store.key.type === 'customer-managed' ? [store.key.node] : [])),
    );
    return [...inUse].flatMap((id) => {
      const key = facts.keys.get(id);
      if (!key) return [];
      const values = { key: nameOf(facts, id), days: key.rotationDays, within: withinDays };
      const fields = [{ node: id, field: 'enableKeyRotation' }];
      if (!key.rotates) return [say('misses', 'never', [id], values, { fields })];
      const soon = key.rotationDays <= withinDays;
      return [say(soon ? 'meets' : 'misses', soon ? 'rotates' : 'late', [id], values, { fields })];
    });
  },
});
