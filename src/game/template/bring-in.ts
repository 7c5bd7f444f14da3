import type { Kind, KindCatalog } from '../../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';
import { withoutReferences, ownerOf } from '../references';
import { nodeOf, nodesOf, subtreeOf } from '../tree';
import { withArticle } from '../words';

export interface BroughtIn {
  readonly diagram: Diagram;
  /** nodes that this scenario does without, each with the reason. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * The diagram that takes the place of `now`. What the scenario gives and locks stays; kinds that it does not offer stay
 * outside, unless AWS makes them along with something that may come.
 */
export function bringIn(
  now: Diagram,
  imported: Diagram,
  catalog: KindCatalog,
  allowedKinds: readonly string[],
): BroughtIn {
  const refused = nodesOf(imported).filter((node) => !mayCome(imported, catalog, node, allowedKinds));
  const gone = subtreeOf(
    imported,
    refused.map(({ id }) => id),
  );
  const nodes: Record<NodeId, DiagramNode> = {};
  for (const node of nodesOf(imported)) {
    if (gone.has(node.id)) continue;
    const { locked: _locked, ...free } = node;
    const kind = catalog.get(node.kind);
    nodes[node.id] = kind ? { ...free, props: withoutReferences(kind, node.props, (id) => gone.has(id)).props } : free;
  }
  for (const node of nodesOf(now)) if (node.locked) nodes[node.id] = node;
  const diagram = { nodes };
  for (const node of nodesOf(diagram)) {
    if (node.parent === undefined || nodeOf(diagram, node.parent)) continue;
    const { parent: _parent, ...standing } = node;
    nodes[node.id] = standing;
  }
  return { diagram, left: [...gone].map((id) => leftOut(nodeOf(imported, id), catalog)) };
}

function mayCome(diagram: Diagram, catalog: KindCatalog, node: DiagramNode, allowed: readonly string[]): boolean {
  if (allowed.includes(node.kind)) return true;
  const owner = ownerOf(diagram, catalog, node.id)?.owner;
  return owner !== undefined && allowed.includes(owner.kind);
}

function leftOut(node: DiagramNode | undefined, catalog: KindCatalog): { name: string; reason: string } {
  const kind: Kind | undefined = catalog.get(node?.kind ?? '');
  return {
    name: node?.name ?? '',
    reason: kind ? `This scenario does without ${withArticle(kind.title)}.` : 'Perimeter has no such element.',
  };
}
