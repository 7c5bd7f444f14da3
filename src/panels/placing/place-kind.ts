import { GRID, HEADER, RESOURCE, sizeOf, snap } from '../../canvas/geometry';
import type { Point } from '../../canvas/geometry';
import type { KindCatalog } from '../../catalog/kind';
import { addNode } from '../../game/commands/add';
import { resizeNode } from '../../game/commands/move';
import { legalContainers } from '../../game/legal';
import { ACCOUNT, admits } from '../../game/placement';
import type { Diagram, NodeId } from '../../model/diagram';
import type { Session } from '../../store/state';

const GAP = 16;

/** Where a new node goes without a pointer: into the selection or around it, else where only one place is legal. */
export function containerFor(
  diagram: Diagram,
  catalog: KindCatalog,
  kindId: string,
  selection: readonly NodeId[],
): NodeId | undefined | 'ask' {
  const kind = catalog.get(kindId);
  if (!kind) return 'ask';
  const seen = new Set<NodeId>();
  for (let at = selection[0]; at !== undefined && !seen.has(at); at = diagram.nodes[at]?.parent) {
    seen.add(at);
    const node = diagram.nodes[at];
    if (node && admits(catalog, kind, node)) return at;
  }
  const places = legalContainers(diagram, catalog, kindId);
  if (places.includes(ACCOUNT)) return undefined;
  return places.length === 1 ? places[0] : 'ask';
}

/** The first free place in a container, row by row; below everything when the rows are full. */
export function freeSpot(diagram: Diagram, catalog: KindCatalog, kindId: string, parent: NodeId | undefined): Point {
  const kind = catalog.get(kindId);
  const size = kind?.container ?? RESOURCE;
  const taken = Object.values(diagram.nodes)
    .filter((node) => node.parent === parent)
    .map((node) => ({ ...node.position, ...sizeOf(node, catalog.get(node.kind)) }));
  const frame = parent === undefined ? undefined : diagram.nodes[parent];
  const right = frame ? sizeOf(frame, catalog.get(frame.kind)).width : 1600;
  const left = parent === undefined ? 2 * GAP : GAP;
  for (let y = parent === undefined ? 2 * GAP : HEADER + GAP / 2; y < 40_000; y += GRID) {
    for (let x = left; x === left || x + size.width + GAP <= right; x += GRID) {
      const free = taken.every(
        (box) =>
          x + size.width + GAP <= box.x ||
          box.x + box.width + GAP <= x ||
          y + size.height + GAP <= box.y ||
          box.y + box.height + GAP <= y,
      );
      if (free) return { x: snap(x), y: snap(y) };
    }
  }
  return { x: GAP, y: HEADER };
}

/** Makes a container, and what it stands in, large enough for a box inside it. */
function grow(
  session: Session,
  parent: NodeId | undefined,
  needs: { width: number; height: number },
  merge: string,
): void {
  const { diagram, catalog, actions } = session;
  const node = parent === undefined ? undefined : diagram.nodes[parent];
  if (!node || node.locked) return;
  const size = sizeOf(node, catalog.get(node.kind));
  const width = Math.max(size.width, snap(needs.width + GAP));
  const height = Math.max(size.height, snap(needs.height + GAP));
  if (width === size.width && height === size.height) return;
  grow(session, node.parent, { width: node.position.x + width, height: node.position.y + height }, merge);
  actions.run(
    (now, kinds) => resizeNode(now, kinds, { id: node.id, position: node.position, size: { width, height } }),
    merge,
  );
}

/** Adds a kind without a pointer: Enter in the palette, the outline's menu. */
export function placeKind(session: Session, kindId: string, into?: NodeId | null): void {
  const { diagram, catalog, selection, actions } = session;
  const parent = into === undefined ? containerFor(diagram, catalog, kindId, selection) : (into ?? undefined);
  if (parent === 'ask') {
    const kind = catalog.get(kindId);
    const places = legalContainers(diagram, catalog, kindId).flatMap((id) => diagram.nodes[id]?.name ?? []);
    const homes = (kind?.livesIn ?? []).map((id) => catalog.get(id)?.title ?? id).join(' or ');
    actions.notify({
      tone: 'refused',
      text: `${kind?.title ?? kindId} needs a container: ${homes}.`,
      remedy: places.length > 0 ? `Select ${places.slice(0, 4).join(' or ')} first.` : 'Place one of these first.',
    });
    return;
  }
  const position = freeSpot(diagram, catalog, kindId, parent);
  const size = catalog.get(kindId)?.container ?? RESOURCE;
  const merge = `place-${kindId}-${Object.keys(diagram.nodes).length}`;
  grow(session, parent, { width: position.x + size.width, height: position.y + size.height }, merge);
  const outcome = actions.run(
    (now, kinds) => addNode(now, kinds, { kind: kindId, position, ...(parent !== undefined ? { parent } : {}) }),
    merge,
  );
  const created = outcome.ok ? outcome.created?.[0] : undefined;
  if (created !== undefined) actions.select([created]);
}
