import * as z from 'zod/mini';
import type { Json } from '../model/json';
import { defineCheck } from './define';
import { example, policy } from './example';
import { atLeastOne, findings } from './finding';
import { nameOf } from './subjects';

const say = findings('findings-reach-people');

const SEARCHES = ['threats', 'posture', 'changes', 'sensitive-data', 'external-access', 'unused-access'] as const;

/** A detector of threats, a rule that hears it, and a topic that admits rules and tells security. */
function watched({
  rule = {},
  topic = {},
  detector = {},
}: {
  readonly [node: string]: { readonly [key: string]: Json };
}) {
  return {
    detector: ['guardduty-detector', detector],
    rule: [
      'eventbridge-rule',
      { pattern: JSON.stringify({ 'detail-type': ['GuardDuty Finding'] }), targets: ['topic'], ...rule },
    ],
    topic: [
      'sns-topic',
      {
        policy: policy({
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '*',
        }),
        subscriptions: [{ protocol: 'email', endpoint: 'security@example.com', confirmed: true }],
        ...topic,
      },
    ],
  } as const;
}

export const check = defineCheck({
  id: 'findings-reach-people',
  title: 'What a detector finds reaches somebody',
  help: 'Follows the findings of a detector: it is on and can look, a rule hears them, each target takes what the rule sends, and in the end a person is told, also where a function passes it on. One detector of which all holds is enough.',
  params: z.strictObject({
    /** what it must look for; left out, any detector counts. */
    finds: z.optional(z.enum(SEARCHES)),
  }),
  words: {
    reaches: '{detector} tells {endpoint} what it finds.',
    blind: '{detector} finds nothing. The chain shows why.',
    unheard: '{detector} finds, and nobody is told. The chain shows where it breaks.',
  },
  examples: {
    meets: [example('Detector, rule, topic, person', watched({}), { finds: 'threats' })],
    misses: [
      example('The detector is suspended', watched({ detector: { enable: false } })),
      example(
        'The rule hears something else',
        watched({ rule: { pattern: JSON.stringify({ source: ['aws.macie'] }) } }),
      ),
      example('The topic admits alarms, and no rules', watched({ topic: { policy: '' } })),
      example('Nobody has subscribed', watched({ topic: { subscriptions: [] } })),
    ],
    silent: [
      example('Another kind of detector', watched({}), { finds: 'sensitive-data' }),
      example('No detector', { topic: ['sns-topic'] }),
    ],
  },
  run: (facts, { finds }) =>
    atLeastOne(
      facts.detectors
        .filter(({ facet }) => finds === undefined || facet.finds.includes(finds))
        .map(({ detector, works, reaches, trace }) => {
          const values = { detector: nameOf(facts, detector), endpoint: reaches[0]?.endpoint ?? '' };
          const nodes = [detector, ...reaches.map(({ topic }) => topic)];
          if (trace.allowed) return say('meets', 'reaches', nodes, values, { trace });
          return say('misses', works ? 'unheard' : 'blind', nodes, values, { trace });
        }),
    ),
});
