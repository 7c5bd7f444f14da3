import type { Kind, KindCatalog, Link } from '../../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { parsePath, readPath, writePath, type FieldPath } from '../../model/path';
import { change, refuse, refuseLocked, refuseMissing, type MutableDiagram } from '../change';
import type { Outcome } from '../command';
import { fieldAt, grounded, holeAt, setPath } from '../props';
import { eraseReference, linkAt } from '../references';
import { unfitTarget } from '../legal';
import { nodeOf } from '../tree';

export interface Connect {
  readonly from: NodeId;
  /** the pattern of a link (`subnets[]`, `routes[].target`), or one concrete place (`subnets[1]`). */
  readonly field: string;
  readonly to: NodeId;
}

/** Draws an edge: sets the reference that the edge stands for, and says what that means. */
export function connect(diagram: Diagram, catalog: KindCatalog, args: Connect): Outcome {
  const from = nodeOf(diagram, args.from);
  const to = nodeOf(diagram, args.to);
  if (!from) return refuseMissing(args.from);
  if (!to) return refuseMissing(args.to);
  const kind = catalog.get(from.kind);
  const link = linkAt(kind, args.field);
  if (!kind || !link)
    return refuse(`${from.name} has no connection “${String(args.field).slice(0, 80)}”.`, undefined, [from.id]);
  if (from.locked) return refuseLocked(from);
  const wrong = unfitTarget(catalog, from, link, to);
  if (wrong) return refuse(wrong.why, wrong.remedy, [from.id, to.id]);

  const complete = kind.complete(from.props).props;
  const plan = planned(from, complete, link, args.field, { id: to.id, kind: to.kind, name: to.name });
  if (plan === 'no-place') return refuse('That list has no such place.', 'Draw the edge again.', [from.id]);
  if (plan === 'already') return refuse(`${from.name} already ${link.label} ${to.name}.`, undefined, [from.id, to.id]);
  const also = Object.entries(link.also?.(complete, to) ?? {}).filter(
    ([path, value]) => readPath(complete, path) !== value,
  );
  let next = setPath(from.props, complete, plan.path, plan.value);
  for (const [path, value] of also) next = setPath(next, complete, path, value);
  const old = nodeOf(diagram, typeof plan.replaced === 'string' ? plan.replaced : undefined);
  const text = `${from.name} now ${link.label} ${to.name}${old ? ` instead of ${old.name}` : ''}.`;
  const more = also.map(([path, value]) => {
    const { meta } = fieldAt(kind.schema, path);
    const unit = meta?.unit === undefined ? '' : ` ${meta.unit}`;
    return ` ${meta?.title ?? path} is now ${spoken(value)}${unit}.`;
  });
  return change(
    diagram,
    { text: text + more.join(''), open: { node: from.id, field: plan.opens } },
    writeKeys(from.id, next, [plan.path, ...also.map(([path]) => path)]),
  );
}

interface Plan {
  readonly path: FieldPath;
  readonly value: Json;
  readonly replaced?: unknown;
  /** where the reference itself stands. */
  readonly opens: FieldPath;
}

function planned(
  from: DiagramNode,
  complete: Readonly<Record<string, unknown>>,
  link: Link,
  field: string,
  to: { readonly id: NodeId; readonly kind: string; readonly name: string },
): Plan | 'already' | 'no-place' {
  const [head = '', tail, ...deeper] = field.split('[]');
  if (deeper.length > 0) return 'no-place';
  const parts = parsePath(tail === undefined ? field : head);
  if (!parts) return 'no-place';
  const ground = grounded(from.props, complete, parts);
  if (holeAt(ground, parts) !== undefined) return 'no-place';
  if (tail === undefined) {
    const replaced = readPath(ground, field);
    return replaced === to.id ? 'already' : { path: field, value: to.id, replaced, opens: field };
  }
  const list = readPath(ground, head);
  const items: readonly Json[] = Array.isArray(list) ? (list as Json[]) : [];
  const value = tail === '' ? to.id : writePath((link.item?.(to) ?? {}) as Json, tail.slice(1), to.id);
  const same = JSON.stringify(value);
  if (items.some((item) => JSON.stringify(item) === same)) return 'already';
  const path = `${head}[${items.length}]`;
  return { path, value, opens: path + tail };
}

export interface Disconnect {
  readonly from: NodeId;
  /** the concrete place: `kmsKey`, `subnets[1]`, `routes[0].target`. */
  readonly field: FieldPath;
}

/** Deletes an edge: clears the reference, or takes the element that stands for the edge out of its list. */
export function disconnect(diagram: Diagram, catalog: KindCatalog, args: Disconnect): Outcome {
  const from = nodeOf(diagram, args.from);
  if (!from) return refuseMissing(args.from);
  const kind = catalog.get(from.kind);
  const link = linkAt(kind, args.field);
  if (!kind || !link)
    return refuse(`${from.name} has no connection “${String(args.field).slice(0, 80)}”.`, undefined, [from.id]);
  if (from.locked) return refuseLocked(from);
  const parts = parsePath(args.field);
  const before = parts ? readPath(from.props, args.field) : undefined;
  if (!parts || before === undefined || before === null) {
    return refuse(`${from.name} has nothing connected there.`, undefined, [from.id]);
  }
  const companion = companionName(kind, args.field, catalog);
  if (companion) {
    return refuse(`${from.name} always has its ${companion}.`, 'Connect it to another one instead.', [from.id]);
  }
  const next = eraseReference(kind, from.props, args.field);
  const target = nodeOf(diagram, typeof before === 'string' ? before : undefined);
  const text = target
    ? `${from.name} no longer ${link.label} ${target.name}.`
    : `${from.name} has one connection less.`;
  return change(diagram, { text, open: { node: from.id } }, writeKeys(from.id, next, [args.field]));
}

function companionName(kind: Kind, field: FieldPath, catalog: KindCatalog): string | undefined {
  const companion = kind.companions.find((one) => one.field === field);
  return companion && (catalog.get(companion.kind)?.title ?? companion.kind);
}

/** Writes the top-level properties that these paths go through. */
function writeKeys(
  id: NodeId,
  props: { readonly [key: string]: Json },
  paths: readonly FieldPath[],
): (draft: MutableDiagram) => void {
  const keys = new Set(paths.map((path) => String(parsePath(path)?.[0])));
  return (draft) => {
    const node = draft.nodes[id];
    if (!node) return;
    for (const key of keys) {
      const value = props[key];
      if (value === undefined) delete node.props[key];
      else node.props[key] = value;
    }
  };
}

function spoken(value: Json): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? `“${value}”` : 'changed';
}
