import { catalog } from '../../src/catalog/index';
import type { Kind } from '../../src/catalog/kind';
import type { AnyNode, FacetContext, Facets } from '../../src/engine/facets';
import { buildGraph } from '../../src/engine/graph';
import { Account } from '../../src/model/account';
import type { DiagramNode } from '../../src/model/diagram';

type Drawn = {
  readonly kind: Kind;
  readonly in?: string;
  readonly name?: string;
  readonly props?: DiagramNode['props'];
};
type AnyFacets = Facets<Readonly<Record<string, unknown>>>;

export const account = Account.parse({});

/** A small diagram, and a way to ask its nodes. Nodes are named after their ids. */
export function draw(drawn: Readonly<Record<string, Drawn>>) {
  const nodes = Object.fromEntries(
    Object.entries(drawn).map(([id, { kind, in: parent, name, props }]): [string, DiagramNode] => [
      id,
      {
        id,
        kind: kind.id,
        name: name ?? id,
        ...(parent !== undefined && { parent }),
        position: { x: 0, y: 0 },
        props: props ?? {},
      },
    ]),
  );
  const context: FacetContext = buildGraph({ nodes }, account, catalog);
  const node = (id: string): AnyNode => {
    const found = context.node(id);
    if (!found) throw new Error(`${id} was not drawn`);
    return found;
  };
  return {
    context,
    node,
    /** The answer of one facet of one node. */
    ask<F extends keyof AnyFacets>(id: string, facet: F): ReturnType<NonNullable<AnyFacets[F]>> {
      const answer = catalog.get(drawn[id]?.kind.id ?? '')?.facets[facet] as
        ((node: AnyNode, context: FacetContext) => ReturnType<NonNullable<AnyFacets[F]>>) | undefined;
      if (!answer) throw new Error(`${id} answers no question "${facet}"`);
      return answer(node(id), context);
    },
  };
}

/** The sum of a node's price, in US dollars a month. */
export function monthly(items: readonly { readonly quantity: number; readonly rate: number }[] | undefined): number {
  return (items ?? []).reduce((sum, { quantity, rate }) => sum + quantity * rate, 0);
}
