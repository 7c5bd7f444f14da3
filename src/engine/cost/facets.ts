import type { FacetContext, NodeOf } from '../context';

/** One price: `quantity × rate` US dollars per month of 730 hours. */
export interface CostItem {
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  /** US dollars per unit. */
  readonly rate: number;
  /** where the rate comes from, or "as far as we know". */
  readonly source: string;
}

export interface CostFacets<P> {
  cost?(node: NodeOf<P>, context: FacetContext): readonly CostItem[];
}
