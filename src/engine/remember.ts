import type { AnyKind, AnyNode, FacetContext } from './facets';
import { Memory, type Notes } from './reuse';

const memory = new Memory<FacetContext, unknown>(watched);
const remembering = new WeakMap<AnyKind, AnyKind>();

/** The same kind, whose facets answer again without thinking while what they read is as it was. */
export function withMemory(kind: AnyKind): AnyKind {
  const known = remembering.get(kind);
  if (known) return known;
  const made = { ...kind, facets: rememberingFacets(kind.facets) };
  remembering.set(kind, made);
  return made;
}

function rememberingFacets(facets: AnyKind['facets']): AnyKind['facets'] {
  const wrapped = Object.entries(facets).map(([name, facet]) => {
    const answer = facet as (node: AnyNode, context: FacetContext) => unknown;
    return [
      name,
      (node: AnyNode, context: FacetContext) => memory.recall(node, name, context, (seen) => answer(node, seen)),
    ] as const;
  });
  // Each function takes and gives what the one of the same name did; `fromEntries` cannot say so.
  return Object.fromEntries(wrapped) as AnyKind['facets'];
}

function watched(context: FacetContext, notes: Notes<FacetContext>): FacetContext {
  return {
    get account() {
      return notes.ask('account', context, (of) => of.account);
    },
    node: (id) => notes.ask(`node ${id}`, context, (of) => of.node(id)),
    enclosing: (id, trait) => notes.ask(`enclosing ${id} ${trait}`, context, (of) => of.enclosing(id, trait)),
    children: (id) => notes.ask(`children ${id}`, context, (of) => of.children(id)),
    hasTrait: (id, trait) => notes.ask(`hasTrait ${id} ${trait}`, context, (of) => of.hasTrait(id, trait)),
    arn: (id) => notes.ask(`arn ${id}`, context, (of) => of.arn(id)),
    referrers: (id) => notes.ask(`referrers ${id}`, context, (of) => of.referrers(id)),
    withTrait: (trait) => notes.ask(`withTrait ${trait}`, context, (of) => of.withTrait(trait)),
  };
}
