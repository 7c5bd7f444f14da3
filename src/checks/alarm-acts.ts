import * as z from 'zod/mini';
import { flag } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';
import { WATCH_EXAMPLES } from './watch-examples';

const say = findings('alarm-acts');

export const check = defineCheck({
  id: 'alarm-acts',
  title: 'Each alarm has an action',
  help: 'An alarm without an action changes a colour on a console that nobody looks at. With `enabled`, the actions must be switched on as well. Whether the message reaches a person is the question of another check.',
  params: z.strictObject({ enabled: flag(false) }),
  words: {
    acts: '{alarm} acts on {target}.',
    idle: '{alarm} has no action.',
    off: '{alarm} has actions, and they are switched off.',
  },
  examples: {
    meets: [WATCH_EXAMPLES.works],
    misses: [
      example('No action', { alarm: ['cloudwatch-alarm'] }),
      example(
        'Actions switched off',
        { alarm: ['cloudwatch-alarm', { actionsEnabled: false, alarmActions: ['topic'] }], topic: ['sns-topic'] },
        { enabled: true },
      ),
    ],
    silent: [example('No alarm', { topic: ['sns-topic'] })],
  },
  run: (facts, { enabled }) =>
    [...facts.alarmFacets].map(([id, facet]) => {
      const values = { alarm: nameOf(facts, id), target: facet.actions.map((one) => nameOf(facts, one)).join(', ') };
      if (facet.actions.length === 0)
        return say('misses', 'idle', [id], values, { fields: [{ node: id, field: 'alarmActions' }] });
      if (enabled && !facet.actionsEnabled)
        return say('misses', 'off', [id], values, { fields: [{ node: id, field: 'actionsEnabled' }] });
      return say('meets', 'acts', [id, ...facet.actions], values);
    }),
});
