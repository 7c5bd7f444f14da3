import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Destination } from '../../../src/engine/network/contract';
import type { AclRule, NetworkFacet, SecurityRule } from '../../../src/engine/network/facets';
import { buildNetwork } from '../../../src/engine/network/network';
import { facetsOf } from './fragment';
import type { Fragment } from './fragment';

const base = (JSON.parse(readFileSync(new URL('cases/routes.json', import.meta.url), 'utf8')) as { facets: Fragment })
  .facets;

const cidr = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.10.0/24',
  '10.0.11.0/24',
  '203.0.113.0/24',
  '198.51.100.0/24',
  'nonsense',
);
const ports = fc.constantFrom(
  [0, 65535],
  [443, 443],
  [5432, 5432],
  [1024, 65535],
  [32768, 65535],
  [3389, 3389],
  [9, 1],
);
const protocol = fc.constantFrom('tcp' as const, 'udp' as const, 'all' as const, 'icmp' as const);
const securityRule = fc
  .tuple(
    protocol,
    ports,
    fc.oneof(
      cidr.map((text) => ({ cidr: text })),
      fc.constantFrom('sg-app', 'sg-db', 'gone').map((group) => ({ group })),
    ),
  )
  .map(([kind, [fromPort = 0, toPort = 0], peer]): SecurityRule => ({
    protocol: kind,
    fromPort,
    toPort,
    ...peer,
    field: 'ingress[0]',
  }));
const aclRule = fc
  .tuple(
    fc.integer({ min: 1, max: 200 }),
    fc.constantFrom('inbound' as const, 'outbound' as const),
    fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
    protocol,
    ports,
    cidr,
  )
  .map(([number, direction, action, kind, [fromPort = 0, toPort = 0], block]): AclRule => ({
    number,
    direction,
    action,
    protocol: kind,
    fromPort,
    toPort,
    cidr: block,
    field: 'entries[0]',
  }));

interface Rules {
  readonly app: readonly SecurityRule[];
  readonly db: readonly SecurityRule[];
  readonly near: readonly AclRule[];
  readonly far: readonly AclRule[];
}
const rules: fc.Arbitrary<Rules> = fc.record({
  app: fc.array(securityRule, { maxLength: 4 }),
  db: fc.array(securityRule, { maxLength: 4 }),
  near: fc.array(aclRule, { maxLength: 5 }),
  far: fc.array(aclRule, { maxLength: 5 }),
});

const questions: readonly (readonly [string, Destination])[] = [
  ['app', { type: 'internet', port: 443 }],
  ['app', { type: 'service', service: 's3' }],
  ['app', { type: 'node', node: 'db', port: 5432 }],
  ['internet', { type: 'node', node: 'web', port: 443 }],
];

function drawing({ app, db, near, far }: Rules): Map<string, NetworkFacet> {
  return facetsOf(base, {
    'sg-app': { egress: app },
    'sg-db': { ingress: db },
    'sg-web': { ingress: db },
    'acl-near': { role: 'network-acl', vpc: 'vpc', rules: near },
    'acl-far': { role: 'network-acl', vpc: 'vpc', rules: far },
    'private-a': { acl: 'acl-near' },
    'private-b': { acl: 'acl-far' },
    'public-a': { acl: 'acl-far' },
  });
}

function reached(asked: Rules): boolean[] {
  const network = buildNetwork(drawing(asked), (id) => id);
  return questions.map(([from, to]) => network.paths(from, to).some((path) => path.reachable));
}

/** Wherever the smaller drawing gets through, the larger one does. */
function expectNoMore(smaller: boolean[], larger: boolean[]): void {
  smaller.forEach((one, index) => expect(one && !larger[index]).toBe(false));
}

test('the questions can be answered with yes and with no', () => {
  const open: Rules = {
    app: [{ protocol: 'all', fromPort: 0, toPort: 0, cidr: '0.0.0.0/0', field: 'egress[0]' }],
    db: [{ protocol: 'all', fromPort: 0, toPort: 0, cidr: '0.0.0.0/0', field: 'ingress[0]' }],
    near: (['inbound', 'outbound'] as const).map((direction) => ({
      number: 100,
      direction,
      action: 'allow',
      protocol: 'all',
      fromPort: 0,
      toPort: 0,
      cidr: '0.0.0.0/0',
      field: 'entries[0]',
    })),
    far: (['inbound', 'outbound'] as const).map((direction) => ({
      number: 100,
      direction,
      action: 'allow',
      protocol: 'all',
      fromPort: 0,
      toPort: 0,
      cidr: '0.0.0.0/0',
      field: 'entries[0]',
    })),
  };
  expect(reached(open)).toEqual([true, true, true, true]);
  expect(reached({ app: [], db: [], near: [], far: [] })).toEqual([false, false, false, false]);
});

test('removing a security group rule never adds reachability', () => {
  fc.assert(
    fc.property(rules, fc.nat(3), (asked, index) => {
      const fewer = {
        ...asked,
        app: asked.app.filter((_, at) => at !== index),
        db: asked.db.filter((_, at) => at !== index),
      };
      expectNoMore(reached(fewer), reached(asked));
    }),
  );
});

test('removing an allow rule of a network ACL never adds reachability', () => {
  fc.assert(
    fc.property(rules, fc.nat(4), (asked, index) => {
      const keep = (rule: AclRule, at: number) => at !== index || rule.action === 'deny';
      expectNoMore(reached({ ...asked, near: asked.near.filter(keep), far: asked.far.filter(keep) }), reached(asked));
    }),
  );
});

test('adding a deny rule to a network ACL never adds reachability', () => {
  fc.assert(
    fc.property(rules, aclRule, (asked, extra) => {
      const deny: AclRule = { ...extra, action: 'deny' };
      expectNoMore(reached({ ...asked, near: [...asked.near, deny], far: [...asked.far, deny] }), reached(asked));
    }),
  );
});

test('a path is reachable exactly when no step fails, and it ends at the first failure', () => {
  fc.assert(
    fc.property(rules, (asked) => {
      const network = buildNetwork(drawing(asked), (id) => id);
      for (const [from, to] of questions) {
        for (const { reachable, steps, via } of network.paths(from, to)) {
          const failing = steps.findIndex((step) => step.verdict === 'fail');
          expect(reachable).toBe(failing === -1);
          expect(via !== undefined).toBe(reachable);
          if (failing !== -1) expect(failing).toBe(steps.length - 1);
        }
      }
    }),
  );
});

test('references that lead nowhere, or to the wrong thing, never throw', () => {
  const ids = Object.keys(base);
  const anyId = fc.constantFrom(...ids, 'gone', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(anyId, anyId), { maxLength: 8 }), anyId, anyId, (swaps, from, node) => {
      const facets = facetsOf(base);
      for (const [at, other] of swaps) {
        const facet = facets.get(other);
        if (facet) facets.set(at, facet);
        else facets.delete(at);
      }
      const network = buildNetwork(facets, (id) => id);
      expect(Array.isArray(network.problems)).toBe(true);
      for (const to of [
        { type: 'internet', port: 443 },
        { type: 'service', service: 's3' },
        { type: 'node', node, port: 443 },
      ] as const)
        expect(network.paths(from, to).length).toBeGreaterThan(0);
      network.isPublicSubnet(node);
      network.effectiveRouteTable(node);
    }),
  );
});
