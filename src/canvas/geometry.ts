import type { Kind, KindCatalog } from '../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { admits } from '../game/placement';
import { nodeOf, nodesOf } from '../game/tree';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly id: NodeId;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly container: boolean;
}

export const GRID = 8;
export const RESOURCE = { width: 176, height: 56 } as const;
/** where the children of a container begin: below its header. */
export const HEADER = 40;
export const PADDING = 8;
export const SMALLEST = { width: 208, height: 112 } as const;

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

export function sizeOf(node: DiagramNode, kind: Kind | undefined): { readonly width: number; readonly height: number } {
  return kind?.container ? (node.size ?? kind.container) : RESOURCE;
}

/** Parents before children, as they were drawn. A node whose parents form a circle or are gone stands in the account. */
export function parentsFirst(
  diagram: Diagram,
): { readonly node: DiagramNode; readonly parent?: NodeId; readonly depth: number }[] {
  const depths = new Map<NodeId, number>();
  const depthOf = (node: DiagramNode): number => {
    const trail = new Set<NodeId>();
    let at: DiagramNode | undefined = node;
    while (at) {
      if (trail.has(at.id)) return 0;
      trail.add(at.id);
      at = nodeOf(diagram, at.parent);
    }
    return trail.size - 1;
  };
  const all = nodesOf(diagram);
  for (const node of all) depths.set(node.id, depthOf(node));
  return all
    .map((node) => {
      const depth = depths.get(node.id) ?? 0;
      return depth > 0 && node.parent !== undefined ? { node, parent: node.parent, depth } : { node, depth };
    })
    .sort((a, b) => a.depth - b.depth);
}

/** Every node with its place on the canvas, parents first. */
export function boxesOf(diagram: Diagram, catalog: KindCatalog): Map<NodeId, Box> {
  const boxes = new Map<NodeId, Box>();
  for (const { node, parent, depth } of parentsFirst(diagram)) {
    const kind = catalog.get(node.kind);
    const origin = parent === undefined ? undefined : boxes.get(parent);
    boxes.set(node.id, {
      id: node.id,
      x: node.position.x + (origin?.x ?? 0),
      y: node.position.y + (origin?.y ?? 0),
      ...sizeOf(node, kind),
      depth,
      container: kind?.container !== undefined,
    });
  }
  return boxes;
}

function holds(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

/** The node under a point: resources lie above containers, deeper containers above shallower ones. */
export function nodeAt(boxes: ReadonlyMap<NodeId, Box>, point: Point): Box | undefined {
  let found: Box | undefined;
  for (const box of boxes.values()) {
    if (!holds(box, point)) continue;
    if (
      !found ||
      Number(found.container) > Number(box.container) ||
      (found.container === box.container && box.depth >= found.depth)
    ) {
      found = box;
    }
  }
  return found;
}

export interface Landing {
  /** the container; absent = the account. */
  readonly parent?: NodeId;
  readonly legal: boolean;
}

/**
 * Where something dropped at a point would stand: the deepest container there that admits all these kinds. Over a
 * container, the account is no way out: what would look as if it stood inside must not stand outside.
 */
export function landingAt(
  diagram: Diagram,
  catalog: KindCatalog,
  kinds: readonly string[],
  point: Point,
  exclude: ReadonlySet<NodeId> = new Set(),
): Landing {
  const under = [...boxesOf(diagram, catalog).values()]
    .filter((box) => box.container && !exclude.has(box.id) && holds(box, point))
    .sort((a, b) => b.depth - a.depth);
  const fits = (container: DiagramNode | undefined) =>
    kinds.every((id) => {
      const kind = catalog.get(id);
      return kind === undefined || admits(catalog, kind, container);
    });
  for (const box of under) if (fits(nodeOf(diagram, box.id))) return { parent: box.id, legal: true };
  const deepest = under[0];
  return deepest ? { parent: deepest.id, legal: false } : { legal: fits(undefined) };
}

/** A place relative to a container, on the grid, inside it where it fits. */
export function placeIn(point: Point, size: { width: number; height: number }, container: Box | undefined): Point {
  if (!container) return { x: snap(point.x), y: snap(point.y) };
  const within = (value: number, low: number, high: number) =>
    snap(Math.max(low, Math.min(value, Math.max(low, high))));
  return {
    x: within(point.x - container.x, PADDING, container.width - size.width - PADDING),
    y: within(point.y - container.y, HEADER, container.height - size.height - PADDING),
  };
}
