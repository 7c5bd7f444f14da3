import * as z from 'zod/mini';
import type { AnyCheck, Checks } from '../../src/engine/check';
import type { Diagram } from '../../src/model/diagram';
import { Scenario } from '../../src/model/scenario';
import { createSession } from '../../src/store/session';
import { simulator } from '../../src/store/simulator';
import { drawn, fakes, node } from '../game/fake-kinds';

/** Meets for every thing with a key, misses for one without. */
const keyed: AnyCheck = {
  id: 'keyed',
  title: 'Things have a key',
  help: 'Asks for a key.',
  params: z.strictObject({}) as unknown as AnyCheck['params'],
  words: { yes: '{node} has a key.', no: '{node} has no key.' },
  examples: { meets: [], misses: [], silent: [] },
  run: (facts) =>
    facts.withTrait('thing').map((thing) => {
      const has = typeof thing.props['key'] === 'string';
      return {
        answer: has ? ('meets' as const) : ('misses' as const),
        nodes: [thing.id],
        reason: { code: has ? 'keyed.yes' : 'keyed.no', values: { node: thing.name } },
      };
    }),
};
export const checks: Checks = new Map([['keyed', keyed]]);

export const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'some-scenario',
  title: 'Some scenario',
  summary: 'For tests.',
  story: 'A story.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Security',
  start: drawn(node('thing-1', 'thing', { name: 'data' }), node('key-1', 'key', { name: 'cmk' })),
  allowedKinds: ['thing', 'key', 'yard'],
  requirements: [
    {
      id: 'has-key',
      title: 'Encrypted',
      check: 'keyed',
      points: 10,
      hints: [
        { level: 'where', text: 'On the thing.' },
        { level: 'nudge', text: 'Think of keys.' },
      ],
      debrief: 'Because.',
    },
  ],
  debrief: 'Well.',
});

/** A session with a clock that the test moves. */
export function sceneOf(diagram?: Diagram) {
  const time = { at: Date.parse('2026-01-01T00:00:00Z') };
  const session = createSession({
    scenario,
    catalog: fakes,
    simulator: simulator({ scenario, catalog: fakes, checks }),
    ...(diagram ? { diagram } : {}),
    now: () => new Date(time.at).toISOString(),
  });
  return { session, time, actions: session.getState().actions, state: () => session.getState() };
}
