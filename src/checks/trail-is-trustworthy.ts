import * as z from 'zod/mini';
import { defineCheck } from './define';
import { findings } from './finding';
import { nameOf } from './subjects';
import TRAIL_EXAMPLES from './trail-examples.json' with { type: 'json' };

const say = findings('trail-is-trustworthy');

export const check = defineCheck({
  id: 'trail-is-trustworthy',
  title: 'The audit trail can be trusted',
  help: 'A trail counts when its files arrive, it covers every Region, and log-file validation shows whether a file was changed or removed. The API and CloudFormation leave the last two off by default.',
  params: z.strictObject({}),
  words: {
    holds: '{trail} delivers, covers every Region and validates its files.',
    'one-region': '{trail} covers one Region only.',
    unvalidated: '{trail} does not validate its log files, so a change would go unseen.',
    undelivered: '{trail} does not deliver. The chain shows where it stops.',
  },
  examples: {
    meets: [TRAIL_EXAMPLES.works],
    misses: [TRAIL_EXAMPLES.bucketRefuses, TRAIL_EXAMPLES.oneRegion],
    silent: [{ title: 'No trail', diagram: { nodes: {} } }],
  },
  run: (facts) =>
    facts.trails.map(({ trail, facet, trace }) => {
      const values = { trail: nameOf(facts, trail) };
      if (!trace.allowed) return say('misses', 'undelivered', [trail], values, { trace });
      if (!facet.multiRegion) return say('misses', 'one-region', [trail], values);
      if (!facet.validatesFiles) return say('misses', 'unvalidated', [trail], values);
      return say('meets', 'holds', [trail], values);
    }),
});
