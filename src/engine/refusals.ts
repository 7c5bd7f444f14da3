import type { Problem } from '../model/report';
import type { FacetContext, NodeOf } from './context';
import type { AnyNode } from './facets';
import type { Graph } from './graph';

/** What AWS refuses about a node because of other nodes; what a node's own properties get wrong is its schema's. */
export interface Refusal {
  /** the property that would have to change. */
  readonly field: string;
  /** one sentence for the player, with the way out. */
  readonly message: string;
}

export interface RefusalFacets<P> {
  refusals?(node: NodeOf<P>, context: FacetContext): readonly Refusal[];
}

/** As errors of the drawing, in the same words as a property out of range. */
export function refusalProblems(graph: Graph): readonly Problem[] {
  return graph.nodes.flatMap((node: AnyNode) =>
    (graph.kindOf(node.id)?.facets.refusals?.(node, graph) ?? []).map(({ field, message }): Problem => ({
      severity: 'error',
      nodes: [node.id],
      fields: [{ node: node.id, field }],
      reason: { code: 'graph.invalid-property', values: { name: node.name, field, message } },
    })),
  );
}
