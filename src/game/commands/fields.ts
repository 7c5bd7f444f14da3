import type { KindCatalog, Kind } from '../../catalog/kind';
import { LIMITS, type Diagram, type DiagramNode, type NodeId } from '../../model/diagram';
import type { FieldMeta } from '../../model/field';
import type { Json } from '../../model/json';
import { faultOf } from '../../model/json-limits';
import { parsePath, readPath, type FieldPath } from '../../model/path';
import { change, refuse, refuseLocked, refuseMissing, unchanged } from '../change';
import type { Outcome } from '../command';
import { erasePath, fieldAt, grounded, holeAt, setPath } from '../props';
import { linkAt } from '../references';
import { nodeOf, nodesOf } from '../tree';

export interface SetField {
  readonly node: NodeId;
  readonly field: FieldPath;
  /** `undefined` takes the value away, or the element out of its list. */
  readonly value: Json | undefined;
}

/** Everything that one property may hold, as JSON text. */
const VALUE_LENGTH = 200_000;

/**
 * Writes any JSON to a property. A value that the kind does not like is kept and becomes a problem in the report:
 * nothing that a player typed is ever lost.
 */
export function setField(diagram: Diagram, catalog: KindCatalog, args: SetField): Outcome {
  const node = nodeOf(diagram, args.node);
  if (!node) return refuseMissing(args.node);
  if (node.locked) return refuseLocked(node);
  const kind = catalog.get(node.kind);
  if (!kind) {
    return refuse(`${node.name} is of a kind that this version does not know.`, 'It is kept as it is.', [node.id]);
  }
  const parts = parsePath(args.field);
  const place = parts ? fieldAt(kind.schema, args.field) : { known: false };
  if (!parts || !place.known) {
    return refuse(`${kind.title} has no property “${String(args.field).slice(0, 80)}”.`, undefined, [node.id]);
  }
  const fault = args.value === undefined ? undefined : unfit(args.value, parts.length);
  if (fault) return refuse(fault.why, fault.remedy, [node.id]);

  const complete = kind.complete(node.props).props;
  const ground = grounded(node.props, complete, parts);
  if (args.value !== undefined && holeAt(ground, parts) !== undefined) {
    return refuse('That list has no such place.', 'Add an element at its end.', [node.id]);
  }
  const inList = parts.some((part) => typeof part === 'number');
  const base = inList ? (ground as DiagramNode['props']) : node.props;
  const next =
    args.value === undefined ? erasePath(base, args.field) : setPath(node.props, complete, args.field, args.value);
  const key = String(parts[0]);
  if (JSON.stringify(next[key]) === JSON.stringify(node.props[key])) return unchanged(diagram);
  if (JSON.stringify(next[key] ?? null).length > VALUE_LENGTH) {
    return refuse(`A property holds at most ${VALUE_LENGTH.toLocaleString('en-US')} characters.`, undefined, [node.id]);
  }
  const text = describe(diagram, kind, node, args, readPath(ground, args.field), place.meta);
  return change(diagram, { text, open: { node: node.id, field: args.field } }, (draft) => {
    const target = draft.nodes[node.id];
    if (!target) return;
    const value = next[key];
    if (value === undefined) delete target.props[key];
    else target.props[key] = value;
  });
}

/** Levels around the properties of a node in a save: save, diagram, nodes, node. */
const SAVE_LEVELS = 4;

/** What could be written here but not be read again from a save. */
function unfit(value: Json, level: number): { why: string; remedy: string } | undefined {
  const fault = faultOf(value, LIMITS.depth - SAVE_LEVELS - level);
  if (fault) return { why: fault.reason, remedy: fault.remedy };
  const long = [value].flat().some((item) => typeof item === 'string' && item.length > LIMITS.textLength);
  const most = LIMITS.textLength.toLocaleString('en-US');
  return long ? { why: `A text holds at most ${most} characters.`, remedy: 'Shorten it.' } : undefined;
}

/** One sentence: what is different now. */
function describe(
  diagram: Diagram,
  kind: Kind,
  node: DiagramNode,
  args: SetField,
  before: unknown,
  meta: FieldMeta | undefined,
): string {
  const link = linkAt(kind, args.field);
  const { value } = args;
  const name = (id: unknown) => (typeof id === 'string' ? nodeOf(diagram, id)?.name : undefined);
  if (link && name(value)) return `${node.name} now ${link.label} ${name(value)}.`;
  if (link && value === undefined && name(before)) return `${node.name} no longer ${link.label} ${name(before)}.`;
  const title = meta?.title ?? args.field;
  if (typeof value === 'boolean') return `${title} is now ${value ? 'on' : 'off'}.`;
  if (typeof value === 'number') return `${title} is now ${value}${meta?.unit ? ` ${meta.unit}` : ''}.`;
  if (value === undefined || value === '') {
    return /\]$/.test(args.field) ? `One entry of ${title} is removed.` : `${title} is cleared.`;
  }
  if (typeof value === 'string' && value.length <= 60 && !value.includes('\n') && meta?.control !== 'policy') {
    return `${title} is now “${value}”.`;
  }
  return `${title} of ${node.name} is changed.`;
}

/** Gives a node another name. Two resources of one kind never share a name, because their ARNs would be equal. */
export function rename(
  diagram: Diagram,
  _catalog: KindCatalog,
  args: { readonly node: NodeId; readonly name: string },
): Outcome {
  const node = nodeOf(diagram, args.node);
  if (!node) return refuseMissing(args.node);
  if (node.locked) return refuseLocked(node);
  const name = String(args.name).trim();
  if (name === node.name) return unchanged(diagram);
  if (name === '') return refuse('A name cannot be empty.', 'Type at least one character.', [node.id]);
  if (name.length > LIMITS.nameLength)
    return refuse(`A name has at most ${LIMITS.nameLength} characters.`, 'Shorten it.', [node.id]);
  const twin = nodesOf(diagram).find(
    (other) => other.kind === node.kind && other.name === name && other.id !== node.id,
  );
  if (twin)
    return refuse(`Another one of the same kind is called ${name}.`, 'Choose a name that is free.', [node.id, twin.id]);
  return change(diagram, { text: `${node.name} is now called ${name}.`, open: { node: node.id } }, (draft) => {
    const target = draft.nodes[node.id];
    if (target) target.name = name;
  });
}
