import type { FacetContext, NodeOf } from './context';

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
