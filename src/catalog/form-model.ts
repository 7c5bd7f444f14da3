import * as z from 'zod/mini';
import type { FieldMeta } from '../model/field';
import type { Json } from '../model/json';

/** What every field of a form says of itself. */
interface Common extends Pick<FieldMeta, 'title' | 'help' | 'aws' | 'unit' | 'immutable' | 'when'> {
  readonly key: string;
  /** AWS refuses the resource without it. */
  readonly required: boolean;
  readonly initial?: Json;
}

/** One field of a form, read from a kind's schema. */
export type FormField = Common &
  (
    | { readonly type: 'text'; readonly control: 'line' | 'multiline' | 'cidr' | 'policy'; readonly maxLength?: number }
    | { readonly type: 'number'; readonly integer: boolean; readonly min?: number; readonly max?: number }
    | { readonly type: 'switch' }
    | { readonly type: 'select'; readonly options: readonly (string | number)[] }
    | { readonly type: 'reference'; readonly trait: string }
    | { readonly type: 'references'; readonly trait: string; readonly max?: number }
    | { readonly type: 'list'; readonly item: FormField; readonly max?: number }
    | { readonly type: 'rows'; readonly fields: readonly FormField[]; readonly max?: number }
    | { readonly type: 'group'; readonly fields: readonly FormField[] }
    | { readonly type: 'json' }
  );

/** The part of JSON Schema that zod writes for a kind, with our own meta beside it. */
interface Written extends Partial<FieldMeta> {
  readonly type?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly anyOf?: readonly Written[];
  readonly properties?: Readonly<Record<string, Written>>;
  readonly required?: readonly string[];
  readonly items?: Written;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

const known = new WeakMap<z.ZodMiniObject, readonly FormField[]>();

/** The form of a schema: one entry per property, in the order they were declared. */
export function formOf(schema: z.ZodMiniObject): readonly FormField[] {
  const before = known.get(schema);
  if (before) return before;
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) as unknown as Written;
  const fields = fieldsOf(written);
  known.set(schema, fields);
  return fields;
}

/** The value of a new element of a list, with defaults filled in. */
export function blankOf(fields: readonly FormField[]): { readonly [key: string]: Json } {
  const blank: { [key: string]: Json } = {};
  for (const field of fields) {
    const value = field.initial ?? (field.required ? blankValue(field) : undefined);
    if (value !== undefined) blank[field.key] = value;
  }
  return blank;
}

function blankValue(field: FormField): Json | undefined {
  switch (field.type) {
    case 'text':
      return '';
    case 'number':
      return field.min ?? 0;
    case 'switch':
      return false;
    case 'select':
      return field.options[0];
    case 'group':
      return blankOf(field.fields);
    case 'list':
    case 'rows':
    case 'references':
      return [];
    default:
      return undefined;
  }
}

function fieldsOf(schema: Written): readonly FormField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([key, value]) => fieldOf(key, value, required.has(key)));
}

function fieldOf(key: string, schema: Written, required: boolean): FormField {
  const inner = withoutNull(schema);
  const common: Common = {
    key,
    title: schema.title ?? inner.title ?? wordsOf(key),
    ...pick(inner),
    ...pick(schema),
    required,
    ...(schema.default !== undefined ? { initial: schema.default } : {}),
  };
  const trait = schema.ref ?? inner.ref;
  if (trait !== undefined && inner.type === 'array')
    return { ...common, type: 'references', trait, ...max(inner.maxItems) };
  if (trait !== undefined) return { ...common, type: 'reference', trait };
  const options = optionsOf(inner);
  if (options) return { ...common, type: 'select', options };
  switch (inner.type) {
    case 'string':
      return {
        ...common,
        type: 'text',
        control: schema.control ?? inner.control ?? 'line',
        ...(inner.maxLength !== undefined ? { maxLength: inner.maxLength } : {}),
      };
    case 'number':
    case 'integer':
      return { ...common, type: 'number', integer: inner.type === 'integer', ...rangeOf(inner) };
    case 'boolean':
      return { ...common, type: 'switch' };
    case 'array': {
      const item = withoutNull(inner.items ?? {});
      if (item.properties) return { ...common, type: 'rows', fields: fieldsOf(item), ...max(inner.maxItems) };
      if (item.ref !== undefined) return { ...common, type: 'references', trait: item.ref, ...max(inner.maxItems) };
      return { ...common, type: 'list', item: fieldOf('item', item, true), ...max(inner.maxItems) };
    }
    case 'object':
      return inner.properties ? { ...common, type: 'group', fields: fieldsOf(inner) } : { ...common, type: 'json' };
    default:
      return { ...common, type: 'json' };
  }
}

function withoutNull(schema: Written): Written {
  const rest = schema.anyOf?.filter((one) => one.type !== 'null');
  return rest?.length === 1 && rest[0] ? { ...schema, ...rest[0] } : schema;
}

function optionsOf(schema: Written): readonly (string | number)[] | undefined {
  const values =
    schema.enum ?? (schema.const !== undefined ? [schema.const] : schema.anyOf?.map((one) => one.const ?? null));
  if (!values || values.length === 0) return undefined;
  const plain = values.filter(
    (value): value is string | number => typeof value === 'string' || typeof value === 'number',
  );
  return plain.length === values.length ? plain : undefined;
}

function rangeOf(schema: Written): { min?: number; max?: number } {
  const min = schema.minimum ?? schema.exclusiveMinimum;
  const top = schema.maximum ?? schema.exclusiveMaximum;
  return {
    ...(min !== undefined && min > Number.MIN_SAFE_INTEGER ? { min } : {}),
    ...(top !== undefined && top < Number.MAX_SAFE_INTEGER ? { max: top } : {}),
  };
}

function max(value: number | undefined): { max?: number } {
  return value === undefined ? {} : { max: value };
}

function pick(schema: Written): Pick<Common, 'help' | 'aws' | 'unit' | 'immutable' | 'when'> {
  return {
    ...(schema.help !== undefined ? { help: schema.help } : {}),
    ...(schema.aws !== undefined ? { aws: schema.aws } : {}),
    ...(schema.unit !== undefined ? { unit: schema.unit } : {}),
    ...(schema.immutable !== undefined ? { immutable: schema.immutable } : {}),
    ...(schema.when !== undefined ? { when: schema.when } : {}),
  };
}

/** `kmsKey` → `Kms key`: for a property without a title. */
function wordsOf(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
