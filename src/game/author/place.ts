import type { Json } from '../../model/json';

/** Keys and indexes from the root. */
export type Place = readonly (string | number)[];

export function valueAt(root: Json | undefined, place: Place): Json | undefined {
  let value: Json | undefined = root;
  for (const part of place) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as { readonly [key: string | number]: Json })[part];
  }
  return value;
}

/** A copy with another value at the place; `undefined` takes it out. Containers that are missing are made. */
export function writeAt(root: Json | undefined, place: Place, value: Json | undefined): Json | undefined {
  const [head, ...rest] = place;
  if (head === undefined) return value;
  const inner = writeAt(valueAt(root, [head]), rest, value);
  if (typeof head === 'number') {
    const list = isList(root) ? root : [];
    if (inner === undefined) return list.filter((_, at) => at !== head);
    return head < list.length ? list.with(head, inner) : [...list, inner];
  }
  const record = isRecord(root) ? root : {};
  if (inner !== undefined) return { ...record, [head]: inner };
  const { [head]: _gone, ...kept } = record;
  return kept;
}

export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function listAt(root: Json | undefined, place: Place): readonly Json[] {
  const value = valueAt(root, place);
  return isList(value) ? value : [];
}

export function textAt(root: Json | undefined, place: Place): string {
  const value = valueAt(root, place);
  return typeof value === 'string' ? value : '';
}

/** The list with one entry a place further up. */
export function movedUp(list: readonly Json[], at: number): readonly Json[] {
  const moved = list[at];
  if (moved === undefined || at === 0) return list;
  return list.toSpliced(at, 1).toSpliced(at - 1, 0, moved);
}
