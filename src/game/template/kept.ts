import * as z from 'zod/mini';
import type { Kind } from '../../catalog/kind';
import type { DiagramNode, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';

/** The key of our section in the metadata of a template and of its resources. */
export const METADATA = 'Perimeter';

/**
 * What a template's properties do not say of one field. It holds as long as the properties still give what they gave
 * when the template was written (`instead`, a fingerprint): whoever edits the template wins.
 */
const Kept = z.strictObject({
  value: z.optional(z.json()),
  instead: z.optional(z.string().check(z.maxLength(16))),
});
export interface Kept {
  readonly value?: Json | undefined;
  readonly instead?: string | undefined;
}

const point = z.strictObject({ x: z.number(), y: z.number() });

/** Beside a resource: its place on the canvas, and what its properties do not say. */
export const Element = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  kind: z.string().check(z.maxLength(64)),
  position: z.optional(point),
  size: z.optional(z.strictObject({ width: z.number().check(z.positive()), height: z.number().check(z.positive()) })),
  locked: z.optional(z.boolean()),
  name: z.optional(Kept),
  parent: z.optional(Kept),
  props: z.optional(z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/)), Kept)),
});
export interface Element extends Omit<z.output<typeof Element>, 'name' | 'parent' | 'props'> {
  readonly name?: Kept | undefined;
  readonly parent?: Kept | undefined;
  readonly props?: { readonly [key: string]: Kept } | undefined;
}

/** What a template says of a node. */
export interface Told {
  readonly name: string;
  readonly parent: NodeId | undefined;
  readonly props: DiagramNode['props'];
}

export function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: Json | undefined): string {
  return (
    (JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) as string | undefined) ?? ''
  );
}

/** FNV-1a with 32 bits (public domain): tells an edit from none, and protects nothing. */
function fingerprint(value: Json): string {
  let hash = 0x811c9dc5;
  for (const sign of canonical(value)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** `undefined` when the properties say it themselves. */
function keep(wanted: Json | undefined, told: Json | undefined): Kept | undefined {
  if (same(wanted, told)) return undefined;
  return {
    ...(wanted !== undefined && { value: wanted }),
    ...(told !== undefined && { instead: fingerprint(told) }),
  };
}

function restore(kept: Kept | undefined, told: Json | undefined): Json | undefined {
  if (!kept) return told;
  const unchanged = kept.instead === (told === undefined ? undefined : fingerprint(told));
  return unchanged ? (kept.value as Json | undefined) : told;
}

/** A node as metadata, given what its resource already tells. */
export function elementOf(node: DiagramNode, told: Told): Element {
  const keys = [...new Set([...Object.keys(node.props), ...Object.keys(told.props)])].sort();
  const props = keys.flatMap((key): [string, Kept][] => {
    const kept = keep(node.props[key], told.props[key]);
    return kept ? [[key, kept]] : [];
  });
  const [name, parent] = [keep(node.name, told.name), keep(node.parent, told.parent)];
  return {
    id: node.id,
    kind: node.kind,
    position: node.position,
    ...(node.size && { size: node.size }),
    ...(node.locked !== undefined && { locked: node.locked }),
    ...(name && { name }),
    ...(parent && { parent }),
    ...(props.length > 0 && { props: Object.fromEntries(props) }),
  };
}

/** The node as it was drawn. */
export function restored(element: Element, told: Told): Told {
  const name = restore(element.name, told.name);
  const parent = restore(element.parent, told.parent);
  const props: Record<string, Json> = { ...told.props };
  for (const [key, kept] of Object.entries(element.props ?? {})) {
    const value = restore(kept, told.props[key]);
    if (value === undefined) delete props[key];
    else props[key] = value;
  }
  return {
    name: typeof name === 'string' ? name : told.name,
    parent: typeof parent === 'string' ? parent : undefined,
    props,
  };
}

/** Without what the kind's defaults say anyway. */
export function sparse(kind: Kind, props: DiagramNode['props']): { [key: string]: Json } {
  const defaults = kind.complete({}).props as { readonly [key: string]: Json };
  return Object.fromEntries(
    Object.entries(props).flatMap(([key, value]): [string, Json][] => {
      const usual = defaults[key];
      if (same(value, usual)) return [];
      if (!isObject(value) || !isObject(usual)) return [[key, value]];
      const inner = Object.entries(value).filter(([name, one]) => !same(one, usual[name]));
      return [[key, Object.fromEntries(inner)]];
    }),
  );
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
