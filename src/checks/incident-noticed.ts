import * as z from 'zod/mini';
import { simulate } from '../engine/time/simulate';
import { Incident, Traffic } from '../model/incident';
import { int } from '../model/schema';
import type { Outcome, Verdict } from '../model/timeline';
import { defineCheck } from './define';
import { findings } from './finding';
import { INCIDENT_EXAMPLES } from './incident-examples';
import { nameOf } from './subjects';

const say = findings('incident-noticed');

const HOUR = 3600;
/** Hours after the last instant that is asked for: a run still has to end, a message to arrive. */
const AFTERMATH = 3;
/** Without a deadline, two days are looked at. */
const OPEN_ENDED = 48;

const amount = z.optional(z.number().check(z.minimum(0)));

export const check = defineCheck({
  id: 'incident-noticed',
  title: 'An incident is prevented, noticed, ended or named in time',
  help: 'Plays an incident against the design in simulated time, with the same dice every time, and compares it with the same days without it. Prevented: nothing came of it. Detected: a monitor or an alarm shows it. Notified: a person was told. Contained: a rollback or a function ended it. Attributable: a record names who did it. An incident that came to nothing needs nobody to notice it.',
  params: z
    .strictObject({
      incident: Incident,
      expect: z.optional(z.enum(['prevented', 'detected', 'notified', 'contained', 'attributable'])),
      /** counted from the start of the incident. */
      withinHours: z.optional(z.number().check(z.positive(), z.maximum(24 * 60))),
      /** the most that may be lost. */
      lossBelow: z.optional(z.strictObject({ requests: amount, wrong: amount, records: amount, dollars: amount })),
      traffic: z.prefault(Traffic, {}),
      seed: z._default(int(0, 1_000_000), 1),
    })
    .check(
      z.refine(
        (asked) => asked.expect !== undefined || asked.lossBelow !== undefined,
        'Say what to expect, or how much may be lost.',
      ),
    ),
  words: {
    prevented: 'It comes to nothing at {target}.',
    happens: 'It happens at {target}.',
    detected: '{target}: it shows after {hours} h.',
    notified: '{target}: somebody is told after {hours} h.',
    contained: '{target}: it is ended after {hours} h.',
    attributable: '{target}: a record names {who}.',
    late: '{target}: it takes {hours} h; {within} h are asked for.',
    'not-detected': '{target}: nothing shows it.',
    'not-notified': '{target}: nobody is told.',
    'not-contained': '{target}: nothing ends it by itself.',
    'not-attributable': '{target}: no record names anybody.',
    cheap: '{target}: {requests} requests, {wrong} right answers and {records} records are lost, {dollars} $.',
    costly:
      '{target}: {requests} requests, {wrong} right answers and {records} records are lost, {dollars} $. That is too much.',
    nowhere: 'Nothing in this design can meet the incident.',
  },
  examples: {
    meets: [INCIDENT_EXAMPLES.told, INCIDENT_EXAMPLES.mayNotDelete, INCIDENT_EXAMPLES.named],
    misses: [
      INCIDENT_EXAMPLES.tooLate,
      INCIDENT_EXAMPLES.silentTopic,
      INCIDENT_EXAMPLES.conceptUnseen,
      INCIDENT_EXAMPLES.mayDelete,
      INCIDENT_EXAMPLES.costly,
    ],
    silent: [INCIDENT_EXAMPLES.elsewhere],
  },
  run: (facts, { incident, expect, withinHours, lossBelow, traffic, seed }) => {
    const toHour = incident.atHour + (withinHours ?? incident.hours ?? OPEN_ENDED) + AFTERMATH;
    const { outcomes } = simulate(facts, { seed, fromHour: 0, toHour, traffic, incidents: [incident] });
    if (outcomes.length === 0) return [say('silent', 'nowhere', [])];
    return outcomes.flatMap((outcome) => {
      const target = nameOf(facts, outcome.target);
      return [
        ...(expect ? [answer(outcome, expect, target, withinHours)] : []),
        ...(lossBelow ? [lost(outcome, target, lossBelow)] : []),
      ];
    });
  },
});

function answer(outcome: Outcome, expect: Question, target: string, within: number | undefined) {
  const { prevented } = outcome;
  const verdict: Verdict = outcome[expect];
  const nodes = [outcome.target];
  if (prevented.holds || expect === 'prevented') {
    const word = prevented.holds ? 'prevented' : 'happens';
    return say(prevented.holds ? 'meets' : 'misses', word, nodes, { target }, { trace: prevented.trace });
  }
  const { trace } = verdict;
  if (!verdict.holds) return say('misses', `not-${expect}`, nodes, { target }, { trace });
  const hours = Math.round((((verdict.at ?? outcome.at) - outcome.at) / HOUR) * 100) / 100;
  if (within !== undefined && hours > within) return say('misses', 'late', nodes, { target, hours, within }, { trace });
  const who = outcome.attributable.who.join(', ');
  return say('meets', expect, nodes, { target, hours, who }, { trace });
}
type Question = 'prevented' | 'detected' | 'notified' | 'contained' | 'attributable';

function lost({ loss, target: node, prevented }: Outcome, target: string, below: Limits) {
  const over = (['requests', 'wrong', 'records', 'dollars'] as const).some((one) => {
    const limit = below[one];
    return limit !== undefined && loss[one] > limit;
  });
  const values = { target, ...loss };
  return say(over ? 'misses' : 'meets', over ? 'costly' : 'cheap', [node], values, { trace: prevented.trace });
}
type Limits = { readonly [what in keyof Outcome['loss']]?: number | undefined };
