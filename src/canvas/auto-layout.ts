import { CATEGORIES, type KindCatalog } from '../catalog/kind';
import type { Outcome } from '../game/command';
import { moveNodes, resizeNode, type Move, type ResizeNode } from '../game/commands/move';
import { nodesOf } from '../game/tree';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { GRID, HEADER, parentsFirst, RESOURCE, SMALLEST, sizeOf } from './geometry';

const GAP = 3 * GRID;
/** in the account, where most edges run. */
const WIDE = 7 * GRID;
const TOP = HEADER + GRID;
/** resources beside each other in a container that has no boxes. */
const COLUMNS = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Plan {
  readonly moves: readonly Move[];
  readonly sizes: readonly ResizeNode[];
}

/** Reading order: what stood higher or further left stays so. */
function inReadingOrder(nodes: readonly DiagramNode[]): DiagramNode[] {
  return [...nodes].sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x);
}

/** Puts things into rows; gives back the places and the size of the whole. */
function flow(sizes: readonly Size[], width: number, origin: { x: number; y: number }, gap = GAP) {
  const places: { x: number; y: number }[] = [];
  let [x, y, row, right] = [origin.x, origin.y, 0, origin.x];
  for (const size of sizes) {
    if (x > origin.x && x + size.width > origin.x + width) {
      x = origin.x;
      y += row + gap;
      row = 0;
    }
    places.push({ x, y });
    row = Math.max(row, size.height);
    x += size.width + gap;
    right = Math.max(right, x - gap);
  }
  return { places, right, bottom: sizes.length > 0 ? y + row : origin.y };
}

/**
 * A tidy place for everything: boxes first and side by side, resources below them in a grid; in the account the
 * resources stand right of the boxes, by category. Locked nodes stay; their neighbours go below them.
 */
export function layout(diagram: Diagram, catalog: KindCatalog): Plan {
  const order = parentsFirst(diagram);
  const children = new Map<NodeId | undefined, DiagramNode[]>();
  for (const { node, parent } of order) children.set(parent, [...(children.get(parent) ?? []), node]);
  const sizes = new Map<NodeId, Size>(order.map(({ node }) => [node.id, sizeOf(node, catalog.get(node.kind))]));
  const sizeNow = (node: DiagramNode) => sizes.get(node.id) ?? RESOURCE;
  const isBox = (node: DiagramNode) => catalog.get(node.kind)?.container !== undefined;
  const moves: Move[] = [];
  const resized: ResizeNode[] = [];
  const place = (nodes: readonly DiagramNode[], places: readonly { x: number; y: number }[]) =>
    nodes.forEach((node, index) => {
      const position = places[index];
      if (position) moves.push({ id: node.id, position });
    });

  // Deepest first, so that a box knows the size of what stands in it.
  for (const { node: container } of [...order].reverse().filter(({ node }) => isBox(node))) {
    const all = children.get(container.id) ?? [];
    const fixed = all.filter((node) => node.locked);
    const free = inReadingOrder(all.filter((node) => !node.locked));
    const [boxes, leaves] = [free.filter(isBox), free.filter((node) => !isBox(node))];
    const below = Math.max(TOP, ...fixed.map((node) => node.position.y + sizeNow(node).height + GAP));
    const perRow = Math.ceil(Math.sqrt(boxes.length));
    const boxWidth = Math.max(0, ...boxes.map((node) => sizeNow(node).width));
    const boxRow = perRow * (boxWidth + GAP);
    const upper = flow(boxes.map(sizeNow), boxRow, { x: GAP, y: below });
    const leafRow = Math.max(upper.right - GAP, COLUMNS * (RESOURCE.width + GAP));
    const lower = flow(leaves.map(sizeNow), leafRow, { x: GAP, y: boxes.length > 0 ? upper.bottom + GAP : below });
    place(boxes, upper.places);
    place(leaves, lower.places);
    const right = Math.max(upper.right, lower.right, ...fixed.map((node) => node.position.x + sizeNow(node).width));
    const size = {
      width: Math.max(SMALLEST.width, right + GAP),
      height: Math.max(SMALLEST.height, lower.bottom + GAP),
    };
    if (all.length === 0 || container.locked) continue;
    sizes.set(container.id, size);
    resized.push({ id: container.id, position: container.position, size });
  }

  const roots = children.get(undefined) ?? [];
  const free = inReadingOrder(roots.filter((node) => !node.locked));
  const fixed = roots.filter((node) => node.locked);
  const below = fixed.length > 0 ? Math.max(...fixed.map((node) => node.position.y + sizeNow(node).height + GAP)) : 0;
  const boxes = flow(free.filter(isBox).map(sizeNow), 0, { x: 0, y: below });
  place(free.filter(isBox), boxes.places);
  const categoryOf = (node: DiagramNode) => CATEGORIES.indexOf(catalog.get(node.kind)?.category ?? 'actors');
  const leaves = free.filter((node) => !isBox(node)).sort((a, b) => categoryOf(a) - categoryOf(b));
  const columns = Math.max(COLUMNS, Math.ceil(Math.sqrt(leaves.length / 2)));
  const start = { x: boxes.places.length > 0 ? boxes.right + 2 * GAP : 0, y: below };
  place(leaves, flow(leaves.map(sizeNow), columns * (RESOURCE.width + WIDE), start, WIDE).places);
  return { moves, sizes: resized };
}

/** Tidies the whole drawing: many moves, one step in the history. */
export function tidy(diagram: Diagram, catalog: KindCatalog): Outcome {
  const { moves, sizes } = layout(diagram, catalog);
  const places = new Map(moves.map((move) => [move.id, move.position]));
  const steps: ((now: Diagram) => Outcome)[] = [
    (now) => moveNodes(now, catalog, { moves }),
    ...sizes.map(
      (size) => (now: Diagram) => resizeNode(now, catalog, { ...size, position: places.get(size.id) ?? size.position }),
    ),
  ];
  return inOneStep(diagram, steps, `${nodesOf(diagram).length} elements are tidied up.`);
}

function inOneStep(diagram: Diagram, steps: readonly ((now: Diagram) => Outcome)[], text: string): Outcome {
  let whole: Extract<Outcome, { ok: true }> = { ok: true, diagram, patches: [], inverse: [], said: { text } };
  for (const step of steps) {
    const next = step(whole.diagram);
    if (!next.ok) return next;
    whole = {
      ...whole,
      diagram: next.diagram,
      patches: [...whole.patches, ...next.patches],
      inverse: [...next.inverse, ...whole.inverse],
    };
  }
  return whole;
}
