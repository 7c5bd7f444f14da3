import * as z from 'zod/mini';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('new-subnets-private');

const net = (mainLeadsOut: boolean) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16', mainRouteTable: 'main' }],
    gateway: ['internet-gateway', {}, 'net'],
    main: ['route-table', { routes: mainLeadsOut ? [{ destination: '0.0.0.0/0', target: 'gateway' }] : [] }, 'net'],
    outer: ['route-table', { routes: [{ destination: '0.0.0.0/0', target: 'gateway' }] }, 'net'],
    edge: ['subnet', { cidr: '10.0.0.0/24', routeTable: 'outer' }, 'net'],
  }) as const;

export const check = defineCheck({
  id: 'new-subnets-private',
  title: 'A new subnet starts private',
  help: 'A subnet that names no route table uses the main route table of its VPC. When that one leads to an internet gateway, every subnet that somebody adds later is public, whatever it is called.',
  params: z.strictObject({}),
  words: {
    private: 'A new subnet of {vpc} has no route to an internet gateway.',
    public: 'A new subnet of {vpc} would be public: {table}, its main route table, leads to {gateway}.',
  },
  examples: {
    meets: [example('The public subnet has a route table of its own', net(false))],
    misses: [example('The main route table leads to the internet gateway', net(true))],
    silent: [example('No VPC', { data: ['s3-bucket'] })],
  },
  run: (facts) =>
    facts.nodes.flatMap((vpc) => {
      const facet = facts.networkOf(vpc.id);
      if (facet?.role !== 'vpc') return [];
      const main = facet.mainRouteTable;
      const table = main === undefined ? undefined : facts.networkOf(main);
      const open = (table?.role === 'route-table' ? table.routes : []).find(({ target }) => {
        const gateway = target === undefined ? undefined : facts.networkOf(target);
        return gateway?.role === 'internet-gateway' && gateway.vpc === vpc.id;
      });
      const values = { vpc: vpc.name, table: nameOf(facts, main), gateway: nameOf(facts, open?.target) };
      const nodes = [vpc.id, ...(main === undefined ? [] : [main])];
      if (!open || main === undefined) return [say('meets', 'private', nodes, values)];
      return [say('misses', 'public', nodes, values, { fields: [{ node: main, field: open.field }] })];
    }),
});
