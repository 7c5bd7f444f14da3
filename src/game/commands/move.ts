import type { KindCatalog } from '../../catalog/kind';
import type { Diagram, NodeId } from '../../model/diagram';
import { change, refuse, refuseLocked, refuseMissing, unchanged } from '../change';
import type { Outcome } from '../command';
import { isPoint, misplaced } from '../placement';
import { ownerOf } from '../references';
import { isInside, nodeOf } from '../tree';
import { count } from '../words';

export interface Move {
  readonly id: NodeId;
  readonly position: { readonly x: number; readonly y: number };
  /** `null` = the account, absent = the same container as before. */
  readonly parent?: NodeId | null;
}

/** Moves nodes on the canvas, and into or out of containers. All or none. */
export function moveNodes(diagram: Diagram, catalog: KindCatalog, args: { readonly moves: readonly Move[] }): Outcome {
  const told: string[] = [];
  let next = diagram;
  for (const move of args.moves) {
    const node = nodeOf(next, move.id);
    if (!node) return refuseMissing(move.id);
    if (node.locked) return refuseLocked(node);
    if (!isPoint(move.position))
      return refuse('That is not a place on the canvas.', 'Drop it on the canvas.', [node.id]);
    const parent = move.parent === undefined ? node.parent : (move.parent ?? undefined);
    if (parent !== node.parent) {
      if (parent !== undefined && isInside(next, parent, node.id)) {
        return refuse(`${node.name} cannot stand inside itself.`, 'Choose another container.', [node.id]);
      }
      const owner = ownerOf(diagram, catalog, node.id);
      if (owner?.inside) {
        return refuse(`${node.name} belongs to ${owner.owner.name} and stays in it.`, 'AWS makes the two together.', [
          node.id,
          owner.owner.id,
        ]);
      }
      const kind = catalog.get(node.kind);
      const wrong = kind && misplaced(next, catalog, kind, parent);
      if (wrong) return refuse(wrong.why, wrong.remedy, parent === undefined ? [node.id] : [node.id, parent]);
      told.push(`${node.name} now stands in ${nodeOf(next, parent)?.name ?? 'the account'}.`);
    }
    const { parent: _old, ...rest } = node;
    const moved = {
      ...rest,
      ...(parent === undefined ? {} : { parent }),
      position: { x: move.position.x, y: move.position.y },
    };
    next = { ...next, nodes: { ...next.nodes, [node.id]: moved } };
  }
  const text = told.length > 1 ? `${count(told.length, 'element')} changed their container.` : (told[0] ?? '');
  const outcome = change(diagram, { text }, (draft) => {
    for (const { id } of args.moves) {
      const to = nodeOf(next, id);
      const node = draft.nodes[id];
      if (!to || !node) continue;
      if (node.position.x !== to.position.x || node.position.y !== to.position.y) node.position = { ...to.position };
      if (to.parent === undefined) {
        if (node.parent !== undefined) delete node.parent;
      } else node.parent = to.parent;
    }
  });
  return outcome.ok && outcome.patches.length === 0 ? unchanged(diagram) : outcome;
}

export interface ResizeNode {
  readonly id: NodeId;
  readonly position: { readonly x: number; readonly y: number };
  readonly size: { readonly width: number; readonly height: number };
}

const SMALLEST = 40;
const LARGEST = 50_000;

/** Resizes a container; `position` moves its upper left corner. */
export function resizeNode(diagram: Diagram, _catalog: KindCatalog, args: ResizeNode): Outcome {
  const node = nodeOf(diagram, args.id);
  if (!node) return refuseMissing(args.id);
  if (node.locked) return refuseLocked(node);
  const { width, height } = args.size ?? {};
  if (!isPoint(args.position) || !isSize(width) || !isSize(height)) {
    return refuse('That is not a size.', `Use ${SMALLEST} to ${LARGEST} pixels.`, [node.id]);
  }
  const same =
    node.size?.width === width &&
    node.size.height === height &&
    node.position.x === args.position.x &&
    node.position.y === args.position.y;
  if (same) return unchanged(diagram);
  return change(diagram, { text: '' }, (draft) => {
    const target = draft.nodes[node.id];
    if (!target) return;
    target.position = { x: args.position.x, y: args.position.y };
    target.size = { width, height };
  });
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= SMALLEST && value <= LARGEST;
}
