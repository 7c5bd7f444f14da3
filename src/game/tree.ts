import type { Diagram, DiagramNode, NodeId } from '../model/diagram';

/** A node by its id. Never finds what an object inherits, so an id like `constructor` finds nothing. */
export function nodeOf(diagram: Diagram, id: NodeId | undefined | null): DiagramNode | undefined {
  return typeof id === 'string' && Object.hasOwn(diagram.nodes, id) ? diagram.nodes[id] : undefined;
}

export function nodesOf(diagram: Diagram): readonly DiagramNode[] {
  return Object.values(diagram.nodes);
}

/** These nodes and everything that stands in them, at any depth. Unknown ids are left out. */
export function subtreeOf(diagram: Diagram, ids: readonly NodeId[]): Set<NodeId> {
  const children = new Map<NodeId, NodeId[]>();
  for (const node of nodesOf(diagram)) {
    if (node.parent === undefined) continue;
    const list = children.get(node.parent);
    if (list) list.push(node.id);
    else children.set(node.parent, [node.id]);
  }
  const found = new Set<NodeId>();
  const open = ids.filter((id) => nodeOf(diagram, id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return found;
}

/** Is `id` the container itself, or anywhere inside it? Ends even when parents form a circle. */
export function isInside(diagram: Diagram, id: NodeId, container: NodeId): boolean {
  const seen = new Set<NodeId>();
  let at: NodeId | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    if (at === container) return true;
    seen.add(at);
    at = nodeOf(diagram, at)?.parent;
  }
  return false;
}

/** `<kind>-<n>`, the smallest free number: the same diagram always gives the same id. */
export function freshId(taken: (id: NodeId) => boolean, kind: string): NodeId {
  const stem =
    kind
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-')
      .replace(/^-+/, '')
      .slice(0, 64) || 'node';
  let number = 1;
  while (taken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The name itself when it is free, else with the next number: `bucket`, `bucket-2`, `bucket-3`. */
export function freshName(taken: ReadonlySet<string>, name: string): string {
  const whole = name.slice(0, 120);
  if (!taken.has(whole)) return whole;
  const stem = whole.replace(/-\d{1,4}$/, '');
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function namesIn(diagram: Diagram): Set<string> {
  return new Set(nodesOf(diagram).map((node) => node.name));
}
