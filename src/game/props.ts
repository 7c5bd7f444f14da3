import type * as z from 'zod/mini';
import { fieldMeta, type FieldMeta } from '../model/field';
import type { Json } from '../model/json';
import { parsePath, writePath, type FieldPath } from '../model/path';

type Props = { readonly [key: string]: Json };
type Parts = readonly (string | number)[];

/**
 * The properties with `value` at `path`. Where nothing is written yet, the kind's defaults (`complete`) are the
 * ground, so that changing one member of a default list keeps the others.
 */
export function setPath(
  props: Props,
  complete: Readonly<Record<string, unknown>>,
  path: FieldPath,
  value: Json,
): Props {
  return writePath(grounded(props, complete, parsePath(path) ?? []) as Json, path, value) as Props;
}

/** The properties without the value at `path`: a key is deleted, an element of a list is taken out. */
export function erasePath(props: Props, path: FieldPath): { [key: string]: Json } {
  const parts = parsePath(path);
  return (parts ? erase(props, parts) : props) as { [key: string]: Json };
}

function erase(root: Json, [head, ...rest]: Parts): Json {
  if (head === undefined || root === null || typeof root !== 'object') return root;
  if (Array.isArray(root)) {
    const list = root as readonly Json[];
    if (typeof head !== 'number' || head >= list.length) return root;
    if (rest.length === 0) return list.filter((_, index) => index !== head);
    return list.map((item, index) => (index === head ? erase(item, rest) : item));
  }
  const record = root as { readonly [key: string]: Json };
  if (typeof head !== 'string' || !Object.hasOwn(record, head)) return root;
  if (rest.length > 0) return { ...record, [head]: erase(record[head] ?? null, rest) };
  const { [head]: _gone, ...kept } = record;
  return kept;
}

/** Fills `raw` from `complete` along one path, only where `raw` says nothing. */
export function grounded(raw: unknown, complete: unknown, [head, ...rest]: Parts): unknown {
  if (raw === undefined || raw === null) return complete ?? null;
  if (head === undefined || typeof raw !== 'object') return raw;
  const below = grounded(member(raw, head), member(complete, head), rest);
  if (Array.isArray(raw)) {
    return typeof head === 'number' && head < raw.length
      ? raw.map((item: unknown, index) => (index === head ? below : item))
      : raw;
  }
  return below === null ? raw : { ...raw, [head]: below };
}

function member(value: unknown, key: string | number): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

/** The first index on the path that would leave a hole in a list. */
export function holeAt(root: unknown, parts: Parts): number | undefined {
  let value = root;
  for (const part of parts) {
    if (typeof part === 'number' && part > (Array.isArray(value) ? value.length : 0)) return part;
    value = member(value, part);
  }
  return undefined;
}

/**
 * What the schema says about a path: the title a person knows it by, or `known: false` when no such property exists.
 * Loose on purpose: where a schema cannot be looked into, the path is accepted.
 */
export function fieldAt(
  schema: z.ZodMiniObject,
  path: FieldPath,
): { readonly known: boolean; readonly meta?: FieldMeta } {
  let at: z.ZodMiniType[] = [schema];
  let meta: FieldMeta | undefined;
  for (const part of parsePath(path) ?? []) {
    const next = at.flatMap(alternatives).flatMap((one) => step(one, part));
    if (next.length === 0) return { known: false };
    const found = next.flatMap(wrappers).find((one) => fieldMeta(one));
    meta = (found && fieldMeta(found)) ?? meta;
    at = next;
  }
  return meta ? { known: true, meta } : { known: true };
}

interface Inside {
  readonly type: string;
  readonly innerType?: z.ZodMiniType;
  readonly in?: z.ZodMiniType;
  readonly out?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly left?: z.ZodMiniType;
  readonly right?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
}
const inside = (schema: z.ZodMiniType) => schema.def as unknown as Inside;

/** A schema and what it wraps, outermost first. */
function wrappers(schema: z.ZodMiniType): z.ZodMiniType[] {
  const { innerType, in: source } = inside(schema);
  const next = innerType ?? source;
  return next ? [schema, ...wrappers(next)] : [schema];
}

function alternatives(schema: z.ZodMiniType): z.ZodMiniType[] {
  const core = wrappers(schema).at(-1) ?? schema;
  const { options, left, right } = inside(core);
  const parts = options ?? (left && right ? [left, right] : undefined);
  return parts ? parts.flatMap(alternatives) : [core];
}

function step(core: z.ZodMiniType, part: string | number): z.ZodMiniType[] {
  const { type, element, valueType } = inside(core);
  if (type === 'object') {
    const shape = (core as z.ZodMiniObject).shape as Record<string, z.ZodMiniType>;
    const next = typeof part === 'string' && Object.hasOwn(shape, part) ? shape[part] : undefined;
    return next ? [next] : [];
  }
  if (type === 'array') return element && typeof part === 'number' ? [element] : [];
  if (type === 'record') return valueType ? [valueType] : [];
  return ['any', 'unknown', 'json', 'lazy', 'custom'].includes(type) ? [core] : [];
}
