import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress, formatCidr, holds, parseAddress, parseCidr } from '../../../src/engine/network/cidr';
import type { Destination } from '../../../src/engine/network/contract';
import type { NetworkFacet } from '../../../src/engine/network/facets';
import { buildNetwork } from '../../../src/engine/network/network';
import { facetsOf, type Change, type Fragment } from './fragment';

const baseOf = (file: string) =>
  (JSON.parse(readFileSync(new URL(`cases/${file}.json`, import.meta.url), 'utf8')) as { facets: Fragment }).facets;
const peered = baseOf('peering');
const site = baseOf('on-premises');
const hub = baseOf('transit');

const questions: readonly (readonly [string, Destination])[] = [
  ['app', { type: 'node', node: 'db', port: 5432 }],
  ['app', { type: 'node', node: 'c-app', port: 443 }],
  ['app', { type: 'internet', port: 443 }],
  ['db', { type: 'node', node: 'app', port: 443 }],
  ['db', { type: 'service', service: 's3' }],
  ['c-app', { type: 'node', node: 'db', port: 5432 }],
];
function reached(facets: ReadonlyMap<string, NetworkFacet>): boolean[] {
  const network = buildNetwork(facets, (id) => id);
  return questions.map(([from, to]) => network.paths(from, to).some((path) => path.reachable));
}

const target = fc.constantFrom('a-b', 'b-c', 'igw-b', 'nat-b', 's3-b', 'gone');
const destination = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.2.0.0/16',
  'nonsense',
);
const routes = fc
  .array(fc.tuple(destination, target), { maxLength: 4 })
  .map((list) => list.map(([to, next], index) => ({ destination: to, target: next, field: `routes[${index}]` })));
const drawing = fc
  .record({ a: routes, b: routes, c: routes, joined: fc.boolean(), near: fc.boolean() })
  .map(({ a, b, c, joined, near }): Change => ({
    'rt-a': { routes: a },
    'rt-b': { routes: b },
    'rt-c': { routes: c },
    'a-b': { active: joined },
    'b-c': { crossRegion: !near },
  }));

test('the two sides of a peering connection are equal', () => {
  fc.assert(
    fc.property(drawing, (change) => {
      const turned = { ...change, 'a-b': { ...change['a-b'], vpcs: ['vpc-b', 'vpc-a'] } };
      expect(reached(facetsOf(peered, turned))).toEqual(reached(facetsOf(peered, change)));
    }),
  );
});

test('no route ever joins two VPCs that are not peered with each other', () => {
  fc.assert(
    fc.property(drawing, (change) => {
      const [path] = buildNetwork(facetsOf(peered, change), (id) => id).paths('app', {
        type: 'node',
        node: 'c-app',
        port: 443,
      });
      expect(path?.reachable).toBe(false);
      expect(path?.steps.at(-1)?.verdict).toBe('fail');
    }),
  );
});

test('taking a peering connection away, or leaving it unaccepted, never adds reachability', () => {
  fc.assert(
    fc.property(drawing, (change) => {
      const whole = reached(facetsOf(peered, { ...change, 'a-b': { active: true } }));
      for (const less of [
        { ...change, 'a-b': { active: false } },
        { ...change, 'a-b': null },
      ]) {
        reached(facetsOf(peered, less)).forEach((one, index) => expect(one && !whole[index]).toBe(false));
      }
    }),
  );
});

const hubRoute = fc.tuple(destination, fc.constantFrom('vpc-a', 'vpc-b', 'vpc-c', undefined));
const hubDrawing = fc
  .record({
    a: destination,
    b: destination,
    routes: fc.array(hubRoute, { maxLength: 4 }),
    propagates: fc.boolean(),
    doors: fc.subarray(['a-door', 'b-door', 'c']),
  })
  .map(({ a, b, routes: fixed, propagates, doors }): Change => ({
    'rt-a': { routes: [{ destination: a, target: 'hub', field: 'routes[0]' }] },
    'rt-b': { routes: [{ destination: b, target: 'hub', field: 'routes[0]' }] },
    hub: {
      propagates,
      subnets: doors,
      routes: fixed.map(([to, vpc], index) => ({ destination: to, vpc, field: `routes[${index}]` })),
    },
  }));

test('two VPCs meet at a transit gateway only where both are attached to it, whatever routes say', () => {
  const meets = (change: Change) =>
    buildNetwork(facetsOf(hub, change), (id) => id)
      .paths('app', { type: 'node', node: 'db', port: 5432 })
      .some((path) => path.reachable);
  fc.assert(
    fc.property(hubDrawing, (change) => {
      const doors = change['hub']?.['subnets'];
      const both = ['a-door', 'b-door'].every((door) => Array.isArray(doors) && doors.includes(door));
      expect(meets(change) && !both).toBe(false);
      // A blackhole for the block of the other VPC, written first, drops whatever came through.
      const dropped = [{ destination: '10.1.1.0/24', field: 'routes[0]' }];
      expect(meets({ ...change, hub: { ...change['hub'], routes: dropped } })).toBe(false);
    }),
  );
});

test('a static route to the same gateway changes nothing that a propagated one already does', () => {
  const block = fc.constantFrom('192.168.0.0/16', '192.168.7.0/24', '172.16.0.0/12', '10.0.0.0/8');
  fc.assert(
    fc.property(fc.uniqueArray(block, { minLength: 1, maxLength: 3 }), (cidrs) => {
      const office = { office: { cidrs } };
      const fixed = cidrs.map((to, index) => ({ destination: to, target: 'vgw', field: `routes[${index}]` }));
      const both = (change: Change) => {
        const network = buildNetwork(facetsOf(site, { ...office, ...change }), (id) => id);
        const out = network.paths('app', { type: 'node', node: 'office', port: 80 });
        return [out, network.paths('office', { type: 'node', node: 'app', port: 443 })].map(
          ([path]) => path?.reachable,
        );
      };
      // A propagated route inside the VPC's own block loses to the local one; a static one may not.
      fc.pre(cidrs.every((cidr) => cidr !== '10.0.0.0/8'));
      expect(both({ vgw: { propagatesTo: [] }, rt: { routes: fixed } })).toEqual(both({}));
    }),
  );
});

test('an IPv6 address is written as it is read, and no block of one family holds the other', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 128 }), (parts, bits) => {
      const text = parts.map((part) => part.toString(16)).join(':');
      const address = parseAddress(text);
      if (address === undefined) throw new Error(`${text} must parse`);
      expect(parseAddress(formatAddress(address))).toBe(address);
      const block = parseCidr(`${text}/${bits}`);
      if (!block) throw new Error(`${text}/${bits} must parse`);
      expect(holds(block, address)).toBe(true);
      expect(parseCidr(formatCidr(block))).toEqual(block);
      const everything = parseCidr('0.0.0.0/0');
      if (!everything) throw new Error('0.0.0.0/0 must parse');
      expect(holds(everything, address)).toBe(false);
      expect(holds(block, parseAddress('10.0.0.1') ?? 0)).toBe(false);
    }),
  );
});

test.each([
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['2001:DB8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['1:0:0:0:0:0:0:0', '1::'],
])('%s is written as %s (RFC 5952)', (long, short) => {
  expect(formatAddress(parseAddress(long) ?? 0)).toBe(short);
  expect(parseAddress(short)).toBe(parseAddress(long));
});
