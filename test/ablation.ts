import type { KindCatalog } from '../src/catalog/kind';
import { expandPattern } from '../src/model/path';
import type { Diagram, DiagramNode, NodeId } from '../src/model/diagram';
import type { Json } from '../src/model/json';

/** One thing taken away from a solution. */
export interface Ablation {
  readonly node: NodeId;
  readonly field?: string;
  readonly diagram: Diagram;
}

/** Every element that can go: each node with what stands in it, and each property that differs from its default. */
export function ablations(diagram: Diagram, catalog: KindCatalog): Ablation[] {
  return Object.values(diagram.nodes).flatMap((node): Ablation[] => {
    if (node.locked) return [];
    const kind = catalog.get(node.kind);
    const whole =
      kind?.removable(kind.complete(node.props).props) === false
        ? []
        : [{ node: node.id, diagram: without(diagram, node.id, catalog) }];
    const before = kind && JSON.stringify(kind.complete(node.props).props);
    const parts = Object.keys(node.props).flatMap((field): Ablation[] => {
      if (whole.length === 0 && madeByAws(node, field, catalog)) return [];
      const { [field]: _gone, ...props } = node.props;
      if (kind && JSON.stringify(kind.complete(props).props) === before) return [];
      return [{ node: node.id, field, diagram: { nodes: { ...diagram.nodes, [node.id]: { ...node, props } } } }];
    });
    return [...whole, ...parts];
  });
}

/** What AWS puts into a companion (a VPC's default network ACL) is not the player's doing. */
function madeByAws(node: DiagramNode, field: string, catalog: KindCatalog): boolean {
  const complete = (props: unknown) => JSON.stringify(catalog.get(node.kind)?.complete(props).props[field]);
  return [...catalog.values()]
    .flatMap((kind) => kind.companions)
    .some((companion) => companion.kind === node.kind && complete(companion.props) === complete(node.props));
}

/** The diagram without a node, what stands in it, and every reference to them. */
function without(diagram: Diagram, id: NodeId, catalog: KindCatalog): Diagram {
  const gone = new Set([id]);
  for (let grew = true; grew;) {
    grew = false;
    for (const node of Object.values(diagram.nodes)) {
      if (node.parent !== undefined && gone.has(node.parent) && !gone.has(node.id)) {
        gone.add(node.id);
        grew = true;
      }
    }
  }
  const nodes: Record<NodeId, DiagramNode> = {};
  for (const node of Object.values(diagram.nodes)) {
    if (gone.has(node.id)) continue;
    const held = (catalog.get(node.kind)?.links ?? [])
      .flatMap((link) => expandPattern(node.props, link.field))
      .some(({ value }) => typeof value === 'string' && gone.has(value));
    nodes[node.id] = held ? { ...node, props: forget(node.props, gone) as DiagramNode['props'] } : node;
  }
  return { nodes };
}

/** Drops list elements and fields that hold an id that is gone. */
function forget(value: Json, gone: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    return value
      .filter((item) => !(typeof item === 'string' && gone.has(item)))
      .filter(
        (item) =>
          !(
            item !== null &&
            typeof item === 'object' &&
            !Array.isArray(item) &&
            Object.values(item).some((held) => typeof held === 'string' && gone.has(held))
          ),
      )
      .map((item) => forget(item, gone));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => !(typeof held === 'string' && gone.has(held)))
      .map(([key, held]) => [key, forget(held as Json, gone)]),
  );
}
