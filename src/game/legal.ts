import type { KindCatalog, Link } from '../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { expandPattern } from '../model/path';
import { ACCOUNT, admits } from './placement';
import { nodeOf, nodesOf } from './tree';
import { listWords, withArticle } from './words';

export interface Connection {
  readonly from: NodeId;
  readonly link: Link;
  readonly to: NodeId;
}

/** Where a new node of this kind may stand; `account` is the canvas itself. */
export function legalContainers(diagram: Diagram, catalog: KindCatalog, kindId: string): NodeId[] {
  const kind = catalog.get(kindId);
  if (!kind) return [];
  const inside = nodesOf(diagram)
    .filter((node) => admits(catalog, kind, node))
    .map((node) => node.id);
  return admits(catalog, kind, undefined) ? [ACCOUNT, ...inside] : inside;
}

/** Everything that this node could be connected to, link by link. */
export function legalTargets(diagram: Diagram, catalog: KindCatalog, from: NodeId): { link: Link; target: NodeId }[] {
  const source = nodeOf(diagram, from);
  const links = source ? (catalog.get(source.kind)?.links ?? []) : [];
  return links.flatMap((link) =>
    nodesOf(diagram)
      .filter((node) => source && !unfitTarget(catalog, source, link, node) && !isConnected(source, link, node.id))
      .map((node) => ({ link, target: node.id })),
  );
}

/** What an edge drawn between two nodes could mean, in the drawn direction first. */
export function linksBetween(diagram: Diagram, catalog: KindCatalog, a: NodeId, b: NodeId): Connection[] {
  return a === b
    ? possible(diagram, catalog, a, b)
    : [...possible(diagram, catalog, a, b), ...possible(diagram, catalog, b, a)];
}

function possible(diagram: Diagram, catalog: KindCatalog, from: NodeId, to: NodeId): Connection[] {
  const [source, target] = [nodeOf(diagram, from), nodeOf(diagram, to)];
  if (!source || !target || source.locked) return [];
  return (catalog.get(source.kind)?.links ?? [])
    .filter((link) => !link.byForm && !unfitTarget(catalog, source, link, target) && !isConnected(source, link, to))
    .map((link) => ({ from, link, to }));
}

/** Why no edge can be drawn between two nodes; `undefined` when one can. */
export function refusal(diagram: Diagram, catalog: KindCatalog, a: NodeId, b: NodeId): string | undefined {
  if (linksBetween(diagram, catalog, a, b).length > 0) return undefined;
  const [source, target] = [nodeOf(diagram, a), nodeOf(diagram, b)];
  if (!source || !target) return 'There is nothing to connect.';
  const pairs = [
    [source, target],
    [target, source],
  ] as const;
  for (const [from, to] of pairs) {
    for (const link of catalog.get(from.kind)?.links ?? []) {
      if (unfitTarget(catalog, from, link, to)) continue;
      if (isConnected(from, link, to.id)) return `${from.name} already ${link.label} ${to.name}.`;
      if (from.locked) return `${from.name} is given by the scenario and stays as it is.`;
    }
  }
  for (const [from, to] of pairs) {
    const lesson = lessonFor(catalog, from, to);
    if (lesson) return lesson;
  }
  if (a === b) return `${source.name} cannot be connected to itself.`;
  return `AWS has no connection between ${title(catalog, source)} and ${title(catalog, target)}.`;
}

/** Why this link cannot point at that node. */
export function unfitTarget(
  catalog: KindCatalog,
  from: DiagramNode,
  link: Link,
  to: DiagramNode,
): { readonly why: string; readonly remedy?: string } | undefined {
  if (catalog.get(to.kind)?.traits.includes(link.to)) return undefined;
  const lesson = lessonFor(catalog, from, to);
  const able = [...catalog.values()]
    .filter((kind) => kind.traits.includes(link.to))
    .map((kind) => withArticle(kind.title));
  const remedy = able.length > 0 ? `Connect it to ${listWords(able, 'or')}.` : undefined;
  const why = lesson ?? `“${from.name} ${link.label} ${to.name}” is not something AWS can do.`;
  return remedy ? { why, remedy } : { why };
}

/** The lesson that either kind has for the other. */
function lessonFor(catalog: KindCatalog, a: DiagramNode, b: DiagramNode): string | undefined {
  const traitsOf = (node: DiagramNode) => catalog.get(node.kind)?.traits ?? [];
  const find = (one: DiagramNode, other: DiagramNode) =>
    catalog.get(one.kind)?.refuses.find((refused) => traitsOf(other).includes(refused.to))?.lesson;
  return find(a, b) ?? find(b, a);
}

/** Would drawing this edge again change nothing? A list of objects may name one target more than once. */
function isConnected(from: DiagramNode, link: Link, to: NodeId): boolean {
  if (/\[\]\./.test(link.field)) return false;
  return expandPattern(from.props, link.field).some(({ value }) => value === to);
}

function title(catalog: KindCatalog, node: DiagramNode): string {
  const kind = catalog.get(node.kind);
  return kind ? withArticle(kind.title) : node.name;
}
