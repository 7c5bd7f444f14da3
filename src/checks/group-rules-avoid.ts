import * as z from 'zod/mini';
import { isIpv6, parseCidr } from '../engine/network/cidr';
import type { SecurityRule } from '../engine/network/facets';
import { hasPorts } from '../engine/network/filters';
import { readPath } from '../model/path';
import { defineCheck } from './define';
import { isEverywhere } from './everywhere';
import { example } from './example';
import { findings } from './finding';

const say = findings('group-rules-avoid');
/** Nothing leaves the machine by it: what templates write to take the place of the rule that AWS makes. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1/32', '::1/128']);
const WHAT = ['world', 'all-protocols', 'port-range', 'many-addresses', 'no-reason', 'as-made'] as const;
type What = (typeof WHAT)[number];
type Written = { readonly [key: string]: string | number };
const guarded = (rules: { readonly [direction: string]: readonly Written[] }) =>
  ({ net: ['vpc', { cidr: '10.0.0.0/16' }], guard: ['security-group', rules, 'net'] }) as const;
const group = (...ingress: Written[]) => guarded({ ingress });
const https = { protocol: 'tcp', fromPort: 443, toPort: 443 };

export const check = defineCheck({
  id: 'group-rules-avoid',
  title: 'Rules of security groups name what they let through',
  help: 'Reads every rule of every security group, in one direction or in both. `world`: the whole internet, in one rule or in several that make it up. `all-protocols`: every protocol. `port-range`: more than one port. `many-addresses`: more than one address; a rule that names a group is exact. `no-reason`: no description. `as-made`: the outbound rule to everywhere that AWS writes into a new group. A group without rules lets nothing through and is not judged.',
  params: z.strictObject({
    refuses: z.enum(WHAT),
    direction: z._default(z.enum(['inbound', 'outbound', 'both']), 'inbound'),
  }),
  words: {
    exact: '{name}: none of {count} {direction} rules does.',
    world: '{name} lets in {cidr}, the whole internet.',
    'world-out': '{name} lets its members out to {cidr}, the whole internet.',
    parts: '{name} lets in {cidr}, which together with its other rules is the whole internet.',
    'parts-out': '{name} lets its members out to {cidr}, which together with its other rules is the whole internet.',
    'all-protocols': '{name} lets in every protocol from {peer}.',
    'all-protocols-out': '{name} lets out every protocol to {peer}.',
    'port-range': '{name} lets in ports {first} to {last} from {peer}.',
    'port-range-out': '{name} lets out ports {first} to {last} to {peer}.',
    'many-addresses': '{name} lets in all of {cidr}.',
    'many-addresses-out': '{name} lets its members out to all of {cidr}.',
    'no-reason': '{name} has an inbound rule without a description.',
    'no-reason-out': '{name} has an outbound rule without a description.',
    'as-made-out': '{name} still has the outbound rule that AWS made: everything to everywhere.',
  },
  examples: {
    meets: [
      example('One address', group({ ...https, cidr: '10.0.0.9/32' }), { refuses: 'many-addresses' }),
      example('One half of the internet', group({ ...https, cidr: '0.0.0.0/1' }), { refuses: 'world' }),
      example('One port', group({ ...https, cidr: '0.0.0.0/0' }), { refuses: 'port-range' }),
      example('Only HTTPS goes out', guarded({ egress: [{ ...https, cidr: '10.0.0.0/8' }] }), {
        refuses: 'as-made',
        direction: 'outbound',
      }),
      example('Out to nowhere', guarded({ egress: [{ protocol: 'all', cidr: '127.0.0.1/32' }] }), {
        refuses: 'all-protocols',
        direction: 'outbound',
      }),
      example('Why it exists', group({ ...https, cidr: '10.0.0.9/32', description: 'Gateway' }), {
        refuses: 'no-reason',
        direction: 'both',
      }),
    ],
    misses: [
      example('The whole internet', group({ ...https, cidr: '0.0.0.0/0' }), { refuses: 'world' }),
      example('In two halves', group({ ...https, cidr: '0.0.0.0/1' }, { ...https, cidr: '128.0.0.0/1' }), {
        refuses: 'world',
      }),
      example('Every protocol', group({ protocol: 'all', cidr: '10.0.0.0/8' }), { refuses: 'all-protocols' }),
      example('A range', group({ ...https, toPort: 444, cidr: '10.0.0.0/8' }), { refuses: 'port-range' }),
      example('A network', group({ ...https, cidr: '10.0.0.0/8' }), { refuses: 'many-addresses' }),
      example('Outbound as AWS made it', group(), { refuses: 'as-made', direction: 'outbound' }),
      example('Out to everywhere', group(), { refuses: 'world', direction: 'outbound' }),
      example('Nobody knows why', group({ ...https, cidr: '10.0.0.9/32' }), {
        refuses: 'no-reason',
        direction: 'both',
      }),
    ],
    silent: [
      example('No inbound rules', group(), { refuses: 'world' }),
      example('No security group', { data: ['s3-bucket'] }, { refuses: 'world' }),
    ],
  },
  run: (facts, { refuses, direction }) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'security-group') return [];
      const rules = [
        ...(direction === 'outbound' ? [] : facet.ingress.map((rule) => ({ rule, out: false }))),
        ...(direction === 'inbound' ? [] : facet.egress.map((rule) => ({ rule, out: true }))),
      ].filter(({ rule, out }) => refuses !== 'no-reason' || !(out && isAsMade(rule)));
      if (rules.length === 0) return [];
      const parts = refuses === 'world' ? partsOfTheWorld(rules) : new Set();
      const wide = rules.filter(
        ({ rule, out }) => parts.has(rule) || does(rule, refuses, { out, reason: reasonOf(node.props, rule) }),
      );
      const which = direction === 'both' ? 'inbound and outbound' : direction;
      const values = { name: node.name, count: rules.length, direction: which };
      if (wide.length === 0) return [say('meets', 'exact', [node.id], values)];
      return wide.map(({ rule, out }) => {
        const cidr = rule.cidr ?? '';
        const peer = cidr === '' ? 'a group' : cidr;
        const said = { name: node.name, cidr, peer, first: rule.fromPort, last: rule.toPort };
        const what = parts.has(rule) ? 'parts' : refuses;
        const word = out ? `${what}-out` : what;
        return say('misses', word, [node.id], said, { fields: [{ node: node.id, field: rule.field }] });
      });
    }),
});

/** Rules that are the whole internet only together: their IPv4 ranges leave no address out. Ports do not count. */
function partsOfTheWorld(rules: readonly { rule: SecurityRule; out: boolean }[]): ReadonlySet<SecurityRule> {
  const found = [true, false].flatMap((out) => {
    const ranges = rules
      .filter((one) => one.out === out && !isEverywhere(one.rule.cidr))
      .flatMap(({ rule }) => {
        const block = parseCidr(rule.cidr ?? '');
        return block && !isIpv6(block.first) ? [{ rule, from: block.first, to: Number(block.last) + 1 }] : [];
      })
      .toSorted((a, b) => a.from - b.from);
    let covered = 0;
    for (const { from, to } of ranges) if (from <= covered) covered = Math.max(covered, to);
    return covered >= 2 ** 32 ? ranges.map(({ rule }) => rule) : [];
  });
  return new Set(found);
}

function reasonOf(props: unknown, { field }: SecurityRule): string {
  const text = readPath(props, `${field}.description`);
  return typeof text === 'string' ? text.trim() : '';
}

function isAsMade(rule: SecurityRule): boolean {
  return rule.protocol === 'all' && isEverywhere(rule.cidr);
}

function does(rule: SecurityRule, what: What, { out, reason }: { out: boolean; reason: string }): boolean {
  switch (what) {
    case 'world':
      return isEverywhere(rule.cidr);
    case 'all-protocols':
      return rule.protocol === 'all' && !(out && LOOPBACK.has(rule.cidr ?? ''));
    case 'port-range':
      return hasPorts(rule.protocol) && rule.fromPort !== rule.toPort;
    case 'many-addresses':
      return rule.cidr !== undefined && !/\/(32|128)$/.test(rule.cidr);
    case 'no-reason':
      return reason === '';
    case 'as-made':
      return out && isAsMade(rule);
  }
}
