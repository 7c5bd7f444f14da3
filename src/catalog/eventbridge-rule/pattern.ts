import type { Json } from '../../model/json';

type Fields = { readonly [key: string]: Json };

function isFields(value: Json | undefined): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function valuesOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** The pattern as JSON, or what EventBridge would say about it. */
export function readPattern(text: string): { readonly pattern?: Fields; readonly problem?: string } {
  if (text.trim() === '') return {};
  let read: Json;
  try {
    read = JSON.parse(text) as Json;
  } catch {
    return { problem: 'The event pattern is not JSON.' };
  }
  if (!isFields(read) || Object.keys(read).length === 0) {
    return { problem: 'An event pattern is an object with at least one field, for example "source".' };
  }
  const problem = problemOf(read, '');
  return problem === undefined ? { pattern: read } : { problem };
}

function problemOf(pattern: Fields, at: string): string | undefined {
  for (const [key, wanted] of Object.entries(pattern)) {
    const place = at === '' ? key : `${at}.${key}`;
    if (isFields(wanted)) {
      const inner = problemOf(wanted, place);
      if (inner !== undefined) return inner;
    } else if (!Array.isArray(wanted) || wanted.length === 0) return `${place} must be a list of values, in [ ].`;
    else {
      const unknown = wanted.flatMap((one: Json) => (isFields(one) ? Object.keys(one) : []));
      const wrong = key === '$or' ? undefined : unknown.find((one) => !OPERATORS.has(one));
      if (wrong !== undefined) return `${place} has an operator "${wrong}" that the simulator does not know.`;
    }
  }
  return undefined;
}

/** Does the event fit? Every field of the pattern must fit; of the values of a field, one is enough. */
export function fits(pattern: Fields, event: Json): boolean {
  if (!isFields(event)) return false;
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or') return valuesOf(wanted).some((one) => isFields(one) && fits(one, event));
    const found = event[key];
    if (isFields(wanted)) return valuesOf(found).some((one) => fits(wanted, one)) || (!found && wantsAbsence(wanted));
    return valuesOf(wanted).some((one) => valueFits(one, valuesOf(found)));
  });
}

/** Nothing but `exists: false` fits a field that is not there. */
function wantsAbsence(pattern: Fields): boolean {
  return Object.values(pattern).every((wanted) =>
    isFields(wanted) ? wantsAbsence(wanted) : valuesOf(wanted).some((one) => valueFits(one, [])),
  );
}

type Test = (wanted: Json, found: Json) => boolean;
const text =
  (compare: (found: string, wanted: string) => boolean): Test =>
  (wanted, found) =>
    typeof wanted === 'string' && typeof found === 'string' && compare(found, wanted);

const TESTS: Readonly<Record<string, Test>> = {
  prefix: text((found, wanted) => found.startsWith(wanted)),
  suffix: text((found, wanted) => found.endsWith(wanted)),
  'equals-ignore-case': text((found, wanted) => found.toLowerCase() === wanted.toLowerCase()),
  wildcard: text((found, wanted) => wildcard(wanted, found)),
  numeric: (wanted, found) => typeof found === 'number' && numeric(valuesOf(wanted), found),
  'anything-but': (wanted, found) =>
    isFields(wanted)
      ? Object.entries(wanted).every(([name, one]) => !valuesOf(one).some((each) => TESTS[name]?.(each, found)))
      : !valuesOf(wanted).includes(found),
};
const OPERATORS = new Set([...Object.keys(TESTS), 'exists']);

function valueFits(wanted: Json, found: readonly Json[]): boolean {
  if (!isFields(wanted)) return found.includes(wanted);
  return Object.entries(wanted).every(([name, value]) =>
    name === 'exists' ? found.length > 0 === value : found.some((one) => TESTS[name]?.(value, one) ?? false),
  );
}

/** `[">", 4, "<=", 7]` */
function numeric(wanted: readonly Json[], found: number): boolean {
  for (let index = 0; index + 1 < wanted.length; index += 2) {
    const [operator, limit] = [wanted[index], wanted[index + 1]];
    if (typeof limit !== 'number') return false;
    const holds =
      (operator === '=' && found === limit) ||
      (operator === '>' && found > limit) ||
      (operator === '>=' && found >= limit) ||
      (operator === '<' && found < limit) ||
      (operator === '<=' && found <= limit);
    if (!holds) return false;
  }
  return wanted.length >= 2;
}

/** `*` stands for any number of characters. Compared part by part: no pattern can make it slow. */
function wildcard(wanted: string, found: string): boolean {
  const [first = '', ...rest] = wanted.split('*');
  const last = rest.pop();
  if (last === undefined) return wanted === found;
  if (!found.startsWith(first) || found.length < first.length + last.length || !found.endsWith(last)) return false;
  let at = first.length;
  const end = found.length - last.length;
  for (const part of rest) {
    const next = found.indexOf(part, at);
    if (next < 0 || next + part.length > end) return false;
    at = next + part.length;
  }
  return true;
}
