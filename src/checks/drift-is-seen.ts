import * as z from 'zod/mini';
import { defineCheck } from './define';
import { findings, atLeastOne } from './finding';
import { WATCH_EXAMPLES } from './watch-examples';
import { nameOf } from './subjects';

const say = findings('drift-is-seen');

export const check = defineCheck({
  id: 'drift-is-seen',
  title: 'Drift is seen in time',
  help: 'Follows a monitoring schedule from captured requests through baseline, permissions and interval to its result. A run may start up to 20 minutes after its hour. One schedule that works is enough.',
  params: z.strictObject({
    watches: z.enum(['data-quality', 'model-quality', 'model-bias', 'explainability']),
    withinHours: z.number().check(z.minimum(1), z.maximum(200)),
  }),
  words: {
    seen: '{schedule} sees it within {hours} h.',
    late: '{schedule} sees it only after {hours} h; {within} h are asked for.',
    blind: '{schedule} does not see it. The chain shows where it breaks.',
  },
  examples: {
    meets: [{ ...WATCH_EXAMPLES.works, params: { watches: 'data-quality', withinHours: 2 } }],
    misses: [
      { ...WATCH_EXAMPLES.noCapture, params: { watches: 'data-quality', withinHours: 2 } },
      { ...WATCH_EXAMPLES.noBaseline, params: { watches: 'data-quality', withinHours: 2 } },
    ],
    silent: [{ ...WATCH_EXAMPLES.works, params: { watches: 'model-bias', withinHours: 2 } }],
  },
  run: (facts, { watches, withinHours }) =>
    atLeastOne(
      facts.schedules
        .filter((one) => one.facet.watches === watches)
        .map(({ schedule, trace, detectionHours }) => {
          const values = {
            schedule: nameOf(facts, schedule),
            hours: Math.round((detectionHours ?? 0) * 10) / 10,
            within: withinHours,
          };
          const nodes = [
            schedule,
            ...trace.steps.filter((step) => step.verdict === 'fail').flatMap((step) => step.nodes),
          ];
          if (detectionHours === undefined) return say('misses', 'blind', nodes, values, { trace });
          const intime = detectionHours <= withinHours;
          return say(intime ? 'meets' : 'misses', intime ? 'seen' : 'late', nodes, values, { trace });
        }),
    ),
});
