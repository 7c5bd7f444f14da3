import type { Kind, KindCatalog } from '../../catalog/kind';
import { Diagram, LIMITS, type DiagramNode, type NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { faultOf } from '../../model/json-limits';
import { expandPattern, writePath } from '../../model/path';
import { change, refuse, type MutableNode } from '../change';
import type { Outcome } from '../command';
import { isPoint, misplaced } from '../placement';
import { isRemovable, linkAt, ownerOf, referencePatterns, withoutReferences } from '../references';
import { freshId, freshName, namesIn, nodeOf, nodesOf, subtreeOf } from '../tree';
import { count } from '../words';

export interface Paste {
  readonly diagram: Diagram;
  readonly parent?: NodeId;
  readonly offset: { readonly x: number; readonly y: number };
}

/** What "copy" takes: the nodes with everything in them, and what AWS makes together with them. */
export function copyOf(diagram: Diagram, catalog: KindCatalog, ids: readonly NodeId[]): Diagram {
  const taken = subtreeOf(diagram, ids);
  for (const id of taken) {
    const owner = nodeOf(diagram, id);
    for (const { kind, field } of (owner && catalog.get(owner.kind)?.companions) ?? []) {
      const value = owner?.props[field];
      const twin = nodeOf(diagram, typeof value === 'string' ? value : undefined);
      if (twin?.kind === kind) for (const below of subtreeOf(diagram, [twin.id])) taken.add(below);
    }
  }
  return {
    nodes: Object.fromEntries(
      nodesOf(diagram)
        .filter((node) => taken.has(node.id))
        .map((node) => [node.id, node]),
    ),
  };
}

/**
 * Adds copies with fresh ids and free names. References among the copies follow them; a reference to something
 * outside stays when this diagram has a fitting node under that id, else it is cleared.
 */
export function paste(diagram: Diagram, catalog: KindCatalog, args: Paste): Outcome {
  const read = Diagram.safeParse(args.diagram);
  if (!read.success || faultOf(read.data) || !isPoint(args.offset)) {
    return refuse('The clipboard does not hold a part of a diagram.', 'Copy elements in Perimeter first.');
  }
  const clip = read.data;
  // AWS makes these only with their owner, so a copy without its owner would be something that cannot exist.
  const orphan = (node: DiagramNode) => !isRemovable(catalog, node) && ownerOf(clip, catalog, node.id) === undefined;
  const dropped = subtreeOf(
    clip,
    nodesOf(clip)
      .filter(orphan)
      .map((node) => node.id),
  );
  const sources = nodesOf(clip).filter((node) => !dropped.has(node.id));
  if (sources.length === 0) {
    return refuse(
      dropped.size > 0 ? 'AWS makes this only together with its owner.' : 'There is nothing to paste.',
      dropped.size > 0 ? 'Copy its owner instead.' : 'Copy elements first.',
    );
  }
  if (Object.keys(diagram.nodes).length + sources.length > LIMITS.nodes) {
    return refuse(`A diagram holds at most ${LIMITS.nodes} elements.`, 'Remove something first.');
  }

  const ids = new Map<NodeId, NodeId>();
  const used = new Set<NodeId>();
  for (const node of sources) {
    const id = freshId((taken) => used.has(taken) || nodeOf(diagram, taken) !== undefined, node.kind);
    ids.set(node.id, id);
    used.add(id);
  }
  const names = namesIn(diagram);
  const copies: MutableNode[] = [];
  for (const node of sources) {
    const kind = catalog.get(node.kind);
    const inside = node.parent === undefined ? undefined : ids.get(node.parent);
    const parent = inside ?? landing(diagram, catalog, kind, node, args.parent);
    if (inside === undefined && kind) {
      const wrong = misplaced(diagram, catalog, kind, parent);
      if (wrong)
        return refuse(
          wrong.why,
          `${wrong.remedy} Select that container, then paste.`,
          parent === undefined ? [] : [parent],
        );
    }
    const name = freshName(names, node.name);
    names.add(name);
    const { locked: _locked, parent: _parent, ...rest } = node;
    copies.push({
      ...rest,
      id: ids.get(node.id) ?? node.id,
      name,
      ...(parent === undefined ? {} : { parent }),
      position: inside === undefined ? shifted(node.position, args.offset) : { ...node.position },
      props: kind ? retargeted(diagram, catalog, kind, node.props, ids) : { ...node.props },
    });
  }
  const left =
    dropped.size > 0 ? ` ${count(dropped.size, 'element')} stayed behind: AWS makes them only with their owner.` : '';
  const what = copies.length === 1 ? `${copies[0]?.name ?? 'One element'} is` : `${copies.length} elements are`;
  return change(
    diagram,
    { text: `${what} pasted.${left}` },
    (draft) => {
      for (const copy of copies) draft.nodes[copy.id] = copy;
    },
    copies.map((copy) => copy.id),
  );
}

/** The chosen container if it fits, else the old one, else the account. */
function landing(
  diagram: Diagram,
  catalog: KindCatalog,
  kind: Kind | undefined,
  node: DiagramNode,
  chosen: NodeId | undefined,
): NodeId | undefined {
  const candidates = [chosen, node.parent].filter((id) => nodeOf(diagram, id) !== undefined);
  if (!kind) return candidates[0];
  const fits = [...candidates, undefined].find((id) => !misplaced(diagram, catalog, kind, id));
  return fits ?? chosen;
}

function retargeted(
  diagram: Diagram,
  catalog: KindCatalog,
  kind: Kind,
  props: DiagramNode['props'],
  ids: ReadonlyMap<NodeId, NodeId>,
): { [key: string]: Json } {
  const companions = new Set(kind.companions.map((companion) => companion.field));
  const stays = (pattern: string, id: NodeId) => {
    const target = nodeOf(diagram, id);
    const trait = linkAt(kind, pattern)?.to;
    if (!target || companions.has(pattern)) return false;
    return trait === undefined || catalog.get(target.kind)?.traits.includes(trait) === true;
  };
  const lost = new Set<string>();
  let next: Json = { ...props };
  for (const pattern of referencePatterns(kind)) {
    for (const { path, value } of expandPattern(props, pattern)) {
      if (typeof value !== 'string') continue;
      const id = ids.get(value);
      if (id !== undefined) next = writePath(next, path, `${MARK}${id}`);
      else if (!stays(pattern, value)) lost.add(value);
    }
  }
  const kept = withoutReferences(kind, next as DiagramNode['props'], (id) => lost.has(id)).props;
  let done: Json = kept;
  for (const pattern of referencePatterns(kind)) {
    for (const { path, value } of expandPattern(kept, pattern)) {
      if (typeof value === 'string' && value.startsWith(MARK)) done = writePath(done, path, value.slice(MARK.length));
    }
  }
  return { ...(done as DiagramNode['props']) };
}

/** No node id can begin with it: keeps a new id apart from an old one of the same spelling. */
const MARK = '→';

function shifted(position: { readonly x: number; readonly y: number }, by: { readonly x: number; readonly y: number }) {
  return { x: position.x + by.x, y: position.y + by.y };
}
