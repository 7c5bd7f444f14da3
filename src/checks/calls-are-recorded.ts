import * as z from 'zod/mini';
import { accountOf } from '../engine/accounts';
import { selects } from '../engine/monitoring/record';
import { defineCheck } from './define';
import { draw } from './example';
import { findings } from './finding';
import { Action, nameOf } from './subjects';
import TRAIL_EXAMPLES from './trail-examples.json' with { type: 'json' };

const say = findings('calls-are-recorded');

export const check = defineCheck({
  id: 'calls-are-recorded',
  title: 'Each call leaves a record with a name',
  help: 'Asks for every resource that offers the action: is there a trail in the account of the resource that selects this kind of event, and whose log files really arrive? Data events are off by default and never appear in the Event history.',
  params: z.strictObject({ action: Action }),
  words: {
    recorded: '{trail} records {event} on {name}.',
    unselected: '{event} on {name} leaves no record: no trail of its account selects this data event of {type}.',
    undelivered: '{event} on {name} leaves no record: {trail} selects it but its files do not arrive.',
    history: '{event} on {name} is kept in the Event history for 90 days only; no trail of its account selects it.',
  },
  examples: {
    meets: [{ ...TRAIL_EXAMPLES.works, params: { action: 's3:GetObject' } }],
    misses: [
      { ...TRAIL_EXAMPLES.noDataEvents, params: { action: 's3:GetObject' } },
      { ...TRAIL_EXAMPLES.bucketRefuses, params: { action: 's3:GetObject' } },
      {
        title: 'The trail of another account',
        diagram: {
          nodes: {
            ...TRAIL_EXAMPLES.works.diagram.nodes,
            ...draw({ partner: ['aws-account'], scans: ['s3-bucket', {}, 'partner'] }).nodes,
          },
        },
        params: { action: 's3:GetObject' },
      },
    ],
    silent: [{ ...TRAIL_EXAMPLES.works, params: { action: 'sagemaker:InvokeEndpoint' } }],
  },
  run: (facts, { action }) =>
    facts.nodes.flatMap((node) => {
      const { record, resource } = facts.operationsOf(node.id).find((one) => one.action === action) ?? {};
      if (!record) return [];
      const account = accountOf(node.id, facts);
      const own = facts.trails.filter(({ trail }) => accountOf(trail, facts) === account);
      const selecting = own.filter((one) => selects(one, record, resource));
      const able = selecting.find((one) => one.trace.allowed);
      const values = {
        name: node.name,
        event: record.eventName,
        type: record.resourceType,
        trail: nameOf(facts, (able ?? selecting[0])?.trail),
      };
      if (able) return [say('meets', 'recorded', [able.trail, node.id], values)];
      const broken = selecting[0];
      if (broken) return [say('misses', 'undelivered', [broken.trail, node.id], values, { trace: broken.trace })];
      const nodes = [node.id, ...own.map((one) => one.trail)];
      return [say('misses', record.category === 'data' ? 'unselected' : 'history', nodes, values)];
    }),
});
