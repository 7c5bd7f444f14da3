import * as z from 'zod/mini';
import type { Reason } from '../model/trace';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('deployable');

export const check = defineCheck({
  id: 'deployable',
  title: 'AWS would accept the drawing',
  help: 'A drawing with an error is one that AWS refuses: a property out of range, a reference to nothing, a resource in the wrong place, overlapping subnets, a policy that does not parse. Warnings do not count. An empty canvas is silent.',
  params: z.strictObject({}),
  words: {
    accepted: 'AWS would accept all {count} resources.',
    refused: '{name} would be refused. {count} in the list of problems.',
  },
  examples: {
    meets: [example('A bucket with defaults', { data: ['s3-bucket'] })],
    misses: [
      example('A subnet outside its VPC', {
        net: ['vpc', { cidr: '10.0.0.0/16' }],
        app: ['subnet', { cidr: '192.168.1.0/24' }, 'net'],
      }),
      example('A policy that is not JSON', { data: ['s3-bucket', { policy: '{' }] }),
    ],
    silent: [{ title: 'An empty canvas', diagram: { nodes: {} } }],
  },
  run: (facts) => {
    if (facts.nodes.length === 0) return [];
    const errors = facts.problems.filter((one) => one.severity === 'error');
    if (errors.length === 0) return [say('meets', 'accepted', [], { count: facts.nodes.length })];
    return errors.map((one) =>
      say(
        'misses',
        'refused',
        one.nodes,
        { name: nameOf(facts, one.nodes[0]), count: sentence(one.reason) },
        one.fields && { fields: one.fields },
      ),
    );
  },
});

/** The code of a problem as a short name: `network.subnet-overlap` → "subnet overlap". */
function sentence(reason: Reason): string {
  return `"${reason.code.slice(reason.code.indexOf('.') + 1).replaceAll('-', ' ')}" stands`;
}
