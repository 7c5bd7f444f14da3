import * as z from 'zod/mini';
import { int } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('reaches-internet');
const server = { kinds: ['ec2-instance'] };

const net = (gatewaySubnetRoute: boolean) =>
  ({
    net: ['vpc', { cidr: '10.0.0.0/16' }],
    gateway: ['internet-gateway', {}, 'net'],
    outer: [
      'route-table',
      { routes: gatewaySubnetRoute ? [{ destination: '0.0.0.0/0', target: 'gateway' }] : [] },
      'net',
    ],
    inner: ['route-table', { routes: [{ destination: '0.0.0.0/0', target: 'nat' }] }, 'net'],
    edge: ['subnet', { cidr: '10.0.0.0/24', routeTable: 'outer' }, 'net'],
    app: ['subnet', { cidr: '10.0.1.0/24', routeTable: 'inner' }, 'net'],
    nat: ['nat-gateway', {}, 'edge'],
    work: ['ec2-instance', {}, 'app'],
  }) as const;

export const check = defineCheck({
  id: 'reaches-internet',
  title: 'A workload can fetch from the internet',
  help: 'Opens a connection from every network interface of the workload to a host on the internet. It needs a route, a gateway that takes the traffic onward, a public address on the way, and filters that let it out and its answers in.',
  params: z.extend(Subjects, { port: z._default(int(1, 65_535), 443) }),
  words: {
    reaches: '{name} reaches the internet on port {port} through {via}.',
    stuck: '{name} does not reach the internet on port {port}. The walk shows where it ends.',
  },
  examples: {
    meets: [example('Through a NAT gateway in a public subnet', net(true), server)],
    misses: [
      example('The NAT gateway stands in a private subnet', net(false), server),
      example(
        'A private subnet without a way out',
        {
          net: ['vpc', { cidr: '10.0.0.0/16' }],
          app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
          work: ['ec2-instance', {}, 'app'],
        },
        server,
      ),
    ],
    silent: [example('No server', { data: ['s3-bucket'] }, server)],
  },
  run: (facts, { port, ...on }) =>
    subjectsOf(facts, on).flatMap((node) => {
      if (facts.networkOf(node.id)?.role !== 'interfaces') return [];
      const paths = facts.network.paths(node.id, { type: 'internet', port });
      const stopped = paths.find((path) => !path.reachable);
      const shown = stopped ?? paths[0];
      const steps = shown?.steps ?? [];
      const trace = { request: `${node.id}/internet`, allowed: stopped === undefined, steps };
      const nodes = [node.id, ...steps.flatMap((step) => step.nodes)];
      const values = { name: node.name, port };
      if (stopped) return [say('misses', 'stuck', nodes, values, { trace })];
      const via = shown?.via?.node === undefined ? 'a network of the service' : nameOf(facts, shown.via.node);
      return [say('meets', 'reaches', nodes, { ...values, via }, { trace })];
    }),
});
