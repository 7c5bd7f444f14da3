import type * as z from 'zod/mini';
import { LIMITS } from './diagram';
import { MISSING, MISWRITTEN, TYPE_NAMES } from './issue-words';
import { faultOf, placeOf } from './json-limits';
import { lineOf, mapJson } from './json-lines';

/** One thing that is wrong with a file: where, what, and what to do. */
export interface FileProblem {
  /** `requirements[2].points`; empty for the whole file. */
  readonly place: string;
  /** counts from 1. */
  readonly line?: number;
  readonly reason: string;
  readonly remedy: string;
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** More are not shown: the first ones usually cause the rest. */
const MOST_PROBLEMS = 20;
/** Envelope and diagram together: a file is a few levels deeper than what it holds. */
const FILE_DEPTH = LIMITS.depth;

/** Text → JSON of a bounded size and depth, without keys that reach a prototype. Never throws. */
export function parseJson(text: string): Read<unknown> {
  if (text.length > LIMITS.fileBytes) {
    const megabytes = (LIMITS.fileBytes / 1_000_000).toFixed(0);
    return whole(`The file is larger than ${megabytes} MB.`, 'Check that it is the right file.');
  }
  if (text.trim() === '') return whole('The file is empty.', 'Choose another file.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { fault } = mapJson(text);
    if (!fault) return whole('The file is not JSON.', 'Save it as JSON text in UTF-8.');
    return { ok: false, problems: [{ place: '', line: fault.line, reason: fault.reason, remedy: fault.remedy }] };
  }
  const fault = faultOf(value, FILE_DEPTH);
  if (!fault) return { ok: true, value };
  const place = placeOf(fault.path);
  return { ok: false, problems: [{ place, ...lineIn(text, fault.path), reason: fault.reason, remedy: fault.remedy }] };
}

/** What a file of ours says that it is. */
export function formatOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
}

/** Every issue of a schema with its place in the text. */
export function problemsOf(error: z.core.$ZodError, text: string): readonly FileProblem[] {
  const map = mapJson(text);
  return error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
    const line = lineOf(text, map, issue.path);
    return {
      place: placeOf(issue.path),
      ...(line === undefined ? {} : { line }),
      ...wording(issue),
    };
  });
}

export function lineIn(text: string, path: readonly PropertyKey[]): { line?: number } {
  const line = lineOf(text, mapJson(text), path);
  return line === undefined ? {} : { line };
}

export function whole(reason: string, remedy: string): { ok: false; problems: FileProblem[] } {
  return { ok: false, problems: [{ place: '', reason, remedy }] };
}

function wording(issue: z.core.$ZodIssue): { reason: string; remedy: string } {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPE_NAMES[issue.expected] ?? issue.expected;
      const missing = issue.message === MISSING;
      return { reason: missing ? MISSING : `This must be ${wanted}.`, remedy: `Write ${wanted} here.` };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys
        .slice(0, 5)
        .map((key) => `“${key.slice(0, 40)}”`)
        .join(', ');
      return { reason: `${keys} is not known here.`, remedy: 'Remove it, or check its spelling.' };
    }
    case 'invalid_value': {
      const values = issue.values
        .slice(0, 12)
        .map((value) => `“${String(value)}”`)
        .join(', ');
      return { reason: 'This value is not one of those allowed.', remedy: `Use ${values}.` };
    }
    case 'too_big':
      return {
        reason: `This is too ${isSize(issue.origin) ? 'long' : 'large'}.`,
        remedy: `At most ${String(issue.maximum)}.`,
      };
    case 'too_small':
      return {
        reason: `This is too ${isSize(issue.origin) ? 'short' : 'small'}.`,
        remedy: `At least ${String(issue.minimum)}.`,
      };
    case 'invalid_format':
      return { reason: 'This is not written as expected.', remedy: formatRemedy(issue.message) };
    default:
      return { reason: issue.message, remedy: 'Correct this value.' };
  }
}

function isSize(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set';
}

function formatRemedy(message: string): string {
  return message === MISWRITTEN ? 'Use lower-case letters, digits and hyphens, or what the schema describes.' : message;
}
