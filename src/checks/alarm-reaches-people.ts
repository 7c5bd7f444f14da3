import * as z from 'zod/mini';
import { waitsFor } from '../engine/monitoring/threshold';
import { someText } from '../model/schema';
import { defineCheck } from './define';
import { atLeastOne, findings } from './finding';
import { nameOf } from './subjects';
import { WATCH_EXAMPLES } from './watch-examples';

const say = findings('alarm-reaches-people');

export const check = defineCheck({
  id: 'alarm-reaches-people',
  title: 'An alarm reaches somebody',
  help: 'Follows an alarm from a metric that is really published, over a threshold that can be crossed, through every permission of its actions, of a function that passes it on and of the key of the topic, to a confirmed subscription of a person. One chain that holds is enough. An alarm whose metric does not exist may have been meant for this; it is shown when no other alarm does the work.',
  params: z.strictObject({
    signal: someText(40),
    /** thresholds that make sense, in the unit of the metric. */
    between: z.optional(z.tuple([z.number(), z.number()])),
    /** which side of the threshold is the bad one. */
    side: z.optional(z.enum(['above', 'below'])),
  }),
  words: {
    reaches: '{alarm} tells {endpoint}.',
    breaks: '{alarm} tells nobody. The chain shows where it breaks.',
    threshold: '{alarm} waits for {threshold}. A threshold between {low} and {high} is asked for.',
    side: '{alarm} rings while the metric is on the good side of its threshold.',
    blind: '{alarm} watches no metric that exists.',
  },
  examples: {
    meets: [
      { ...WATCH_EXAMPLES.works, params: { signal: 'data-drift' } },
      { ...WATCH_EXAMPLES.works, params: { signal: 'data-drift', side: 'above' } },
      { ...WATCH_EXAMPLES.byFunction, params: { signal: 'data-drift' } },
    ],
    misses: [
      { ...WATCH_EXAMPLES.wrongMetric, params: { signal: 'data-drift' } },
      { ...WATCH_EXAMPLES.silentTopic, params: { signal: 'data-drift' } },
      { ...WATCH_EXAMPLES.works, params: { signal: 'data-drift', side: 'below' } },
      { ...WATCH_EXAMPLES.deafFunction, params: { signal: 'data-drift' } },
    ],
    silent: [{ ...WATCH_EXAMPLES.works, params: { signal: 'latency' } }],
  },
  run: (facts, { signal, between, side }) =>
    atLeastOne(
      facts.alarms
        .filter((one) => one.metric === undefined || one.metric.signal === signal)
        .map(({ alarm, metric, trace, reaches }) => {
          const values = { alarm: nameOf(facts, alarm), endpoint: reaches[0]?.endpoint ?? '' };
          const nodes = [alarm, ...trace.steps.filter((step) => step.verdict === 'fail').flatMap((step) => step.nodes)];
          if (!metric) return say('misses', 'blind', nodes, values, { trace });
          const facet = facts.alarmFacets.get(alarm);
          const threshold = facet?.threshold ?? 0;
          const looks = facet?.band?.sides ?? (facet?.comparison.startsWith('>') ? 'above' : 'below');
          if (side && facet && looks !== 'both' && looks !== side) {
            return say('misses', 'side', nodes, values, { fields: [{ node: alarm, field: 'comparison' }], trace });
          }
          if (between && (facet?.band || threshold < between[0] || threshold > between[1])) {
            const fields = [{ node: alarm, field: facet?.band ? 'comparison' : 'threshold' }];
            return say(
              'misses',
              'threshold',
              nodes,
              {
                ...values,
                threshold: facet ? waitsFor(facet).threshold : threshold,
                low: between[0],
                high: between[1],
              },
              { fields, trace },
            );
          }
          return say(trace.allowed ? 'meets' : 'misses', trace.allowed ? 'reaches' : 'breaks', nodes, values, {
            trace,
          });
        }),
    ),
});
