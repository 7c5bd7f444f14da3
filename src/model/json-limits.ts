import { LIMITS } from './diagram';

/** Keys that could reach an object's prototype; no schema of ours has them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface JsonFault {
  /** keys and indexes from the root. */
  readonly path: readonly (string | number)[];
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Looks through a value of unknown origin: is it JSON, not too deep, without keys that reach a prototype? Does not
 * recurse, so that no depth of nesting can overflow the stack.
 */
export function faultOf(root: unknown, maxDepth: number = LIMITS.depth): JsonFault | undefined {
  const open: { value: unknown; path: readonly (string | number)[] }[] = [{ value: root, path: [] }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, path } = at;
    if (value === null || typeof value === 'boolean' || typeof value === 'string') continue;
    if (typeof value === 'number') {
      if (Number.isFinite(value)) continue;
      return { path, reason: 'This is not a finite number.', remedy: 'Write a plain number.' };
    }
    if (typeof value !== 'object')
      return { path, reason: 'This is not JSON.', remedy: 'Use text, numbers, lists and objects.' };
    if (path.length >= maxDepth) {
      return { path, reason: `It is nested deeper than ${maxDepth} levels.`, remedy: 'Flatten it.' };
    }
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1)
        open.push({ value: value[index], path: [...path, index] });
      continue;
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN_KEYS.has(key)) {
        return {
          path: [...path, key],
          reason: `The key “${key}” is not allowed.`,
          remedy: 'Remove it, or give it another name.',
        };
      }
      open.push({ value: (value as Record<string, unknown>)[key], path: [...path, key] });
    }
  }
  return undefined;
}

/** `nodes.bucket-1.props.rules[2]`, as a person reads it. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part).slice(0, 80)}`))
    .join('');
}
