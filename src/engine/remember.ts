import type { NodeId } from '../model/diagram';
import { standing } from './accounts';
import type { AnyKind, AnyNode, FacetContext } from './facets';
import { Memory, type Notes } from './reuse';

type Asked = Required<AnyKind['facets']>;
type Answer<F extends keyof Asked> = NonNullable<ReturnType<Asked[F]>>;
type Facet = (node: AnyNode, context: FacetContext) => unknown;

/** Asked one by one: an ARN while others answer, time where it passes. All else is asked at once. */
const ALONE = ['arn', 'time'] as const;
type Alone = (typeof ALONE)[number];

const memory = new Memory<FacetContext, AnyNode, unknown>(watched);
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
  return (
    asked && (memory.recall(node, facet, context, (seen) => asked(node, standing(node, seen))) as Answer<F> | undefined)
  );
}

interface Drawn extends FacetContext {
  readonly nodes: readonly AnyNode[];
  kindOf(id: NodeId): AnyKind | undefined;
}

/** Those of the nodes whose answer may be another next time although nothing that is known to matter changes. */
export function unsureOf(name: 'arn' | 'all', ids: readonly NodeId[], context: Drawn): readonly NodeId[] {
  return memory.isCurrent(context)
    ? ids.filter((id) => {
        const node = context.node(id);
        return node && !memory.isSure(node, name) && (name !== 'arn' || context.kindOf(id)?.facets.arn);
      })
    : ids;
}

/**
 * `after` answers as `before` does, but for these topics (those of `watched`). Gives the nodes whose ARN and whose other
 * answers must be asked for again; `undefined` when that is not known.
 */
export function redrawn(
  before: FacetContext | undefined,
  after: FacetContext,
  topics: Iterable<string>,
): { readonly arns: ReadonlySet<NodeId>; readonly answers: ReadonlySet<NodeId> } | undefined {
  const doubted = memory.advance(before, after, topics, ({ id }, name) => (name === 'arn' ? `arn ${id}` : undefined));
  if (!doubted) return undefined;
  const of = (asked: string) => new Set(doubted.flatMap(({ about, name }) => (name === asked ? [about.id] : [])));
  return { arns: of('arn'), answers: of(ALL) };
}

type Book = ReadonlyMap<NodeId, unknown>;
type Books = ReadonlyMap<string, Book>;

/** Every answer of every node, by facet and node, in the order of the nodes. As fresh as `askAlone`. */
export class Answers {
  readonly #books: Books;
  readonly #changed = new Map<string, Set<NodeId>>();
  /** nodes that must be asked again even when nothing that is known to matter changes. */
  readonly #unsure: readonly NodeId[];

  /** `before`: the answers to the graph of before, and the nodes that may answer otherwise now. */
  constructor(graph: Drawn, before?: { readonly answers: Answers; readonly doubted: Iterable<NodeId> }) {
    const last = before ? before.answers.#books : NO_BOOKS;
    const asked = before
      ? [...new Set([...before.doubted, ...before.answers.#unsure])].sort()
      : graph.nodes.map(({ id }) => id);
    const books = new Map<string, Map<NodeId, unknown>>();
    /** A copy of the book of before, the first time that something in it is another. */
    const open = (facet: string): Map<NodeId, unknown> => {
      const known = books.get(facet);
      if (known) return known;
      const book = new Map(last.get(facet));
      books.set(facet, book);
      return book;
    };
    const unordered = new Set<string>();
    for (const id of asked) {
      const node = graph.node(id);
      const kind = node && graph.kindOf(id);
      const { names, facets } = kind ? questionsOf(kind) : NO_QUESTIONS;
      const all = (seen: FacetContext) => {
        const context = node && standing(node, seen);
        return context && facets.map((facet) => facet(node, context));
      };
      const answers = node && kind ? (memory.recall(node, ALL, graph, all) as readonly unknown[]) : [];
      for (let at = 0; at < names.length; at += 1) {
        const [facet, answer] = [names[at] ?? '', answers[at]];
        const old = last.get(facet);
        if (answer === undefined || old?.get(id) === answer) continue;
        if (before && !old?.has(id)) unordered.add(facet);
        open(facet).set(id, answer);
        if (before) this.#note(facet, id);
      }
      for (const [facet, book] of last) {
        if (!book.has(id) || answers[names.indexOf(facet)] !== undefined) continue;
        open(facet).delete(id);
        this.#note(facet, id);
      }
    }
    // A map keeps the order in which it is told.
    for (const facet of unordered) {
      const book = open(facet);
      books.set(facet, new Map(graph.nodes.flatMap(({ id }) => (book.has(id) ? [[id, book.get(id)]] : []))));
    }
    this.#books = new Map<string, Book>([...last, ...books]);
    this.#unsure = unsureOf(ALL, asked, graph);
  }

  /** While nothing in it changes, it is the same map as before. */
  of<F extends Exclude<keyof Asked, Alone>>(facet: F): ReadonlyMap<NodeId, Answer<F>> {
    return (this.#books.get(facet) ?? NOTHING) as ReadonlyMap<NodeId, Answer<F>>;
  }

  /** The nodes that answer otherwise than before; none when there is no before. */
  changed(facet: Exclude<keyof Asked, Alone>): ReadonlySet<NodeId> {
    return this.#changed.get(facet) ?? NOBODY;
  }

  #note(facet: string, id: NodeId): void {
    const known = this.#changed.get(facet);
    if (known) known.add(id);
    else this.#changed.set(facet, new Set([id]));
  }
}

const NOTHING: Book = new Map();
const NO_BOOKS: Books = new Map();
const NO_QUESTIONS: Questions = { names: [], facets: [] };
const NOBODY: ReadonlySet<NodeId> = new Set();

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

/** The topics are those that `graph.ts` tells of. */
function watched(context: FacetContext, notes: Notes<FacetContext>): FacetContext {
  const ask = <T>(topic: string, question: (of: FacetContext) => T): T => notes.ask(topic, context, question, topic);
  return {
    get account() {
      return ask('account', (of) => of.account);
    },
    node: (id) => ask(`node ${id}`, (of) => of.node(id)),
    enclosing: (id, trait) =>
      notes.ask(`enclosing ${id} ${trait}`, context, (of) => of.enclosing(id, trait), `above ${id}`),
    children: (id) => ask(`children ${id}`, (of) => of.children(id)),
    hasTrait: (id, trait) =>
      notes.ask(`hasTrait ${id} ${trait}`, context, (of) => of.hasTrait(id, trait), `node ${id}`),
    arn: (id) => ask(`arn ${id}`, (of) => of.arn(id)),
    referrers: (id) => ask(`referrers ${id}`, (of) => of.referrers(id)),
    withTrait: (trait) => ask(`trait ${trait}`, (of) => of.withTrait(trait)),
  };
}
