import * as z from 'zod/mini';
import type { Facts, WalkedRequest } from '../engine/facts';
import { firstFailure } from '../model/trace';
import { int, someItems } from '../model/schema';
import { callsBehind } from './calls-behind';
import { defineCheck } from './define';
import { example, policy, trusts } from './example';
import { findings } from './finding';
import { Action, nameOf, Subjects, subjectsOf } from './subjects';

const say = findings('records-are-passed-on');
const asked = { kinds: ['kinesis-stream'], read: 'kinesis:GetRecords', next: ['lambda:InvokeFunction'] };

/** A function that reads a stream and hands its records to another one. */
function reader(actions: string[], calls: { action: string; target: string }[]) {
  const work = { name: 'work', document: policy({ Effect: 'Allow', Action: actions, Resource: '*' }) };
  return {
    stream: ['kinesis-stream'],
    role: ['iam-role', { trustPolicy: trusts('lambda.amazonaws.com'), policies: [work] }],
    reader: ['lambda-function', { role: 'role', eventSources: [{ source: 'stream' }], calls }],
    next: ['lambda-function'],
  } as const;
}
const onward = [{ action: '', target: 'next' }];
const work = reader(['kinesis:*', 'lambda:InvokeFunction'], onward);
const inOneZone = {
  ...work,
  net: ['vpc', { cidr: '10.0.0.0/16', enableDnsHostnames: true }],
  app: ['subnet', { cidr: '10.0.1.0/24' }, 'net'],
  guard: ['security-group', { ingress: [{ protocol: 'all', self: true }] }, 'net'],
  door: [
    'interface-endpoint',
    { service: 'lambda', subnets: ['app'], securityGroups: ['guard'], privateDnsEnabled: true },
    'net',
  ],
  reader: ['lambda-function', { ...work.reader[1], subnets: ['app'], securityGroups: ['guard'] }],
} as const;

export const check = defineCheck({
  id: 'records-are-passed-on',
  title: 'Whoever reads the records passes them on',
  help: 'A stream calls nobody. Looks for somebody who is allowed to read it and whose own call, one of `next`, is answered. One reader that does both is enough. It may hand its work to others that call in turn. A function with an event source reads, and so does a program that asks for the records itself. With `zones`, all who do both must stand in so many Availability Zones together.',
  params: z.extend(Subjects, { read: Action, next: someItems(Action, 10), zones: z._default(int(1, 6), 1) }),
  words: {
    passes: '{reader} reads {name} and passes records on to {to}.',
    narrow: 'Whoever reads {name} and passes records on stands in {count} Availability Zones; {zones} are asked for.',
    unread: 'Nobody reads {name}.',
    refused: '{reader} may not read {name}. The walk shows the step that stops it.',
    keeps: '{reader} reads {name} and passes nothing on.',
    stuck: '{reader} reads {name} and does not reach {to}. The walk shows the step that stops it.',
  },
  examples: {
    meets: [example('Read and passed on', work, asked)],
    misses: [
      example('Nobody reads', { stream: ['kinesis-stream'] }, asked),
      example('May not read', reader(['lambda:InvokeFunction'], onward), asked),
      example('Passes nothing on', reader(['kinesis:*'], []), asked),
      example('May not pass on', reader(['kinesis:*'], onward), asked),
      example('In one zone', inOneZone, { ...asked, zones: 2 }),
    ],
    silent: [example('No stream', { data: ['s3-bucket'] }, asked)],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).map(({ id, name }) => {
      const reads = facts.requests.filter(({ spec, action }) => spec.to === id && action === on.read);
      const chains = reads.map((read) => ({ read, calls: callsBy(facts, read, on.next) }));
      const whole = chains.filter(({ read, calls }) => read.trace.allowed && calls.some(({ trace }) => trace.allowed));
      const { read, calls } = whole[0] ?? chains.find((one) => one.read.trace.allowed) ?? chains[0] ?? {};
      if (!read) return say('misses', 'unread', [id], { name });
      const values = { name, reader: nameOf(facts, read.spec.from) };
      if (!read.trace.allowed) return say('misses', 'refused', nodesOf(read, id), values, { trace: read.trace });
      const call = calls?.find(({ trace }) => trace.allowed) ?? calls?.[0];
      if (!call) return say('misses', 'keeps', [read.spec.from, id], values);
      const { trace } = call;
      const said = { ...values, to: nameOf(facts, call.spec.to) };
      if (whole.length === 0) return say('misses', 'stuck', nodesOf(call, id), said, { trace });
      const readers = whole.map((one) => one.read.spec.from);
      const count = zonesOf(facts, readers);
      if (count < on.zones) return say('misses', 'narrow', [...readers, id], { name, count, zones: on.zones });
      return say('meets', 'passes', nodesOf(call, id), said, { trace });
    }),
});

/** Without subnets of its own a reader runs in a network of the service, which AWS spreads. */
function zonesOf(facts: Facts, readers: readonly string[]): number {
  const zones = new Set<string>();
  for (const reader of readers) {
    const facet = facts.networkOf(reader);
    if (facet?.role !== 'interfaces') continue;
    if (facet.subnets.length === 0) return Infinity;
    for (const id of facet.subnets) {
      const subnet = facts.networkOf(id);
      if (subnet?.role === 'subnet') zones.add(subnet.zone);
    }
  }
  return zones.size;
}

/** The calls that count: of the reader, or of whoever it hands its work to. */
function callsBy(facts: Facts, { spec }: WalkedRequest, next: readonly string[]): readonly WalkedRequest[] {
  const behind = new Set(callsBehind(facts, spec.from));
  return facts.requests.filter((one) => behind.has(one) && next.includes(one.action));
}

function nodesOf({ spec, trace }: WalkedRequest, stream: string): readonly string[] {
  return [spec.from, ...(firstFailure(trace)?.nodes ?? [spec.to ?? stream])];
}
