import type { Problem } from '../model/report';
import type { Graph } from './graph';

/** As errors of the drawing, in the same words as a property out of range. */
export function refusalProblems(graph: Graph): readonly Problem[] {
  return graph.nodes.flatMap((node) =>
    (graph.kindOf(node.id)?.facets.refusals?.(node, graph) ?? []).map(({ field, message }): Problem => ({
      severity: 'error',
      nodes: [node.id],
      fields: [{ node: node.id, field }],
      reason: { code: 'graph.invalid-property', values: { name: node.name, field, message } },
    })),
  );
}
