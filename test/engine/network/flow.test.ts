import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FlowQuestion } from '../../../src/engine/network/flow';
import { buildNetwork } from '../../../src/engine/network/network';
import { facetsOf } from './fragment';
import type { Change, Fragment } from './fragment';

const base = (JSON.parse(readFileSync(new URL('cases/routes.json', import.meta.url), 'utf8')) as { facets: Fragment })
  .facets;
const host = { address: '8.8.8.8' };
const app = { node: 'app' };
const all = { protocol: 'all', fromPort: 0, toPort: 65535, cidr: '0.0.0.0/0' };
const acl = (inbound: object): Change => ({
  'private-a': { acl: 'acl' },
  acl: {
    role: 'network-acl',
    vpc: 'vpc',
    rules: [
      { ...all, number: 1, direction: 'outbound', action: 'allow', field: 'entries[0]' },
      { ...all, number: 1, direction: 'inbound', action: 'allow', field: 'entries[1]', ...inbound },
    ],
  },
});

interface FlowCase {
  readonly name: string;
  readonly change?: Change;
  readonly ask: Partial<FlowQuestion>;
  readonly allowed: boolean;
  readonly replyAllowed: boolean;
  readonly code: string | undefined;
}
const cases: readonly FlowCase[] = [
  { name: 'a packet out and its answer', ask: {}, allowed: true, replyAllowed: true, code: undefined },
  {
    name: 'the answer goes to exactly the source port',
    change: acl({ protocol: 'tcp', fromPort: 40000, toPort: 40000 }),
    ask: { sourcePort: 40000 },
    allowed: true,
    replyAllowed: true,
    code: undefined,
  },
  {
    name: 'another source port gets no answer, though the packet arrives',
    change: acl({ protocol: 'tcp', fromPort: 40000, toPort: 40000 }),
    ask: { sourcePort: 2000 },
    allowed: true,
    replyAllowed: false,
    code: 'network.return-no-rule',
  },
  {
    name: 'UDP has rules of its own',
    change: { 'sg-app': { egress: [{ ...all, protocol: 'tcp', field: 'egress[0]' }] } },
    ask: { protocol: 'udp', port: 53 },
    allowed: false,
    replyAllowed: false,
    code: 'network.group-no-egress',
  },
  {
    name: 'ICMP has no ports',
    change: { 'sg-app': { egress: [{ ...all, protocol: 'icmp', fromPort: -1, toPort: -1, field: 'egress[0]' }] } },
    ask: { protocol: 'icmp', port: 0 },
    allowed: true,
    replyAllowed: true,
    code: undefined,
  },
  {
    name: 'ESP has no ports and a rule of its own',
    change: {
      'sg-app': { egress: [{ ...all, protocol: '50', field: 'egress[0]' }] },
      'sg-db': { ingress: [{ ...all, protocol: '50', field: 'ingress[0]' }] },
    },
    ask: { destination: { node: 'db' }, protocol: '50', port: 0 },
    allowed: true,
    replyAllowed: true,
    code: undefined,
  },
  {
    name: 'a rule for UDP admits no ESP',
    change: { 'sg-app': { egress: [{ ...all, protocol: 'udp', field: 'egress[0]' }] } },
    ask: { destination: { node: 'db' }, protocol: '50', port: 0 },
    allowed: false,
    replyAllowed: false,
    code: 'network.group-no-egress',
  },
  {
    name: 'a network ACL that admits TCP alone takes no ESP',
    change: {
      ...acl({ protocol: 'tcp' }),
      'sg-app': { ingress: [{ ...all, field: 'ingress[0]' }] },
      'sg-db': { egress: [{ ...all, field: 'egress[0]' }] },
    },
    ask: { source: { node: 'db' }, destination: app, protocol: '50', port: 0 },
    allowed: false,
    replyAllowed: false,
    code: 'network.acl-no-rule',
  },
  {
    name: 'a NAT gateway passes no ESP',
    ask: { protocol: '50', port: 0 },
    allowed: false,
    replyAllowed: false,
    code: 'network.nat-protocol',
  },
  {
    name: 'a private address outside the VPC is nowhere',
    ask: { destination: { address: '172.16.0.9' } },
    allowed: false,
    replyAllowed: false,
    code: 'network.not-a-public-address',
  },
  {
    name: 'two hosts outside are none of our business',
    ask: { source: host },
    allowed: false,
    replyAllowed: false,
    code: 'network.unknown-end',
  },
  {
    name: 'an interface that does not exist',
    ask: { source: { node: 'gone' } },
    allowed: false,
    replyAllowed: false,
    code: 'network.unknown-end',
  },
  {
    name: 'from outside to a public node',
    ask: { source: host, destination: { node: 'web', subnet: 'public-a' } },
    allowed: true,
    replyAllowed: true,
    code: undefined,
  },
  {
    name: 'fixed addresses are used: a rule for one address',
    change: {
      app: { addresses: ['10.0.10.77'] },
      'sg-db': { ingress: [{ ...all, cidr: '10.0.10.77/32', field: 'ingress[0]' }] },
    },
    ask: { destination: { node: 'db' }, port: 5432 },
    allowed: true,
    replyAllowed: true,
    code: undefined,
  },
];

test.each(cases)('$name', ({ change, ask, allowed, replyAllowed, code }) => {
  const network = buildNetwork(facetsOf(base, change), (id) => id);
  const question: FlowQuestion = {
    source: app,
    destination: host,
    protocol: 'tcp',
    sourcePort: 40000,
    port: 443,
    ...ask,
  };
  const answer = network.flow(question);
  expect(answer.steps.find((step) => step.verdict === 'fail')?.reason.code).toBe(code);
  expect({ allowed: answer.allowed, replyAllowed: answer.replyAllowed }).toEqual({ allowed, replyAllowed });
});
