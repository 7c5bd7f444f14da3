import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import type { Facts } from '../../src/engine/facts';
import { factsOf } from '../../src/engine/facts-of';
import { Memory, same, type Notes } from '../../src/engine/reuse';
import { whoCan } from '../../src/engine/who-can';
import { Account } from '../../src/model/account';
import type { Diagram } from '../../src/model/diagram';
import { edit } from './edits';
import { design, DESIGNS, newcomer, scribble, spoiled } from './random';

const open = Account.parse({});
const limited = Account.parse({
  scps: [
    {
      level: 'root',
      policies: [
        {
          name: 'no-deletion',
          document: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: '*', Resource: '*' },
              { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' },
            ],
          }),
        },
      ],
    },
  ],
});

/** Everything that facts say, as text: a function that a facet gives is asked by nobody here. */
function said(facts: Facts): string {
  const { nodes } = facts;
  return JSON.stringify(
    {
      ...facts,
      of: nodes.map(({ id }) => ({
        id,
        arn: facts.arn(id),
        network: facts.networkOf(id),
        operations: facts.operationsOf(id),
        policy: facts.resourcePolicyOf(id),
        time: facts.timeOf(id),
        referrers: facts.referrers(id).map(({ node, pattern }) => [node.id, pattern]),
        table: facts.network.effectiveRouteTable(id),
        public: facts.network.isPublicSubnet(id),
        paths: [
          facts.network.paths(id, { type: 'internet', port: 443 }),
          facts.network.paths(id, { type: 'service', service: 's3' }),
          facts.network.paths(nodes[0]?.id ?? '', { type: 'node', node: id, port: 443 }),
          facts.network.fromInternet(nodes[0]?.id ?? '', { type: 'node', node: id, port: 443 }),
        ],
      })),
      who: nodes.slice(0, 2).map(({ id }) => whoCan(facts, id)),
    },
    (_, value: unknown) => (value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value),
  );
}

/** No object of these was ever evaluated: nothing can be used again. */
const fresh = (diagram: Diagram, account: Account) =>
  said(factsOf(structuredClone(diagram), structuredClone(account), catalog));

/** Some nodes of another drawing in the places of this one's; what the other one does not have goes. */
function graft(diagram: Diagram, other: Diagram, pick: (index: number) => boolean): Diagram {
  const nodes = { ...diagram.nodes };
  [...new Set([...Object.keys(nodes), ...Object.keys(other.nodes)])].sort().forEach((id, index) => {
    if (!pick(index)) return;
    const node = other.nodes[id];
    if (node) nodes[id] = node;
    else delete nodes[id];
  });
  return { nodes };
}

/** Judges drawings one after the other, then back and forth again, as undo and redo do; gives all that was said. */
function compared(shown: readonly (readonly [Diagram, Account])[]): ReadonlySet<string> {
  const forth = shown.map((_, at) => at);
  const order = [...forth, ...[...forth].reverse(), ...forth];
  const say = (at: number): string => {
    const [diagram, account] = shown[at] ?? [{ nodes: {} }, open];
    return said(factsOf(diagram, account, catalog));
  };
  // One after the other: of what two drawings share, the second knows without asking.
  const texts = order.map(say);
  const expected = shown.map(([diagram, account], at) => {
    const text = fresh(diagram, account);
    // After the copy, which shares nothing.
    expect(say(at)).toBe(text);
    return text;
  });
  texts.forEach((text, index) => {
    expect(text).toBe(expected[order[index] ?? 0]);
  });
  return new Set(expected);
}

describe('what is used again', () => {
  test('changes no answer, whatever was evaluated before', () => {
    const seen = new Set<string>();
    const step = fc.record({
      other: fc.oneof(spoiled, design),
      bits: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      added: fc.option(newcomer, { nil: undefined }),
      account: fc.constantFrom(open, open, limited),
    });
    fc.assert(
      fc.property(design, fc.array(step, { minLength: 1, maxLength: 4 }), (first, steps) => {
        const shown: (readonly [Diagram, Account])[] = [[first, open]];
        let diagram = first;
        for (const { other, bits, added, account } of steps) {
          diagram = graft(diagram, other, (index) => bits[index % bits.length] ?? false);
          if (added) diagram = { nodes: { ...diagram.nodes, [added.id]: added } };
          shown.push([diagram, account]);
        }
        for (const text of compared(shown)) seen.add(text);
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBeGreaterThan(60);
  }, 120_000);

  test('changes no answer after any edit of a player', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: design, weight: 3 }, { arbitrary: scribble, weight: 1 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (first, edits) => {
          const shown = [first];
          for (const change of edits) shown.push(change(shown.at(-1) ?? first));
          // The first drawing twice: notes are taken of what is asked again.
          seen += compared([first, ...shown].map((one) => [one, open])).size;
        },
      ),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(120);
  }, 120_000);

  test('is most of it, after a change elsewhere', () => {
    const diagram = DESIGNS[0] ?? { nodes: {} };
    const judge = () => factsOf({ nodes: { ...diagram.nodes } }, open, catalog);
    // Nothing is kept of what was asked once; requests are asked again once their facets are kept.
    for (let times = 0; times < 3; times += 1) judge();
    const ways = ({ nodes, network }: Facts) =>
      nodes.map(({ id }) => network.paths(id, { type: 'internet', port: 443 }));
    const before = judge();
    const walked = ways(before);
    const again = judge();
    expect(before.requests.length).toBeGreaterThan(5);
    expect(again.principals.size).toBeGreaterThan(0);
    for (const [id, facts] of again.principals) expect(facts.facet).toBe(before.principals.get(id)?.facet);
    expect(again.network.problems).toBe(before.network.problems);
    ways(again).forEach((paths, index) => {
      expect(paths).toBe(walked[index]);
    });
    expect(again.requests.map(({ spec }) => spec)).toEqual(before.requests.map(({ spec }) => spec));
    again.requests.forEach(({ spec, used }, index) => {
      expect(spec).toBe(before.requests[index]?.spec);
      expect(used).toBe(before.requests[index]?.used);
    });
  });
});

describe('a memory', () => {
  interface Source {
    read(name: string): unknown;
  }
  const watch = (source: Source, notes: Notes<Source>): Source => ({
    read: (name) => notes.ask(name, source, (of) => of.read(name)),
  });
  const from = (values: Record<string, unknown>): Source => ({ read: (name) => values[name] });

  test('computes again when something that was read has changed, and only then', () => {
    const memory = new Memory<Source, object, unknown>(watch);
    const place = {};
    let runs = 0;
    const ask = (values: Record<string, unknown>) =>
      memory.recall(place, 'sum', from(values), (source) => {
        runs += 1;
        return [source.read('a'), source.read('a') === 1 ? source.read('b') : 'unread'];
      });
    expect(ask({ a: 1, b: [2] })).toEqual([1, [2]]);
    expect(ask({ a: 1, b: [2] })).toEqual([1, [2]]);
    expect(runs).toBe(2);
    expect(ask({ a: 1, b: [2], c: 3 })).toEqual([1, [2]]);
    expect(runs).toBe(2);
    expect(ask({ a: 1, b: [3] })).toEqual([1, [3]]);
    expect(ask({ a: 2, b: [3] })).toEqual([2, 'unread']);
    expect(ask({ a: 2, b: [4] })).toEqual([2, 'unread']);
    expect(runs).toBe(4);
  });
  test('does not keep what could ask later', () => {
    const memory = new Memory<Source, object, unknown>(watch);
    const place = {};
    const later = (values: Record<string, unknown>) =>
      memory.recall(place, 'later', from(values), (source) => ({ inner: { ask: () => source.read('a') } }));
    const read = (value: unknown) => (value as { inner: { ask(): unknown } }).inner.ask();
    for (const a of [1, 2, 3, 4]) expect(read(later({ a }))).toBe(a);
  });
  test.each([
    [1, 1, true],
    [NaN, NaN, true],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [{ a: undefined }, { b: undefined }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[], {}, false],
    [[1, 2], [2, 1], false],
    [null, {}, false],
    [undefined, null, false],
  ])('%j and %j: same is %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
  });
});
