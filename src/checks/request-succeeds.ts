import * as z from 'zod/mini';
import { firstFailure } from '../model/trace';
import { defineCheck } from './define';
import { CALL_EXAMPLES } from './call-examples';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('request-succeeds');

export const check = defineCheck({
  id: 'request-succeeds',
  title: 'A request reaches its goal',
  help: 'Walks every drawn call that asks for the action, or every call where no action is named: name, route, security groups, network ACLs, policies, keys. It misses at the first step that fails. Without such a call it stays silent.',
  params: z.strictObject({
    /** left out: whatever is called. */
    action: z.optional(Action),
  }),
  words: {
    works: '{from} reaches {to}.',
    fails: '{from} does not reach {to}. The walk shows the step that stops it.',
  },
  examples: {
    meets: [CALL_EXAMPLES.works, { ...CALL_EXAMPLES.works, title: 'Whatever is called', params: {} }],
    misses: [CALL_EXAMPLES.noPermission],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) => {
    const calls =
      action === undefined ? facts.requests.filter(({ spec }) => spec.purpose === 'call') : callsOf(facts, action);
    return calls.map(({ spec, trace }) => {
      const values = { from: nameOf(facts, spec.from), to: nameOf(facts, spec.to) };
      const failure = firstFailure(trace);
      const nodes = [spec.from, ...(failure?.nodes ?? (spec.to === undefined ? [] : [spec.to]))];
      return say(trace.allowed ? 'meets' : 'misses', trace.allowed ? 'works' : 'fails', nodes, values, { trace });
    });
  },
});
