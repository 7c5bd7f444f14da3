import type { KindCatalog } from '../../catalog/kind';
import type { Diagram } from '../../model/diagram';

/** Where an incident happens: the name of a node, or every node of a kind. */
export function placeOf(on: string, nodes: Diagram['nodes'], catalog: KindCatalog): string {
  const node = Object.hasOwn(nodes, on) ? nodes[on] : undefined;
  return node ? `at ${node.name}` : `at every ${catalog.get(on)?.title ?? on}`;
}
