import * as z from 'zod/mini';
import type { FlowLogChain } from '../engine/facts';
import { defineCheck } from './define';
import { example, policy } from './example';
import { findings } from './finding';
import { nameOf } from './subjects';

const say = findings('traffic-is-recorded');

const writes = policy({ Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' });
const trust = policy({
  Effect: 'Allow',
  Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const drawing = (place: string, more: { readonly [field: string]: string } = {}) =>
  ({
    net: ['vpc'],
    app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
    data: ['subnet', { cidr: '10.0.2.0/24' }, 'net'],
    log: ['flow-log', { destination: 'cloud-watch-logs', logGroup: 'records', role: 'writer', ...more }, place],
    records: ['log-group'],
    writer: ['iam-role', { trustPolicy: trust, policies: [{ name: 'write', document: writes }] }],
  }) as const;

export const check = defineCheck({
  id: 'traffic-is-recorded',
  title: 'Flow logs see every connection of a VPC',
  help: 'A flow log of the VPC, or one of each of its subnets, must record the traffic that is asked for and deliver its records. Flow logs hold addresses, ports and the verdict, never the content.',
  params: z.strictObject({
    traffic: z._default(z.enum(['ALL', 'ACCEPT', 'REJECT']), 'ALL'),
  }),
  words: {
    recorded: '{log} records the traffic of {place}.',
    none: '{place} has no flow log.',
    partly: '{log} records {what} traffic only.',
    undelivered: '{log} does not deliver its records.',
  },
  examples: {
    meets: [
      example('A flow log of the VPC that may write', drawing('net')),
      example('What is rejected is enough', drawing('net', { trafficType: 'REJECT' }), { traffic: 'REJECT' }),
    ],
    misses: [
      example('No flow log', { net: ['vpc'] }),
      example('One subnet of two', drawing('app')),
      example('Accepted connections only', drawing('net', { trafficType: 'ACCEPT' })),
      example('Nobody to write as', { ...drawing('net'), log: ['flow-log', { logGroup: 'records' }, 'net'] }),
    ],
    silent: [example('No VPC', { data: ['s3-bucket'] })],
  },
  run(facts, { traffic }) {
    const placed = (role: 'vpc' | 'subnet') => facts.nodes.filter((node) => facts.networkOf(node.id)?.role === role);
    const judge = (place: string, log: FlowLogChain) => {
      const nodes = [place, log.log];
      const values = { place: nameOf(facts, place), log: nameOf(facts, log.log), what: log.facet.traffic };
      if (log.facet.traffic !== 'ALL' && log.facet.traffic !== traffic) return say('misses', 'partly', nodes, values);
      if (!log.trace.allowed) return say('misses', 'undelivered', nodes, values, { trace: log.trace });
      return say('meets', 'recorded', nodes, values, { trace: log.trace });
    };
    const of = (place: string) => {
      const found = facts.flowLogs.filter(({ facet }) => facet.watches === place).map((log) => judge(place, log));
      return found.find(({ answer }) => answer === 'meets') ?? found[0];
    };
    const none = (place: string) => say('misses', 'none', [place], { place: nameOf(facts, place) });
    return placed('vpc').flatMap(({ id }) => {
      const whole = of(id);
      if (whole?.answer === 'meets') return [whole];
      const parts = placed('subnet').filter((subnet) => facts.enclosing(subnet.id, 'vpc')?.id === id);
      const seen = parts.map((subnet) => of(subnet.id));
      if (seen.every((one) => one === undefined)) return [whole ?? none(id)];
      return parts.map((subnet, index) => seen[index] ?? none(subnet.id));
    });
  },
});
