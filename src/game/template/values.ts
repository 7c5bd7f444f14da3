import type { Json } from '../../model/json';

/** `Ref` or `Fn::GetAtt` to another resource: what it gives is known only once everything is drawn. */
export class Pointer {
  constructor(
    readonly logicalId: string,
    readonly attribute?: string,
  ) {}
}

/** Text with pointers in it. */
export class Mixed {
  constructor(readonly parts: readonly (string | Pointer)[]) {}
}

/** A template's value with its intrinsic functions resolved. */
export type Value =
  null | boolean | number | string | Pointer | Mixed | readonly Value[] | { readonly [key: string]: Value };

export function isFields(value: Value | undefined): value is { readonly [key: string]: Value } {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof Pointer) &&
    !(value instanceof Mixed)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isJsonFields(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The parts of something that counts as text; `undefined` for lists and objects. */
export function partsOf(value: Value | undefined): readonly (string | Pointer)[] | undefined {
  if (value instanceof Mixed) return value.parts;
  if (value instanceof Pointer) return [value];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return undefined;
}

/** Puts neighbours together; plain text stays a string. */
export function mix(parts: readonly (string | Pointer)[]): Value {
  const joined: (string | Pointer)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  if (joined.length === 0) return '';
  const [only] = joined;
  return joined.length === 1 && only !== undefined ? only : new Mixed(joined);
}

/** Splits text at a separator; pointers stay whole. */
export function split(parts: readonly (string | Pointer)[], separator: string): Value[] {
  const pieces: (string | Pointer)[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.push(part);
      continue;
    }
    part.split(separator).forEach((text, index) => {
      if (index > 0) pieces.push([]);
      pieces.at(-1)?.push(text);
    });
  }
  return pieces.map(mix);
}

/** JSON text of a value; pointers stay whole. */
export function jsonParts(value: Value): (string | Pointer)[] {
  if (value instanceof Pointer || value instanceof Mixed) {
    const inner = (partsOf(value) ?? []).map((part) => (typeof part === 'string' ? quoted(part).slice(1, -1) : part));
    return ['"', ...inner, '"'];
  }
  if (isList(value)) return ['[', ...between(value.map(jsonParts)), ']'];
  if (!isFields(value)) return [JSON.stringify(value)];
  return ['{', ...between(Object.entries(value).map(([key, one]) => [`${quoted(key)}:`, ...jsonParts(one)])), '}'];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function between(groups: readonly (readonly (string | Pointer)[])[]): (string | Pointer)[] {
  return groups.flatMap((group, index) => (index > 0 ? [',', ...group] : [...group]));
}
