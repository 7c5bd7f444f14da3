import type { Account } from '../model/account';
import type { Diagram, NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import { containersOf, draw, leads, type Drawing, type Redrawn } from './drawing';
import type { AnyKind, AnyNode, Catalog, FacetContext } from './facets';
import { askAlone, redrawn, unsureOf } from './remember';
import { SortedLists } from './sorted-lists';

/** A diagram whose references are resolved: what every facet and every topic reads. */
export interface Graph extends FacetContext {
  readonly nodes: readonly AnyNode[];
  readonly problems: readonly Problem[];
  kindOf(id: NodeId): AnyKind | undefined;
  /** the player's name for a node; its id when it is not there. */
  nameOf(id: NodeId | undefined): string;
  /** the node's own mark: its parent's completed ancestors, nearest first, itself excluded. */
  ancestors(id: NodeId): readonly AnyNode[];
}

/** What may be answered otherwise than by the graph of before. */
export interface Difference {
  /** nodes that are new, gone or other objects. */
  readonly nodes: readonly NodeId[];
  /** nodes that stand, however deep, in one of these; and these. */
  readonly inside: Iterable<NodeId>;
  /** nodes whose name is another. */
  readonly names: readonly NodeId[];
  readonly arns: readonly NodeId[];
  /** nodes whose answers must be asked for again; those of all others are as they were. */
  readonly answers: ReadonlySet<NodeId>;
}

export const NO_DIFFERENCE: Difference = { nodes: [], inside: [], names: [], arns: [], answers: new Set() };

/** What a graph is made of, for the next one. */
interface Parts {
  readonly drawing: Drawing;
  readonly arns: ReadonlyMap<NodeId, string | undefined>;
  /** nodes whose ARN may be another in the next graph although nothing that is known to matter changes. */
  readonly unsure: readonly NodeId[];
  readonly owners: ReadonlyMap<string, readonly NodeId[]>;
  readonly shared: ReadonlySet<string>;
}
const parts = new WeakMap<Graph, Parts>();

export function buildGraph(diagram: Diagram, account: Account, catalog: Catalog): Graph {
  return regraph(diagram, account, catalog, undefined).graph;
}

/** As `buildGraph`; makes use of the graph of before. What differs is not given where little is the same. */
export function regraph(
  diagram: Diagram,
  account: Account,
  catalog: Catalog,
  before: Graph | undefined,
): { readonly graph: Graph; readonly difference?: Difference } {
  const known = before && before.account === account ? parts.get(before) : undefined;
  const drawn = draw(diagram, catalog, known?.drawing.catalog === catalog ? known.drawing : undefined);
  const last = drawn.again ? known : undefined;
  const { drawing } = drawn;
  const problems: Problem[] = [];
  const arns = new Map(last?.arns);
  const graph = graphOf(drawing, account, problems, arns);

  const doubted = last && redrawn(before, graph, topicsOf(drawn, last.unsure));
  const base = doubted && last;
  const asked = base ? [...new Set([...drawn.nodes, ...base.unsure, ...doubted.arns])].sort() : drawing.ids;
  if (base) for (const id of asked) arns.delete(id);
  else arns.clear();
  const owners = new SortedLists<NodeId>(base?.owners, (id) => id);
  const renamed: NodeId[] = [];
  for (const id of asked) {
    const [old, now] = [base?.arns.get(id), graph.arn(id)];
    if (old === now) continue;
    if (base) renamed.push(id);
    if (old !== undefined) owners.drop(old, id);
    if (now !== undefined) owners.add(now, id);
  }
  const shared = new Set(base?.shared);
  for (const arn of owners.touched) {
    if ((owners.lists.get(arn)?.length ?? 0) > 1) shared.add(arn);
    else shared.delete(arn);
  }
  const unsure = unsureOf('arn', asked, graph);

  problems.push(
    ...inOrder(drawing.invalid),
    ...inOrder(drawing.wrong),
    ...inOrder(drawing.misplaced),
    ...inOrder(drawing.missing),
    ...duplicates(shared, owners.lists, graph),
  );
  parts.set(graph, { drawing, arns, unsure, owners: owners.lists, shared });
  if (!base) return { graph };
  const names = drawn.nodes.filter((id) => base.drawing.stock.get(id)?.node.name !== drawing.stock.get(id)?.node.name);
  return {
    graph,
    difference: {
      nodes: drawn.nodes,
      inside: drawn.inside,
      names,
      arns: renamed,
      answers: new Set([...drawn.nodes, ...doubted.answers]),
    },
  };
}

function graphOf(
  { stock, byTrait, children, references }: Drawing,
  account: Account,
  problems: readonly Problem[],
  arns: Map<NodeId, string | undefined>,
): Graph {
  const hasTrait = (id: NodeId | undefined, trait: string): boolean =>
    id !== undefined && (stock.get(id)?.kind?.traits.includes(trait) ?? false);
  const graph: Graph = {
    account,
    nodes: Array.from(stock.values(), ({ node }) => node),
    problems,
    kindOf: (id) => stock.get(id)?.kind,
    hasTrait,
    ancestors: (id) => containersOf(stock, id),
    node: (id) => (id === undefined ? undefined : stock.get(id)?.node),
    nameOf: (id) => (id === undefined ? 'nothing' : (stock.get(id)?.node.name ?? id)),
    children: (id) => children.get(id) ?? [],
    withTrait: (trait) => byTrait.get(trait) ?? [],
    referrers: (id) => {
      const pointing = references.get(id) ?? [];
      return pointing.every((one) => leads(one, stock)) ? pointing : pointing.filter((one) => leads(one, stock));
    },
    enclosing: (id, trait) => {
      const node = stock.get(id)?.node;
      return node && [node, ...containersOf(stock, id)].find((candidate) => hasTrait(candidate.id, trait));
    },
    arn: (id) => {
      if (id === undefined) return undefined;
      const done = stock.get(id);
      if (done && !arns.has(id)) {
        // Who asks for itself on the way hears that it has none.
        arns.set(id, undefined);
        arns.set(id, askAlone('arn', done.node, done.kind, graph));
      }
      return arns.get(id);
    },
  };
  return graph;
}

/** The topics of `remember.ts` that a drawing answers otherwise than the one of before. */
function* topicsOf({ nodes, inside, traits, parents, targets }: Redrawn, unsure: Iterable<NodeId>): Iterable<string> {
  for (const id of nodes) {
    yield `node ${id}`;
    yield `arn ${id}`;
    // Whether a reference counts hangs on the kind of its target.
    yield `referrers ${id}`;
  }
  for (const id of unsure) yield `arn ${id}`;
  for (const id of inside) yield `above ${id}`;
  for (const id of parents) yield `children ${id}`;
  for (const id of targets) yield `referrers ${id}`;
  for (const trait of traits) yield `trait ${trait}`;
}

function inOrder(problems: ReadonlyMap<NodeId, readonly Problem[]>): readonly Problem[] {
  return [...problems.keys()].sort().flatMap((id) => problems.get(id) ?? []);
}

/** AWS refuses a second resource with the same ARN. */
function duplicates(
  arns: Iterable<string>,
  owners: ReadonlyMap<string, readonly NodeId[]>,
  graph: Graph,
): readonly Problem[] {
  const twins = [...arns].map((arn) => ({ arn, ids: owners.get(arn) ?? [] }));
  const first = ({ ids }: { readonly ids: readonly NodeId[] }) => ids[0] ?? '';
  return twins
    .sort((a, b) => (first(a) < first(b) ? -1 : 1))
    .map(({ arn, ids }) => ({
      severity: 'error',
      nodes: ids,
      reason: { code: 'graph.duplicate-name', values: { name: graph.nameOf(ids[0]), arn } },
    }));
}
