import * as fc from 'fast-check';
import type { Diagram, DiagramNode } from '../../src/model/diagram';
import type { Json } from '../../src/model/json';

/** One thing that a player does. All nodes besides stay the same objects, as after a command of the game. */
export type Edit = (diagram: Diagram) => Diagram;

type At = { readonly pick: number; readonly other: number; readonly word: Json };

const POLICIES = ['Allow', 'Deny'].map((Effect) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action: 's3:*', Resource: '*' }] }),
);

/** What the kinds of edits are called, and what each makes of one node. `undefined` takes the node away. */
const KINDS: Readonly<
  Record<string, (node: DiagramNode, at: At, nodes: readonly DiagramNode[]) => DiagramNode | undefined>
> = {
  drag: (node, { other }) => ({ ...node, position: { x: other, y: node.position.y } }),
  rename: (node, { other }) => ({ ...node, name: `${node.name}${other % 3}` }),
  reparent: (node, { other }, nodes) => {
    const { parent: _, ...free } = node;
    const host = nodes[other % nodes.length];
    return host && other % 5 > 0 ? { ...free, parent: host.parent ?? host.id } : free;
  },
  property: (node, { other, word }, nodes) => {
    const leaves = leavesOf(node.props);
    const leaf = leaves[other % Math.max(1, leaves.length)];
    return leaf ? { ...node, props: altered(node.props, leaf, other, word, nodes) } : node;
  },
  remove: () => undefined,
};

const at = fc.record({
  pick: fc.nat(1000),
  other: fc.nat(1000),
  word: fc.constantFrom<Json[]>('', 'x', '0.0.0.0/0', '10.0.1.0/24', 'us-east-1b', 'gone', ...POLICIES),
});

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  ...Object.values(KINDS).map((change) =>
    at.map((place): Edit => (diagram) => {
      const nodes = Object.values(diagram.nodes);
      const node = nodes[place.pick % Math.max(1, nodes.length)];
      if (!node) return diagram;
      const { [node.id]: _, ...rest } = diagram.nodes;
      const after = change(node, place, nodes);
      return { nodes: after ? { ...diagram.nodes, [node.id]: after } : rest };
    }),
  ),
  // A second node of the same sort, in the same place, before or after all others in the order of ids.
  at.map(({ pick, other }): Edit => (diagram) => {
    const nodes = Object.values(diagram.nodes);
    const node = nodes[pick % Math.max(1, nodes.length)];
    const id = `${other % 2 === 0 ? '0' : 'z'}${node?.id ?? ''}`.slice(0, 40);
    return node ? { nodes: { ...diagram.nodes, [id]: { ...node, id } } } : diagram;
  }),
);

type Path = readonly (string | number)[];

/** Every place inside a value, lists included: a rule is as much a part as its port. */
function leavesOf(value: Json, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) && path.length > 0 ? [path, ...inner] : inner;
}

function altered(
  props: DiagramNode['props'],
  path: Path,
  other: number,
  word: Json,
  nodes: readonly DiagramNode[],
): DiagramNode['props'] {
  const leaf = (value: Json): Json => {
    if (Array.isArray(value)) return other % 2 === 0 ? value.slice(1) : [...(value as Json[]), ...(value as Json[])];
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'number') return value + 1;
    const known = typeof value === 'string' && nodes.some(({ id }) => id === value);
    return known ? (nodes[other % nodes.length]?.id ?? '') : word;
  };
  const write = (value: Json, [head, ...rest]: Path): Json => {
    if (head === undefined) return leaf(value);
    if (Array.isArray(value)) return (value as Json[]).map((one, index) => (index === head ? write(one, rest) : one));
    const record = value as { readonly [key: string]: Json };
    return { ...record, [head]: write(record[head] ?? null, rest) };
  };
  return write(props, path) as DiagramNode['props'];
}
