import type { KindCatalog } from '../../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';

export interface OutlineRow {
  readonly node: DiagramNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
}

/** The diagram as a flat list of tree rows, parents before children; a node in a ring of parents stands at the top. */
export function outlineOf(diagram: Diagram, catalog: KindCatalog, closed: ReadonlySet<NodeId>): readonly OutlineRow[] {
  const children = new Map<NodeId | undefined, DiagramNode[]>();
  for (const node of Object.values(diagram.nodes)) {
    const parent = node.parent !== undefined && diagram.nodes[node.parent] ? node.parent : undefined;
    const list = children.get(parent) ?? [];
    list.push(node);
    children.set(parent, list);
  }
  const rank = (node: DiagramNode): string =>
    `${catalog.get(node.kind)?.container ? 0 : 1}${node.name.toLowerCase()}${node.id}`;
  const rows: OutlineRow[] = [];
  const seen = new Set<NodeId>();
  const visit = (list: readonly DiagramNode[], level: number): void => {
    const sorted = [...list].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    sorted.forEach((node, index) => {
      if (seen.has(node.id)) return;
      seen.add(node.id);
      const inside = children.get(node.id) ?? [];
      rows.push({ node, level, position: index + 1, siblings: sorted.length, hasChildren: inside.length > 0 });
      if (closed.has(node.id)) markSeen(inside);
      else visit(inside, level + 1);
    });
  };
  const markSeen = (list: readonly DiagramNode[]): void => {
    for (const node of list) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      markSeen(children.get(node.id) ?? []);
    }
  };
  visit(children.get(undefined) ?? [], 1);
  for (const node of Object.values(diagram.nodes)) if (!seen.has(node.id)) visit([node], 1);
  return rows;
}
