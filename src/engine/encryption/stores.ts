import type { NodeId } from '../../model/diagram';
import type { Graph } from '../graph';
import type { KeyFacet, Store } from './facets';

/** Every place where data rests, with the key that protects it. */
export function storesOf(graph: Graph): { readonly node: NodeId; readonly store: Store }[] {
  return graph.nodes.flatMap((node) =>
    (graph.kindOf(node.id)?.facets.stores?.(node, graph) ?? []).map((store) => ({ node: node.id, store })),
  );
}

export function keyFacts(graph: Graph): ReadonlyMap<NodeId, KeyFacet> {
  const keys = new Map<NodeId, KeyFacet>();
  for (const node of graph.nodes) {
    const key = graph.kindOf(node.id)?.facets.key?.(node, graph);
    if (key) keys.set(node.id, key);
  }
  return keys;
}
