import { describe, expect, test } from 'vitest';
import type { AnyKind } from '../../src/engine/facets';
import { buildGraph, type Graph } from '../../src/engine/graph';
import { GRAPH_REASONS } from '../../src/engine/reasons';
import { Account } from '../../src/model/account';
import type { DiagramNode } from '../../src/model/diagram';
import type { Problem } from '../../src/model/report';
import { fakeKind, fakeNode, Seen } from './fake';

/** A house with rooms; lamps in rooms with a switch, doors into rooms; a ghost is of no known kind. */
const KINDS: readonly AnyKind[] = [
  fakeKind({ id: 'house', traits: ['house', 'place'] }),
  fakeKind({ id: 'room', traits: ['room', 'place'], livesIn: ['house', 'room'] }),
  fakeKind({ id: 'switch', traits: ['switch', 'usable'], livesIn: ['account', 'room'] }),
  fakeKind({
    id: 'lamp',
    livesIn: ['room', 'account'],
    links: [
      { field: 'switch', to: 'usable' },
      { field: 'rooms[]', to: 'room' },
      { field: 'wires[].end', to: 'usable' },
    ],
    complete: (props) => ({
      props: { colour: 'white', ...(props !== null && typeof props === 'object' ? props : {}) },
      issues:
        props !== null && typeof props === 'object' && 'broken' in props
          ? [{ field: 'broken', message: 'It is.' }]
          : [],
    }),
  }),
  fakeKind({
    id: 'door',
    links: [
      { field: 'rooms[]', to: 'room', required: true },
      { field: 'hinges[].wall', to: 'place', required: true },
    ],
  }),
  fakeKind({ id: 'named', facets: { arn: (node) => `arn:${node.name}` } }),
  fakeKind({
    id: 'echo',
    facets: { arn: (node, context) => `${node.name}<${context.arn(String(node.props['of'])) ?? ''}>` },
  }),
];
const catalog = new Map(KINDS.map((kind) => [kind.id, kind]));

function graphOf(...nodes: readonly DiagramNode[]): Graph {
  return buildGraph({ nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) }, Account.parse({}), catalog);
}

const seen = new Seen();
const shortOf = ({ severity, reason, nodes, fields }: Problem) =>
  [severity, reason.code.slice('graph.'.length), nodes.join('+'), ...(fields ?? []).map(({ field }) => field)].join(
    ' ',
  );

/** What is wrong with a drawing, as "severity code nodes field". */
const ROWS: readonly (readonly [string, readonly DiagramNode[], readonly string[]])[] = [
  ['nothing', [], []],
  ['a house with a room', [fakeNode('h', 'house'), fakeNode('r', 'room', { parent: 'h' })], []],
  ['a kind that nobody knows', [fakeNode('g', 'ghost')], ['warning unknown-kind g']],
  [
    'a property that is wrong',
    [fakeNode('l', 'lamp', { props: { broken: true } })],
    ['error invalid-property l broken'],
  ],
  [
    'a reference to nothing',
    [fakeNode('l', 'lamp', { props: { switch: 'x' } })],
    ['error dangling-reference l switch'],
  ],
  [
    'a reference in a list',
    [
      fakeNode('h', 'house'),
      fakeNode('r', 'room', { parent: 'h' }),
      fakeNode('l', 'lamp', { props: { rooms: ['r', 'x'] } }),
    ],
    ['error dangling-reference l rooms[1]'],
  ],
  [
    'a reference to the wrong kind',
    [fakeNode('h', 'house'), fakeNode('l', 'lamp', { props: { switch: 'h' } })],
    ['error wrong-reference l+h switch'],
  ],
  [
    'a reference to a kind that nobody knows',
    [fakeNode('g', 'ghost'), fakeNode('l', 'lamp', { props: { wires: [{ end: 'g' }] } })],
    ['warning unknown-kind g', 'error wrong-reference l+g wires[0].end'],
  ],
  ['an empty reference is none', [fakeNode('l', 'lamp', { props: { switch: '', rooms: [''] } })], []],
  ['what is no text is no reference', [fakeNode('l', 'lamp', { props: { switch: 7, rooms: 'r', wires: [null] } })], []],
  [
    'a lamp refers to itself',
    [fakeNode('l', 'lamp', { props: { switch: 'l' } })],
    ['error wrong-reference l+l switch'],
  ],
  [
    'required references that are not there, under fields that a form has',
    [fakeNode('d', 'door', { props: { rooms: [''], hinges: [{}] } })],
    ['error missing-reference d rooms', 'error missing-reference d hinges'],
  ],
  [
    'one of them is enough',
    [
      fakeNode('h', 'house'),
      fakeNode('r', 'room', { parent: 'h' }),
      fakeNode('d', 'door', { props: { rooms: ['', 'r'], hinges: [{ wall: 'h' }] } }),
    ],
    [],
  ],
  ['a room in the open', [fakeNode('r', 'room')], ['error wrong-container r']],
  [
    'a house in a house',
    [fakeNode('h', 'house'), fakeNode('i', 'house', { parent: 'h' })],
    ['error wrong-container i+h'],
  ],
  ['a container that is gone', [fakeNode('l', 'lamp', { parent: 'x' })], ['error wrong-container l']],
  ['a room in itself', [fakeNode('r', 'room', { parent: 'r' })], ['error circular-container r+r']],
  [
    'two rooms in each other, and a third in them',
    [
      fakeNode('a', 'room', { parent: 'b' }),
      fakeNode('b', 'room', { parent: 'a' }),
      fakeNode('c', 'room', { parent: 'a' }),
    ],
    ['error circular-container a+b', 'error circular-container b+a'],
  ],
  [
    'two of one ARN',
    [
      fakeNode('a', 'named', { name: 'x' }),
      fakeNode('b', 'named', { name: 'x' }),
      fakeNode('c', 'named', { name: 'y' }),
    ],
    ['error duplicate-name a+b'],
  ],
];

test.each(ROWS)('%s', (_, nodes, expected) => {
  const { problems } = graphOf(...nodes);
  seen.add(problems.map(({ reason }) => ({ reason, verdict: 'info' })));
  expect(problems.map(shortOf)).toEqual(expected);
});
test('the rows reach every reason of the graph, and fill its sentence', () => {
  expect(seen.missing(GRAPH_REASONS).filter((code) => code.startsWith('graph.'))).toEqual([]);
  expect(seen.unfinished()).toEqual([]);
});

describe('questions to a graph', () => {
  const graph = graphOf(
    fakeNode('h', 'house'),
    fakeNode('r', 'room', { parent: 'h' }),
    fakeNode('q', 'room', { parent: 'r' }),
    fakeNode('l', 'lamp', {
      parent: 'q',
      name: 'Lamp',
      props: { switch: 's', wires: [{ end: 's' }], rooms: ['r', 'x'] },
    }),
    fakeNode('s', 'switch', { parent: 'r' }),
    fakeNode('g', 'ghost', { parent: 'h', props: { any: 1 } }),
  );
  test('nodes stand in the order of their ids', () =>
    expect(graph.nodes.map(({ id }) => id)).toEqual(['g', 'h', 'l', 'q', 'r', 's']));
  test('a node has the defaults of its kind; an unknown one keeps what it has', () => {
    expect(graph.node('l')?.props).toMatchObject({ colour: 'white', switch: 's' });
    expect(graph.node('g')?.props).toEqual({ any: 1 });
    expect([graph.node('x'), graph.node(undefined)]).toEqual([undefined, undefined]);
  });
  test('names, and what stands for them', () =>
    expect([graph.nameOf('l'), graph.nameOf('x'), graph.nameOf(undefined)]).toEqual(['Lamp', 'x', 'nothing']));
  test('ancestors from near to far, children in order of ids', () => {
    expect(graph.ancestors('l').map(({ id }) => id)).toEqual(['q', 'r', 'h']);
    expect(graph.children('r').map(({ id }) => id)).toEqual(['q', 's']);
    expect(graph.children('l')).toEqual([]);
  });
  test('what encloses a node, itself included, by trait', () => {
    expect(graph.enclosing('l', 'place')?.id).toBe('q');
    expect(graph.enclosing('q', 'room')?.id).toBe('q');
    expect(graph.enclosing('l', 'house')?.id).toBe('h');
    expect([graph.enclosing('h', 'room'), graph.enclosing('x', 'house')]).toEqual([undefined, undefined]);
  });
  test('traits', () => {
    expect(graph.withTrait('place').map(({ id }) => id)).toEqual(['h', 'q', 'r']);
    expect(graph.withTrait('nothing')).toEqual([]);
    expect([
      graph.hasTrait('s', 'usable'),
      graph.hasTrait('s', 'place'),
      graph.hasTrait('g', 'ghost'),
      graph.hasTrait(undefined, 'room'),
    ]).toEqual([true, false, false, false]);
  });
  test('who refers to a node, and with which field; broken references count for nothing', () => {
    expect(graph.referrers('s').map(({ node, pattern }) => `${node.id} ${pattern}`)).toEqual([
      'l switch',
      'l wires[].end',
    ]);
    expect(graph.referrers('r').map(({ pattern }) => pattern)).toEqual(['rooms[]']);
    expect(graph.referrers('x')).toEqual([]);
  });
  test('ancestors of a circle end', () => {
    const circle = graphOf(fakeNode('a', 'room', { parent: 'b' }), fakeNode('b', 'room', { parent: 'a' }));
    expect(circle.ancestors('a').map(({ id }) => id)).toEqual(['b']);
    expect(circle.enclosing('a', 'house')).toBeUndefined();
  });
});

describe('ARNs', () => {
  test('come from the kind, and may ask for others', () => {
    const graph = graphOf(
      fakeNode('a', 'echo', { props: { of: 'n' } }),
      fakeNode('n', 'named'),
      fakeNode('h', 'house'),
    );
    expect([graph.arn('a'), graph.arn('n'), graph.arn('h'), graph.arn('x'), graph.arn(undefined)]).toEqual([
      'a<arn:n>',
      'arn:n',
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('that ask for each other come to an end', () => {
    const graph = graphOf(fakeNode('a', 'echo', { props: { of: 'b' } }), fakeNode('b', 'echo', { props: { of: 'a' } }));
    expect(graph.arn('a')).toBe('a<b<>>');
  });
});

test('a node is completed once, and again when it is another object', () => {
  let times = 0;
  const counting = fakeKind({
    id: 'counting',
    complete: () => {
      times += 1;
      return { props: {}, issues: [] };
    },
  });
  const build = (node: DiagramNode) =>
    buildGraph({ nodes: { n: node } }, Account.parse({}), new Map([['counting', counting]]));
  const node = fakeNode('n', 'counting');
  build(node);
  build(node);
  expect(times).toBe(1);
  build({ ...node });
  expect(times).toBe(2);
});
