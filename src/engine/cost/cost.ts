import type { CostLine } from '../../model/report';
import type { Graph } from '../graph';

/** What the diagram costs, in US dollars per month of 730 hours, rounded to cents. */
export function costOf(graph: Graph): { readonly monthly: number; readonly lines: readonly CostLine[] } {
  const lines = graph.nodes.flatMap((node): CostLine[] =>
    (graph.kindOf(node.id)?.facets.cost?.(node, graph) ?? []).map((item) => ({
      nodes: [node.id],
      label: `${node.name}: ${item.label}`,
      monthly: cents(item.quantity * item.rate),
    })),
  );
  return { monthly: cents(lines.reduce((sum, line) => sum + line.monthly, 0)), lines };
}

function cents(dollars: number): number {
  return Number.isFinite(dollars) ? Math.round(dollars * 100) / 100 : 0;
}
