import type { Account } from '../model/account';
import type { DiagramNode, NodeId } from '../model/diagram';

/** A node with its properties completed by the kind's defaults. */
export interface NodeOf<P> extends Omit<DiagramNode, 'props'> {
  readonly props: P;
}
export type AnyNode = NodeOf<Readonly<Record<string, unknown>>>;

/** What a facet may look at beside its own node. Every answer is pure; unknown ids give `undefined`. */
export interface FacetContext {
  readonly account: Account;
  /** any node, with defaults filled in. */
  node(id: NodeId | undefined): AnyNode | undefined;
  /** the nearest ancestor (or the node itself) whose kind has this trait. */
  enclosing(id: NodeId, trait: string): AnyNode | undefined;
  children(id: NodeId): readonly AnyNode[];
  hasTrait(id: NodeId | undefined, trait: string): boolean;
  /** the node's ARN, from its kind's `arn` facet. */
  arn(id: NodeId | undefined): string | undefined;
  /** nodes that hold a reference to `id`, with the pattern of the field (`routes[].target`). */
  referrers(id: NodeId): readonly { readonly node: AnyNode; readonly pattern: string }[];
  /** all nodes whose kind has this trait, in id order. */
  withTrait(trait: string): readonly AnyNode[];
}
