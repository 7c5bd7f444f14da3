import type { NodeId } from '../../model/diagram';
import type { CostLine } from '../../model/report';
import type { CostItem } from './facets';

/** What the diagram costs, in US dollars per month of 730 hours, rounded to cents. */
export function costOf(
  items: ReadonlyMap<NodeId, readonly CostItem[]>,
  name: (id: NodeId) => string,
): { readonly monthly: number; readonly lines: readonly CostLine[] } {
  const lines: CostLine[] = [];
  for (const [id, list] of items) {
    for (const { label, quantity, rate } of list)
      lines.push({ nodes: [id], label: `${name(id)}: ${label}`, monthly: cents(quantity * rate) });
  }
  return { monthly: cents(lines.reduce((sum, line) => sum + line.monthly, 0)), lines };
}

function cents(dollars: number): number {
  return Number.isFinite(dollars) ? Math.round(dollars * 100) / 100 : 0;
}
