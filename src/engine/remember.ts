import type { NodeId } from '../model/diagram';
import type { AnyKind, AnyNode, FacetContext } from './facets';
import { Memory, type Notes } from './reuse';

type Asked = Required<AnyKind['facets']>;
type Answer<F extends keyof Asked> = NonNullable<ReturnType<Asked[F]>>;
type Facet = (node: AnyNode, context: FacetContext) => unknown;

/** Asked one by one: an ARN while others answer, time where it passes. All else is asked at once. */
const ALONE = ['arn', 'time'] as const;
type Alone = (typeof ALONE)[number];

const memory = new Memory<FacetContext, unknown>(watched);
/** The name of a node's answers as a whole. */
const ALL = 'all';

/** One answer of one node; not thought again while what it read is as it was. */
export function askAlone<F extends Alone>(
  facet: F,
  node: AnyNode,
  kind: AnyKind | undefined,
  context: FacetContext,
): Answer<F> | undefined {
  const asked = kind?.facets[facet] as Facet | undefined;
  // The facet of this name gives what its type says; the memory cannot know.
  return asked && (memory.recall(node, facet, context, (seen) => asked(node, seen)) as Answer<F> | undefined);
}

/** Every answer of every node, by facet and node, in the order of the nodes. As fresh as `askAlone`. */
export class Answers {
  readonly #byFacet = new Map<string, Map<NodeId, unknown>>();

  constructor(nodes: readonly AnyNode[], kindOf: (id: NodeId) => AnyKind | undefined, context: FacetContext) {
    for (const node of nodes) {
      const kind = kindOf(node.id);
      if (!kind) continue;
      const { names, facets } = questionsOf(kind);
      const all = (seen: FacetContext) => facets.map((facet) => facet(node, seen));
      const answers = memory.recall(node, ALL, context, all) as readonly unknown[];
      for (let at = 0; at < names.length; at += 1) {
        if (answers[at] !== undefined) this.#place(names[at] ?? '').set(node.id, answers[at]);
      }
    }
  }

  of<F extends Exclude<keyof Asked, Alone>>(facet: F): ReadonlyMap<NodeId, Answer<F>> {
    return this.#place(facet) as ReadonlyMap<NodeId, Answer<F>>;
  }

  #place(facet: string): Map<NodeId, unknown> {
    const known = this.#byFacet.get(facet);
    if (known) return known;
    const place = new Map<NodeId, unknown>();
    this.#byFacet.set(facet, place);
    return place;
  }
}

interface Questions {
  readonly names: readonly string[];
  readonly facets: readonly Facet[];
}
const questions = new WeakMap<AnyKind, Questions>();

function questionsOf(kind: AnyKind): Questions {
  const known = questions.get(kind);
  if (known) return known;
  const asked = Object.entries(kind.facets as Readonly<Record<string, Facet>>).filter(
    ([name, facet]) => typeof facet === 'function' && !ALONE.some((one) => one === name),
  );
  const made = { names: asked.map(([name]) => name), facets: asked.map(([, facet]) => facet) };
  questions.set(kind, made);
  return made;
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
