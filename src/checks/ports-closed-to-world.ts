import * as z from 'zod/mini';
import type { SecurityRule } from '../engine/network/facets';
import { int, someItems } from '../model/schema';
import { defineCheck } from './define';
import { isEverywhere } from './everywhere';
import { example } from './example';
import { findings } from './finding';

const say = findings('ports-closed-to-world');
const group = (cidr: string, port: number) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    guard: ['security-group', { ingress: [{ protocol: 'tcp', fromPort: port, toPort: port, cidr }] }, 'net'],
  }) as const;

export const check = defineCheck({
  id: 'ports-closed-to-world',
  title: 'No security group opens these ports to many addresses',
  help: 'Reads the inbound rules of every security group. `world`: the whole internet; `range`: any range of addresses, so that only groups may be named, and a group without rules for TCP is not judged. A rule for all traffic, or a range that contains the port, opens it as well as a rule for the port alone. Whether a route leads there today does not matter: the rule waits for one.',
  params: z.strictObject({
    ports: z._default(someItems(int(0, 65_535), 20), [22]),
    from: z._default(z.enum(['world', 'range']), 'world'),
  }),
  words: {
    closed: '{name} does not open {ports} to the whole internet.',
    named: '{name} opens {ports} to no range of addresses.',
    open: '{name} opens port {port} to {cidr}.',
  },
  examples: {
    meets: [
      example('SSH from the company only', group('10.0.0.0/8', 22)),
      example('HTTPS from everywhere', group('0.0.0.0/0', 443)),
      example('Another port from a network', group('10.0.0.0/8', 443), { ports: [3306], from: 'range' }),
    ],
    misses: [
      example('SSH from everywhere', group('0.0.0.0/0', 22)),
      example('A database from a network', group('10.0.0.0/8', 3306), { ports: [3306], from: 'range' }),
      example('All traffic from everywhere', {
        net: ['vpc', { cidr: '10.0.0.0/16' }],
        guard: ['security-group', { ingress: [{ protocol: 'all', cidr: '0.0.0.0/0' }] }, 'net'],
      }),
    ],
    silent: [example('No security group', { data: ['s3-bucket'] })],
  },
  run: (facts, { ports, from }) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'security-group') return [];
      const open = facet.ingress.flatMap((rule) =>
        (from === 'world' ? isEverywhere(rule.cidr) : rule.cidr !== undefined)
          ? ports.filter((port) => covers(rule, port)).map((port) => ({ rule, port }))
          : [],
      );
      if (from === 'range' && !facet.ingress.some(({ protocol }) => protocol === 'tcp' || protocol === 'all'))
        return [];
      const good = from === 'world' ? 'closed' : 'named';
      if (open.length === 0) return [say('meets', good, [node.id], { name: node.name, ports: ports.join(', ') })];
      return open.map(({ rule, port }) =>
        say(
          'misses',
          'open',
          [node.id],
          { name: node.name, port, cidr: rule.cidr ?? '' },
          { fields: [{ node: node.id, field: rule.field }] },
        ),
      );
    }),
});

function covers(rule: SecurityRule, port: number): boolean {
  if (rule.protocol === 'all') return true;
  return rule.protocol === 'tcp' && rule.fromPort <= port && port <= rule.toPort;
}
