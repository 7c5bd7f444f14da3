import type { Kind, KindCatalog, Link } from '../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { fieldMeta } from '../model/field';
import type { Json } from '../model/json';
import { expandPattern, patternOf, type FieldPath } from '../model/path';
import { erasePath } from './props';
import { nodeOf, nodesOf } from './tree';

/** One reference as the canvas draws it. `field` is concrete: `routes[0].target`. */
export interface Edge {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly field: FieldPath;
  readonly label: string;
}

/** Every drawn reference whose target exists. There is no other list of edges. */
export function edgesOf(diagram: Diagram, catalog: KindCatalog): Edge[] {
  return nodesOf(diagram).flatMap((node) =>
    (catalog.get(node.kind)?.links ?? []).flatMap((link) =>
      expandPattern(node.props, link.field).flatMap(({ path, value }) =>
        typeof value === 'string' && nodeOf(diagram, value)
          ? [{ id: `${node.id}/${path}`, from: node.id, to: value, field: path, label: link.label }]
          : [],
      ),
    ),
  );
}

export function linkAt(kind: Kind | undefined, field: FieldPath): Link | undefined {
  const pattern = patternOf(field);
  return kind?.links.find((link) => link.field === pattern);
}

/** Every pattern under which a kind holds node ids: its links, its companions, its fields marked as references. */
export function referencePatterns(kind: Kind): readonly string[] {
  const marked = Object.entries(kind.schema.shape).flatMap(([key, schema]) =>
    fieldMeta(schema)?.ref === undefined ? [] : [key, `${key}[]`],
  );
  return [...new Set([...kind.links.map((link) => link.field), ...kind.companions.map((one) => one.field), ...marked])];
}

/**
 * The node that AWS made `id` together with, and whether `id` stands inside it. Read from the owner's property, so
 * a companion that its owner no longer names has no owner.
 */
export function ownerOf(
  diagram: Diagram,
  catalog: KindCatalog,
  id: NodeId,
): { readonly owner: DiagramNode; readonly inside: boolean } | undefined {
  const node = nodeOf(diagram, id);
  if (!node) return undefined;
  for (const owner of nodesOf(diagram)) {
    for (const companion of catalog.get(owner.kind)?.companions ?? []) {
      if (companion.kind === node.kind && owner.props[companion.field] === id && owner.id !== id) {
        return { owner, inside: companion.inside };
      }
    }
  }
  return undefined;
}

export function isRemovable(catalog: KindCatalog, node: DiagramNode): boolean {
  const kind = catalog.get(node.kind);
  return kind === undefined || kind.removable(kind.complete(node.props).props);
}

/** How a reference goes away: a list loses the element that stands for the edge, anything else loses the value. */
export function eraseReference(
  kind: Kind,
  props: { readonly [key: string]: Json },
  path: FieldPath,
): { [key: string]: Json } {
  const link = linkAt(kind, path);
  const element = link?.item ? path.slice(0, path.lastIndexOf(']') + 1) : path;
  return erasePath(props, element === '' ? path : element);
}

/** The properties without any reference to `gone`, and how many were cleared. */
export function withoutReferences(
  kind: Kind,
  props: { readonly [key: string]: Json },
  gone: (id: NodeId) => boolean,
): { readonly props: { readonly [key: string]: Json }; readonly cleared: number } {
  let now = props;
  let cleared = 0;
  for (const pattern of referencePatterns(kind)) {
    // From the end, so that the indexes of what is still to come stay right.
    for (const { path, value } of expandPattern(now, pattern).reverse()) {
      if (typeof value !== 'string' || !gone(value)) continue;
      now = eraseReference(kind, now, path);
      cleared += 1;
    }
  }
  return { props: now, cleared };
}
