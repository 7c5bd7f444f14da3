import type { Diagram, NodeId } from '../model/diagram';
import type { Problem } from '../model/report';
import { ACCOUNT } from './accounts';
import { complete, unknown, wrongReference, type Completed, type Reference } from './complete';
import type { AnyNode, Catalog } from './facets';
import { SortedLists } from './sorted-lists';

type Lists<T> = ReadonlyMap<string, readonly T[]>;
type ProblemsOf = ReadonlyMap<NodeId, readonly Problem[]>;
type Stock = ReadonlyMap<NodeId, Completed>;

/** A diagram with its nodes completed, indexed: whatever stands in one place, or points to one, is found at once. */
export interface Drawing {
  readonly catalog: Catalog;
  /** in id order, as is all below. */
  readonly ids: readonly NodeId[];
  readonly stock: Stock;
  readonly byTrait: Lists<AnyNode>;
  readonly children: Lists<AnyNode>;
  /** by where they point; the wrong ones too. */
  readonly references: Lists<Reference>;
  /** by node; only of nodes that have some. */
  readonly invalid: ProblemsOf;
  readonly wrong: ProblemsOf;
  readonly misplaced: ProblemsOf;
  readonly missing: ProblemsOf;
}

/** What tells a drawing from the one of before. */
export interface Redrawn {
  readonly drawing: Drawing;
  /** the drawing of before was of use: all that is not told of below is as it was there. */
  readonly again: boolean;
  /** nodes that are new, gone or other objects. */
  readonly nodes: readonly NodeId[];
  /** nodes that stand, however deep, in one of these; and these. */
  readonly inside: Iterable<NodeId>;
  /** keys of lists that are others. */
  readonly traits: Iterable<string>;
  readonly parents: Iterable<NodeId>;
  readonly targets: Iterable<NodeId>;
}

const idOfNode = (node: AnyNode): NodeId => node.id;
const idOfHolder = ({ node }: Reference): NodeId => node.id;

/** Makes use of the drawing of before, where much is the same: the work grows with what differs. */
export function draw(diagram: Diagram, catalog: Catalog, last: Drawing | undefined): Redrawn {
  const little = last && differing(diagram, last);
  const before = little && last;
  const changed = little ?? Object.keys(diagram.nodes).sort();
  const ids = before ? idsAfter(before, diagram, changed) : changed;
  const stock = new Map(ids === before?.ids ? before.stock : undefined);
  const byTrait = new SortedLists(before?.byTrait, idOfNode);
  const children = new SortedLists(before?.children, idOfNode);
  const references = new SortedLists(before?.references, idOfHolder);

  for (const id of before ? changed : []) {
    const old = before?.stock.get(id);
    if (!old) continue;
    if (old.node.parent !== undefined) children.drop(old.node.parent, id);
    for (const trait of old.kind?.traits ?? []) byTrait.drop(trait, id);
    for (const { to } of old.references) references.drop(to, id);
  }
  const others = new Set(before && changed);
  // Where nodes come or go every one is put down again: a map keeps the order in which it is told.
  for (const id of ids === before?.ids ? changed : ids) {
    const old = before && !others.has(id) ? before.stock.get(id) : undefined;
    if (old) stock.set(id, old);
    const source = old ? undefined : diagram.nodes[id];
    if (!source) continue;
    const kind = catalog.get(source.kind);
    const done = kind ? complete(kind, source) : unknown(source);
    const { node } = done;
    stock.set(id, done);
    if (node.parent !== undefined) children.add(node.parent, node);
    for (const trait of kind?.traits ?? []) byTrait.add(trait, node);
    for (const reference of done.references) references.add(reference.to, reference);
  }

  const inside = before ? withInside(changed, children.lists) : changed;
  const holders = before && changed.flatMap((id) => references.lists.get(id) ?? []).map(idOfHolder);
  const drawing: Drawing = {
    catalog,
    ids,
    stock,
    byTrait: byTrait.lists,
    children: children.lists,
    references: references.lists,
    invalid: patched(before?.invalid, changed, (id) => stock.get(id)?.invalid),
    missing: patched(before?.missing, changed, (id) => stock.get(id)?.missing),
    wrong: patched(before?.wrong, holders ? new Set([...changed, ...holders]) : changed, (id) =>
      stock
        .get(id)
        ?.references.filter((one) => !leads(one, stock))
        .map((one) => wrongReference(one, stock.get(one.to)?.node)),
    ),
    misplaced: patched(before?.misplaced, inside, (id) => misplaced(stock, id)),
  };
  return {
    drawing,
    again: before !== undefined,
    nodes: changed,
    inside,
    traits: byTrait.touched,
    parents: children.touched,
    targets: references.touched,
  };
}

/** Does it lead to a node that it may name? */
export function leads({ to, trait }: Reference, stock: Stock): boolean {
  return stock.get(to)?.kind?.traits.includes(trait) ?? false;
}

/** The containers around a node, nearest first. */
export function containersOf(stock: Stock, id: NodeId): AnyNode[] {
  const chain: AnyNode[] = [];
  for (let at = stock.get(id)?.node.parent; at !== undefined;) {
    const node = stock.get(at)?.node;
    if (!node || node.id === id || chain.includes(node)) break;
    chain.push(node);
    at = node.parent;
  }
  return chain;
}

/** The nodes that are not the same objects, in id order; `undefined` when they are many. */
function differing({ nodes }: Diagram, { ids, stock }: Drawing): readonly NodeId[] | undefined {
  const changed: NodeId[] = [];
  const limit = ids.length / 4;
  let kept = 0;
  for (const id of Object.keys(nodes)) {
    const old = stock.get(id);
    if (old) kept += 1;
    if (old?.source !== nodes[id]) changed.push(id);
    if (changed.length > limit) return undefined;
  }
  if (kept < ids.length) changed.push(...ids.filter((id) => !Object.hasOwn(nodes, id)));
  return changed.length > limit ? undefined : changed.sort();
}

/** The list of before while the same nodes are there. */
function idsAfter(before: Drawing, { nodes }: Diagram, changed: readonly NodeId[]): readonly NodeId[] {
  const added = changed.filter((id) => !before.stock.has(id));
  const gone = new Set(changed.filter((id) => !Object.hasOwn(nodes, id)));
  if (added.length === 0 && gone.size === 0) return before.ids;
  const ids = before.ids.filter((id) => !gone.has(id));
  for (const id of added) {
    let at = ids.length;
    for (let last = ids[at - 1]; last !== undefined && last > id; last = ids[at - 1]) at -= 1;
    ids.splice(at, 0, id);
  }
  return ids;
}

function withInside(changed: readonly NodeId[], children: Lists<AnyNode>): ReadonlySet<NodeId> {
  const inside = new Set(changed);
  // What is added while the set is walked is walked too.
  for (const id of inside) for (const child of children.get(id) ?? []) inside.add(child.id);
  return inside;
}

function patched(
  before: ProblemsOf | undefined,
  ids: Iterable<NodeId>,
  find: (id: NodeId) => readonly Problem[] | undefined,
): ProblemsOf {
  const found = new Map(before);
  for (const id of ids) {
    const problems = find(id);
    if (problems && problems.length > 0) found.set(id, problems);
    else found.delete(id);
  }
  return found;
}

function misplaced(stock: Stock, id: NodeId): readonly Problem[] {
  const { node, kind } = stock.get(id) ?? {};
  if (!node || !kind) return [];
  const container = node.parent === undefined ? undefined : stock.get(node.parent);
  const parent = container?.node;
  const places = parent ? (container.kind?.traits ?? []) : [ACCOUNT];
  const lost = node.parent !== undefined && !parent;
  const circular = parent !== undefined && [parent, ...containersOf(stock, parent.id)].some((one) => one.id === id);
  if (!lost && !circular && kind.livesIn.some((one) => places.includes(one))) return [];
  return [
    {
      severity: 'error',
      nodes: parent ? [node.id, parent.id] : [node.id],
      reason: {
        code: circular ? 'graph.circular-container' : 'graph.wrong-container',
        values: {
          name: node.name,
          kind: kind.title,
          place: parent ? parent.name : lost ? 'a container that is gone' : 'the account',
          legal: kind.livesIn.join(', '),
        },
      },
    },
  ];
}
