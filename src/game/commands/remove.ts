import type { KindCatalog } from '../../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';
import { change, refuse, refuseMissing } from '../change';
import type { Outcome } from '../command';
import { isRemovable, ownerOf, withoutReferences } from '../references';
import { nodeOf, nodesOf, subtreeOf } from '../tree';
import { count, listWords } from '../words';

/** Removes nodes with everything in them, and every reference to what is gone: one step. All or none. */
export function remove(diagram: Diagram, catalog: KindCatalog, args: { readonly ids: readonly NodeId[] }): Outcome {
  const wanted = args.ids.filter((id) => nodeOf(diagram, id));
  if (wanted.length === 0) return refuseMissing(args.ids[0] ?? 'nothing');
  const gone = withCompanions(diagram, catalog, subtreeOf(diagram, wanted));
  for (const id of gone) {
    const refused = kept(diagram, catalog, id, gone);
    if (refused) return refused;
  }

  const cleaned = new Map<NodeId, DiagramNode['props']>();
  const users = new Set<string>();
  for (const node of nodesOf(diagram)) {
    const kind = catalog.get(node.kind);
    if (!kind || gone.has(node.id)) continue;
    const result = withoutReferences(kind, node.props, (id) => gone.has(id));
    if (result.cleared === 0) continue;
    if (node.locked) {
      const names = listWords(
        wanted.map((id) => nodeOf(diagram, id)?.name ?? id),
        'and',
      );
      return refuse(`${node.name}, which the scenario gives, uses ${names}.`, 'Change it instead of removing it.', [
        node.id,
        ...wanted,
      ]);
    }
    cleaned.set(node.id, result.props);
    users.add(node.name);
  }

  const names = listWords(
    wanted.map((id) => nodeOf(diagram, id)?.name ?? id),
    'and',
  );
  const one = wanted.length === 1;
  const more = gone.size - new Set(wanted).size;
  const also = more > 0 ? ` with ${count(more, 'element')} that belonged to ${one ? 'it' : 'them'}` : '';
  const uses = `no longer ${users.size === 1 ? 'refers' : 'refer'} to ${one ? 'it' : 'them'}`;
  const loose = users.size > 0 ? ` ${listWords([...users], 'and')} ${uses}.` : '';
  return change(diagram, { text: `${names} ${one ? 'is' : 'are'} removed${also}.${loose}` }, (draft) => {
    for (const id of gone) delete draft.nodes[id];
    for (const [id, props] of cleaned) {
      const node = draft.nodes[id];
      if (!node) continue;
      for (const key of Object.keys(node.props)) {
        const value = props[key];
        if (value === undefined) delete node.props[key];
        else if (value !== nodeOf(diagram, id)?.props[key]) node.props[key] = value;
      }
    }
  });
}

/** What AWS removes together with its owner, wherever it stands. */
function withCompanions(diagram: Diagram, catalog: KindCatalog, gone: Set<NodeId>): Set<NodeId> {
  const whole = new Set(gone);
  for (const id of whole) {
    const node = nodeOf(diagram, id);
    for (const companion of (node && catalog.get(node.kind)?.companions) ?? []) {
      const value = node?.props[companion.field];
      const twin = nodeOf(diagram, typeof value === 'string' ? value : undefined);
      if (!twin || twin.kind !== companion.kind || isRemovable(catalog, twin)) continue;
      for (const below of subtreeOf(diagram, [twin.id])) whole.add(below);
    }
  }
  return whole;
}

function kept(diagram: Diagram, catalog: KindCatalog, id: NodeId, gone: ReadonlySet<NodeId>): Outcome | undefined {
  const node = nodeOf(diagram, id);
  if (!node) return undefined;
  if (node.locked)
    return refuse(`${node.name} is given by the scenario and cannot be removed.`, 'Change the design around it.', [id]);
  if (isRemovable(catalog, node)) return undefined;
  const owner = ownerOf(diagram, catalog, id)?.owner ?? nodeOf(diagram, node.parent);
  if (!owner || gone.has(owner.id)) return undefined;
  return refuse(
    `${node.name} belongs to ${owner.name}: AWS removes it only together with its owner.`,
    `Remove ${owner.name} instead, or leave it unused.`,
    [id, owner.id],
  );
}
