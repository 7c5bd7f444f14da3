import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('logs-are-kept');

export const check = defineCheck({
  id: 'logs-are-kept',
  title: 'Logs are kept long enough, and not for ever',
  help: 'A log group without a retention setting never forgets, which is its own finding under storage limitation. Each log group must lie between the two limits.',
  params: z.strictObject({
    minDays: z._default(z.int().check(z.minimum(1)), 365),
    maxDays: z.optional(z.int().check(z.maximum(3653))),
  }),
  words: {
    kept: '{log} keeps its events for {days} days.',
    short: '{log} keeps its events for {days} days; at least {min} are asked for.',
    long: '{log} keeps its events for {days} days; at most {max} are allowed.',
    forever: '{log} never forgets: no retention is set.',
  },
  examples: {
    meets: [example('One year', { logs: ['log-group', { retentionDays: 365 }] })],
    misses: [
      example('One week', { logs: ['log-group', { retentionDays: 7 }] }),
      example('Never expires', { logs: ['log-group'] }, { maxDays: 731 }),
    ],
    silent: [example('No log group', { key: ['kms-key'] })],
  },
  run: (facts, { minDays, maxDays }) =>
    [...facts.logs].map(([id, { retentionDays }]) => {
      const values = { log: nameOf(facts, id), days: retentionDays ?? 0, min: minDays, max: maxDays ?? 0 };
      const fields = [{ node: id, field: 'retentionDays' }];
      if (retentionDays === undefined) {
        return maxDays === undefined
          ? say('meets', 'forever', [id], values, { fields })
          : say('misses', 'forever', [id], values, { fields });
      }
      if (retentionDays < minDays) return say('misses', 'short', [id], values, { fields });
      if (maxDays !== undefined && retentionDays > maxDays) return say('misses', 'long', [id], values, { fields });
      return say('meets', 'kept', [id], values, { fields });
    }),
});
