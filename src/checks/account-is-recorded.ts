import * as z from 'zod/mini';
import { accountOf } from '../engine/accounts';
import type { Facts, TrailChain } from '../engine/facts';
import { records } from '../engine/monitoring/record';
import type { RecordFacet } from '../engine/record-facet';
import { choice, flag, text } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { atLeastOne, findings } from './finding';
import { nameOf } from './subjects';
import TRAIL_EXAMPLES from './trail-examples.json' with { type: 'json' };

const { nodes } = TRAIL_EXAMPLES.works.diagram;
const say = findings('account-is-recorded');

/** A call to something in the account of the trail that its selectors leave out, whichever resource they name. */
function leftOut({ trail, facet }: TrailChain, facts: Facts, asked: (record: RecordFacet | undefined) => boolean) {
  if (!facet.leavesOut) return undefined;
  const account = accountOf(trail, facts);
  for (const { id, name } of facts.nodes.filter((node) => accountOf(node.id, facts) === account))
    for (const { record } of facts.operationsOf(id))
      if (record && asked(record) && facet.leavesOut(record)) return { id, name, event: record.eventName };
  return undefined;
}

export const check = defineCheck({
  id: 'account-is-recorded',
  title: 'A trail records what happens',
  help: 'As soon as something is drawn that leaves records, a trail must be logging, select the events that are asked for, and deliver its files. One such trail is enough. The Event history keeps management events for 90 days only and never data events.',
  params: z.strictObject({
    category: choice(['management', 'data'], 'management'),
    /** for data events: the resource type, as a trail selects it. */
    type: z._default(text(80), '*'),
    /** the trail must cover every Region. */
    multiRegion: flag(false),
  }),
  words: {
    recorded: '{trail} records {category} events.',
    partly: '{trail} leaves out {event} on {name}.',
    unselected: '{trail} does not select {category} events.',
    'one-region': '{trail} covers one Region only.',
    undelivered: '{trail} does not deliver. The chain shows where it stops.',
    none: '{count} resources leave records, and no trail keeps them.',
  },
  examples: {
    meets: [TRAIL_EXAMPLES.works, { ...TRAIL_EXAMPLES.works, params: TRAIL_EXAMPLES.objectEvents }],
    misses: [
      example('A bucket and no trail', { data: ['s3-bucket'] }),
      TRAIL_EXAMPLES.bucketRefuses,
      { ...TRAIL_EXAMPLES.noDataEvents, params: TRAIL_EXAMPLES.objectEvents },
      {
        title: 'Only reads of management events',
        diagram: {
          nodes: {
            ...nodes,
            trail: { ...nodes.trail, props: { ...nodes.trail.props, managementReadWrite: 'ReadOnly' } },
          },
        },
      },
      { ...TRAIL_EXAMPLES.oneRegion, params: { multiRegion: true } },
    ],
    silent: [{ title: 'An empty canvas', diagram: { nodes: {} } }],
  },
  run: (facts, { category, type, multiRegion }) => {
    const asked = (record: RecordFacet | undefined) =>
      record?.category === category && (type === '*' || record.resourceType === type);
    const subjects = facts.nodes.filter((node) => facts.operationsOf(node.id).some(({ record }) => asked(record)));
    if (facts.trails.length === 0) {
      if (subjects.length === 0) return [];
      const nodes = subjects.map((node) => node.id);
      return [say('misses', 'none', nodes, { count: subjects.length })];
    }
    return atLeastOne(
      facts.trails.map((one) => {
        const nodes = [one.trail];
        const values = { trail: nameOf(facts, one.trail), category };
        const any = category === 'data' && type === '*' && one.facet.dataEvents.length > 0;
        if (!any && !records(one, category, type)) return say('misses', 'unselected', nodes, values);
        const left = leftOut(one, facts, asked);
        if (left) return say('misses', 'partly', [one.trail, left.id], { ...values, ...left });
        if (multiRegion && !one.facet.multiRegion) return say('misses', 'one-region', nodes, values);
        if (!one.trace.allowed) return say('misses', 'undelivered', nodes, values, { trace: one.trace });
        return say('meets', 'recorded', nodes, values, { trace: one.trace });
      }),
    );
  },
});
