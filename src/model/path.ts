import type { Json } from './json';

/**
 * Field paths name one value inside a node's properties: `kmsKey`, `subnets[1]`, `routes[0].target`.
 * A pattern leaves the index open: `routes[].target`.
 */
export type FieldPath = string;

const SEGMENT = /([A-Za-z][A-Za-z0-9]*)|\[(\d{1,4})\]/gy;
const FORBIDDEN = new Set(['constructor', 'prototype', 'toString', 'valueOf']);

/** Splits a path into keys and indexes; `undefined` when it is not a path. Never yields a prototype key. */
export function parsePath(path: FieldPath): (string | number)[] | undefined {
  const parts: (string | number)[] = [];
  let at = 0;
  while (at < path.length) {
    if (path[at] === '.' && at > 0) at += 1;
    SEGMENT.lastIndex = at;
    const match = SEGMENT.exec(path);
    if (!match) return undefined;
    if (match[1] !== undefined) {
      if (FORBIDDEN.has(match[1])) return undefined;
      parts.push(match[1]);
    } else parts.push(Number(match[2]));
    at = SEGMENT.lastIndex;
  }
  return parts.length > 0 ? parts : undefined;
}

/** `routes[3].target` → `routes[].target`. */
export function patternOf(path: FieldPath): string {
  return path.replace(/\[\d{1,4}\]/g, '[]');
}

export function readPath(root: unknown, path: FieldPath): unknown {
  let value: unknown = root;
  for (const part of parsePath(path) ?? []) {
    if (value === null || typeof value !== 'object') return undefined;
    if (!Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** Every concrete place that a pattern reaches, with the value there. */
export function expandPattern(root: unknown, pattern: string): { path: FieldPath; value: unknown }[] {
  const [head, ...rest] = pattern.split('[]');
  let places = [{ path: head ?? '', value: readPath(root, head ?? '') }];
  for (const tail of rest) {
    places = places.flatMap(({ path, value }) =>
      Array.isArray(value)
        ? value.map((item: unknown, index) => {
            const at = `${path}[${index}]`;
            return tail === '' ? { path: at, value: item } : { path: at + tail, value: readPath(item, tail.slice(1)) };
          })
        : [],
    );
  }
  return places;
}

/** A copy of `root` with the value at `path` set; containers that are missing are made. */
export function writePath(root: Json, path: FieldPath, value: Json): Json {
  const parts = parsePath(path);
  if (!parts) return root;
  return write(root, parts, value);
}

function write(root: Json, parts: (string | number)[], value: Json): Json {
  const [head, ...rest] = parts;
  if (head === undefined) return value;
  if (typeof head === 'number') {
    const list: Json[] = Array.isArray(root) ? [...root] : [];
    list[head] = write(list[head] ?? null, rest, value);
    return list;
  }
  const record = root !== null && typeof root === 'object' && !Array.isArray(root) ? root : {};
  return { ...record, [head]: write((record as { [key: string]: Json })[head] ?? null, rest, value) };
}
