import type { Kind, KindCatalog } from '../../catalog/kind';
import { LIMITS, type Diagram, type NodeId } from '../../model/diagram';
import { change, refuse, type MutableNode } from '../change';
import type { Outcome } from '../command';
import { isPoint, misplaced } from '../placement';
import { freshId, freshName, namesIn, nodeOf } from '../tree';
import { listWords } from '../words';

export interface AddNode {
  readonly kind: string;
  readonly parent?: NodeId;
  readonly position: { readonly x: number; readonly y: number };
  readonly name?: string;
}

/** Companions of companions, at most this deep. */
const COMPANION_DEPTH = 3;
const COMPANION_STEP = { x: 184, y: 96 };
const MARGIN = { x: 24, bottom: 88, beside: 220 };

/** Puts a new resource on the canvas, together with what AWS makes with it. */
export function addNode(diagram: Diagram, catalog: KindCatalog, args: AddNode): Outcome {
  const kind = catalog.get(args.kind);
  if (!kind) {
    return refuse(
      `There is no kind of resource called “${String(args.kind).slice(0, 64)}”.`,
      'Choose one from the palette.',
    );
  }
  if (!isPoint(args.position)) return refuse('That is not a place on the canvas.', 'Drop it on the canvas.');
  const wrong = misplaced(diagram, catalog, kind, args.parent);
  if (wrong) return refuse(wrong.why, wrong.remedy, args.parent === undefined ? [] : [args.parent]);

  const names = namesIn(diagram);
  const made = new Map<NodeId, MutableNode>();
  const name = freshName(names, args.name?.trim() || kind.defaultName);
  make({ kind, name, parent: args.parent, position: { ...args.position }, props: {} }, COMPANION_DEPTH);
  const nodes = [...made.values()];
  if (Object.keys(diagram.nodes).length + nodes.length > LIMITS.nodes) {
    return refuse(`A diagram holds at most ${LIMITS.nodes} elements.`, 'Remove something first.');
  }
  const [first, ...others] = nodes;
  if (!first) return refuse('Nothing was added.');
  const container = nodeOf(diagram, args.parent);
  const companions =
    others.length > 0
      ? `, together with ${listWords(
          others.map((node) => node.name),
          'and',
        )}`
      : '';
  const text = `${first.name} is added${container ? ` to ${container.name}` : ''}${companions}.`;
  return change(
    diagram,
    { text, open: { node: first.id } },
    (draft) => {
      for (const node of nodes) draft.nodes[node.id] = node;
    },
    nodes.map((node) => node.id),
  );

  function make(plan: Plan, depth: number): MutableNode {
    const id = freshId((taken) => made.has(taken) || nodeOf(diagram, taken) !== undefined, plan.kind.id);
    const node: MutableNode = {
      id,
      kind: plan.kind.id,
      name: plan.name,
      ...(plan.parent === undefined ? {} : { parent: plan.parent }),
      position: plan.position,
      ...(plan.kind.container ? { size: { ...plan.kind.container } } : {}),
      props: { ...plan.props },
    };
    made.set(id, node);
    names.add(plan.name);
    if (depth === 0) return node;
    const placed = { inside: 0, beside: 0 };
    for (const companion of plan.kind.companions) {
      const other = catalog.get(companion.kind);
      if (!other) continue;
      const index = companion.inside ? placed.inside++ : placed.beside++;
      const joint = /^[-.\s]/.test(companion.suffix) ? '' : '-';
      const twin = make(
        {
          kind: other,
          name: freshName(names, `${plan.name}${joint}${companion.suffix}`),
          parent: companion.inside ? id : plan.parent,
          position: companion.inside ? within(plan.kind, index) : besides(plan, index),
          props: companion.props,
        },
        depth - 1,
      );
      node.props[companion.field] = twin.id;
    }
    return node;
  }
}

interface Plan {
  readonly kind: Kind;
  readonly name: string;
  readonly parent: NodeId | undefined;
  readonly position: { x: number; y: number };
  readonly props: MutableNode['props'] | Readonly<MutableNode['props']>;
}

/** A row along the lower edge, out of the way of what the player draws. */
function within(kind: Kind, index: number): { x: number; y: number } {
  const size = kind.container ?? { width: 400, height: 240 };
  const perRow = Math.max(1, Math.floor((size.width - MARGIN.x) / COMPANION_STEP.x));
  return {
    x: MARGIN.x + (index % perRow) * COMPANION_STEP.x,
    y: Math.max(MARGIN.bottom / 2, size.height - MARGIN.bottom - Math.floor(index / perRow) * COMPANION_STEP.y),
  };
}

function besides(plan: Plan, index: number): { x: number; y: number } {
  return {
    x: plan.position.x + (plan.kind.container?.width ?? 0) + MARGIN.beside,
    y: plan.position.y + index * COMPANION_STEP.y,
  };
}
