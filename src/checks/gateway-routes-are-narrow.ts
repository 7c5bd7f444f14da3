import * as z from 'zod/mini';
import { defineCheck } from './define';
import { isEverywhere } from './everywhere';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('gateway-routes-are-narrow');
const table = (destination: string) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    igw: ['internet-gateway', {}, 'net'],
    table: ['route-table', { routes: [{ destination, target: 'igw' }] }, 'net'],
  }) as const;

export const check = defineCheck({
  id: 'gateway-routes-are-narrow',
  title: 'No route sends everything to an internet gateway',
  help: 'A route of 0.0.0.0/0 to an internet gateway makes a subnet public. A public NAT gateway of the zonal kind needs exactly such a subnet, so this rule and that design exclude each other.',
  params: z.strictObject({}),
  words: {
    narrow: '{table} sends {destination} to {gateway}, and no more.',
    all: '{table} sends {destination}, that is everything, to {gateway}.',
  },
  examples: {
    meets: [example('One network of a partner', table('198.51.100.0/24'))],
    misses: [example('Everything', table('0.0.0.0/0'))],
    silent: [
      example('No route to an internet gateway', {
        net: ['vpc', { cidr: '10.0.0.0/16' }],
        table: ['route-table', {}, 'net'],
      }),
    ],
  },
  run: (facts) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'route-table') return [];
      return facet.routes
        .filter((route) => route.target !== undefined && facts.networkOf(route.target)?.role === 'internet-gateway')
        .map((route) => {
          const all = isEverywhere(route.destination);
          return say(
            all ? 'misses' : 'meets',
            all ? 'all' : 'narrow',
            [node.id, ...(route.target === undefined ? [] : [route.target])],
            { table: node.name, destination: route.destination, gateway: nameOf(facts, route.target) },
            { fields: [{ node: node.id, field: route.field }] },
          );
        });
    }),
});
