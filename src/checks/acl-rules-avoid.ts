import * as z from 'zod/mini';
import type { AclRule } from '../engine/network/facets';
import { hasPorts } from '../engine/network/filters';
import { defineCheck } from './define';
import { isEverywhere } from './everywhere';
import { example } from './example';
import { findings } from './finding';

const say = findings('acl-rules-avoid');
const WHAT = ['narrow-deny', 'all-protocols', 'all-ports'] as const;
type What = (typeof WHAT)[number];
type Entry = { readonly [key: string]: string | number };
const acl = (...entries: Entry[]) =>
  ({ net: ['vpc', { cidr: '10.0.0.0/16' }], acl: ['network-acl', { entries }, 'net'] }) as const;
const https = { protocol: 'tcp', fromPort: 443, toPort: 443 };

export const check = defineCheck({
  id: 'acl-rules-avoid',
  title: 'Rules of network ACLs say exactly what they mean',
  help: 'Reads every rule of every network ACL. `narrow-deny`: a denial of some addresses; whoever comes from another passes. `all-protocols`: an allowance for every protocol. `all-ports`: an allowance for every port of TCP or UDP. An ACL without rules denies everything and is not judged.',
  params: z.strictObject({ refuses: z.enum(WHAT) }),
  words: {
    exact: '{name}: none of {count} rules does.',
    'narrow-deny': '{name}: {direction} rule {number} denies {cidr} only; from other addresses the same comes through.',
    'all-protocols': '{name}: {direction} rule {number} allows every protocol.',
    'all-ports': '{name}: {direction} rule {number} allows all ports of {protocol}.',
  },
  examples: {
    meets: [
      example('A denial for everybody', acl({ ...https, action: 'deny' }), { refuses: 'narrow-deny' }),
      example('One protocol', acl(https), { refuses: 'all-protocols' }),
      example('Only the ephemeral ports', acl({ protocol: 'tcp', fromPort: 1024, toPort: 65_535 }), {
        refuses: 'all-ports',
      }),
    ],
    misses: [
      example('One address denied', acl({ ...https, action: 'deny', cidr: '203.0.113.7/32' }), {
        refuses: 'narrow-deny',
      }),
      example('Every protocol', acl({ protocol: 'all' }), { refuses: 'all-protocols' }),
      example('Every port', acl({ protocol: 'udp', fromPort: 0, toPort: 65_535 }), { refuses: 'all-ports' }),
    ],
    silent: [
      example('No rules', acl(), { refuses: 'all-protocols' }),
      example('No network ACL', { data: ['s3-bucket'] }, { refuses: 'all-protocols' }),
    ],
  },
  run: (facts, { refuses }) =>
    facts.nodes.flatMap((node) => {
      const facet = facts.networkOf(node.id);
      if (facet?.role !== 'network-acl' || facet.rules.length === 0) return [];
      const wide = facet.rules.filter((rule) => does(rule, refuses));
      if (wide.length === 0) return [say('meets', 'exact', [node.id], { name: node.name, count: facet.rules.length })];
      return wide.map(({ number, direction, cidr, protocol, field }) =>
        say(
          'misses',
          refuses,
          [node.id],
          { name: node.name, number, direction, cidr, protocol: protocol.toUpperCase() },
          { fields: [{ node: node.id, field }] },
        ),
      );
    }),
});

function does(rule: AclRule, what: What): boolean {
  switch (what) {
    case 'narrow-deny':
      return rule.action === 'deny' && !isEverywhere(rule.cidr);
    case 'all-protocols':
      return rule.action === 'allow' && rule.protocol === 'all';
    case 'all-ports':
      return rule.action === 'allow' && hasPorts(rule.protocol) && rule.fromPort <= 1 && rule.toPort === 65_535;
  }
}
