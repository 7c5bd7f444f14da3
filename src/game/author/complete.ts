import * as z from 'zod/mini';
import { placeAt, type Completion, type Completions } from '../../engine/iam/complete';
import { Scenario } from '../../model/scenario';
import type { Rules } from '../judge';

/** The part of JSON Schema that completion reads. */
interface Written {
  readonly properties?: Readonly<Record<string, Written>>;
  readonly additionalProperties?: Written | boolean;
  readonly items?: Written;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Written[];
  readonly oneOf?: readonly Written[];
  readonly type?: string | readonly string[];
}

const known = new WeakMap<object, Written>();

function writtenOf(schema: z.core.$ZodType): Written {
  const before = known.get(schema);
  if (before) return before;
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Written;
  known.set(schema, written);
  return written;
}

/** What can stand in the string at the caret of a scenario's JSON: keys, words of the schema, kinds, checks. */
export function completeScenario(text: string, caret: number, { catalog, checks }: Rules): Completions | undefined {
  const place = placeAt(text, caret);
  if (!place) return undefined;
  const key = place.path.at(-1);
  if (!place.isKey && key === 'check') {
    return { from: place.from, options: [...checks.values()].map(({ id, title }) => ({ text: id, detail: title })) };
  }
  if (!place.isKey && (key === 'allowedKinds' || key === 'kinds' || key === 'kind' || key === 'on')) {
    const options = [...catalog.values()].map(({ id, title }) => ({ text: id, detail: title }));
    const own = key === 'kind' ? wordsOf(schemasAt(place.path, text, caret, checks)) : [];
    return { from: place.from, options: own.length > 0 ? own : options };
  }
  const schemas = schemasAt(place.path, text, caret, checks);
  const options = place.isKey ? keysOf(schemas) : wordsOf(schemas);
  return options.length > 0 ? { from: place.from, options } : undefined;
}

/** Every schema that may hold at the path; lists do not count, and parameters follow their own check. */
function schemasAt(path: readonly string[], text: string, caret: number, checks: Rules['checks']): readonly Written[] {
  let schemas: readonly Written[] = flat(writtenOf(Scenario));
  for (const [at, key] of path.entries()) {
    const params = path[0] === 'requirements' && at === 1 && key === 'params';
    const check = params ? checks.get(checkAround(text, caret)) : undefined;
    schemas = check
      ? flat(writtenOf(check.params))
      : schemas.flatMap(({ properties, additionalProperties }) => {
          const inner = properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
          return typeof inner === 'object' ? flat(inner) : [];
        });
  }
  return schemas;
}

/** A schema, its alternatives, and those of what it lists. */
function flat(schema: Written): Written[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [schema, ...inner.flatMap(flat)];
}

/** The check of the requirement at the caret: the nearest one named before it, else after it. */
function checkAround(text: string, caret: number): string {
  const name = /"check"\s*:\s*"([^"\n]*)"/g;
  const before = [...text.slice(0, caret).matchAll(name)].at(-1);
  const opens = text.lastIndexOf('"params"', caret);
  const requirement = text.lastIndexOf('{', opens);
  const own = before && before.index > requirement ? before : name.exec(text.slice(caret));
  return own?.[1] ?? before?.[1] ?? '';
}

function keysOf(schemas: readonly Written[]): Completion[] {
  return unique(
    schemas.flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([text, { type, enum: words }]) => ({
        text,
        detail: words ? 'one of several' : String(type ?? ''),
      })),
    ),
  );
}

function wordsOf(schemas: readonly Written[]): Completion[] {
  return unique(
    schemas.flatMap((schema) => {
      const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
      return words.flatMap((word) => (typeof word === 'string' ? [{ text: word }] : []));
    }),
  );
}

function unique(all: readonly Completion[]): Completion[] {
  return [...new Map(all.map((one) => [one.text, one])).values()];
}
