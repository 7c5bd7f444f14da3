import * as z from 'zod/mini';
import type { SecurityRule } from '../engine/network/facets';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';

const say = findings('group-rules-avoid');
const WORLD: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);
const WHAT = ['world', 'all-protocols', 'port-range', 'many-addresses'] as const;
type What = (typeof WHAT)[number];
type Written = { readonly [key: string]: string | number };
const group = (...ingress: Written[]) =>
  ({ net: ['vpc', { cidr: '10.0.0.0/16' }], guard: ['security-group', { ingress }, 'net'] }) as const;
const https = { protocol: 'tcp', fromPort: 443, toPort: 443 };

export const check = defineCheck({
  id: 'group-rules-avoid',
  title: 'Inbound rules of security groups name what they let in',
  help: 'Reads every inbound rule of every security group. `world`: the whole internet. `all-protocols`: every protocol. `port-range`: more than one port. `many-addresses`: more than one address; a rule that names a group is exact. A group without inbound rules lets nobody in and is not judged.',
  params: z.strictObject({ refuses: z.enum(WHAT) }),
  words: {
    exact: '{name}: none of {count} inbound rules does.',
    world: '{name} lets in {cidr}, the whole internet.',
    'all-protocols': '{name} lets in every protocol from {from}.',
    'port-range': '{name} lets in ports {first} to {last} from {from}.',
    'many-addresses': '{name} lets in all of {cidr}.',
  },
  examples: {
    meets: [
      example('One address', group({ ...https, cidr: '10.0.0.9/32' }), { refuses: 'many-addresses' }),
      example('One port', group({ ...https, cidr: '0.0.0.0/0' }), { refuses: 'port-range' }),
    ],
    misses: [
      example('The whole internet', group({ ...https, cidr: '0.0.0.0/0' }), { refuses: 'world' }),
      example('Every protocol', group({ protocol: 'all', cidr: '10.0.0.0/8' }), { refuses: 'all-protocols' }),
      example('A range', group({ ...https, toPort: 444, cidr: '10.0.0.0/8' }), { refuses: 'port-range' }),
      example('A network', group({ ...https, cidr: '10.0.0.0/8' }), { refuses: 'many-addresses' }),
    ],
    silent: [
      example('No inbound rules', group(), { refuses: 'world' }),
      example('No security group', { data: ['s3-bucket'] }, { refuses: 'world' }),
    ],
  },
  run: (facts, { refuses }) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'security-group' || facet.ingress.length === 0) return [];
      const wide = facet.ingress.filter((rule) => does(rule, refuses));
      const values = { name: node.name, count: facet.ingress.length };
      if (wide.length === 0) return [say('meets', 'exact', [node.id], values)];
      return wide.map((rule) => {
        const cidr = rule.cidr ?? '';
        const from = cidr === '' ? 'a group' : cidr;
        const said = { name: node.name, cidr, from, first: rule.fromPort, last: rule.toPort };
        return say('misses', refuses, [node.id], said, { fields: [{ node: node.id, field: rule.field }] });
      });
    }),
});

function does(rule: SecurityRule, what: What): boolean {
  switch (what) {
    case 'world':
      return WORLD.has(rule.cidr ?? '');
    case 'all-protocols':
      return rule.protocol === 'all';
    case 'port-range':
      return (rule.protocol === 'tcp' || rule.protocol === 'udp') && rule.fromPort !== rule.toPort;
    case 'many-addresses':
      return rule.cidr !== undefined && !/\/(32|128)$/.test(rule.cidr);
  }
}
