import type { Reading } from '../../src/catalog/cloudformation';
import type { Json } from '../../src/model/json';
import { completedPolicy } from './fragment-policies';
import { isFields, type Fields } from './fields';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Fields;
  readonly Metadata?: Fields;
}

/** What a fragment's value names: a resource, and which attribute of it. */
export interface Named {
  readonly resource: string;
  readonly attribute: string | undefined;
}

/** `Ref` and `Fn::GetAtt`, short and long. */
export function namedBy(value: Json | undefined): Named | undefined {
  if (!isFields(value)) return undefined;
  const { Ref: ref, 'Fn::GetAtt': path } = value;
  if (typeof ref === 'string') return { resource: ref, attribute: undefined };
  const [resource, ...rest] = typeof path === 'string' ? path.split('.') : Array.isArray(path) ? path.map(String) : [];
  return resource === undefined ? undefined : { resource, attribute: rest.join('.') };
}

/** What stands behind a name, in words: names, ARNs, values of parameters. */
export type Speller = (named: Named) => string;

/** A value with its intrinsic functions as text. What a fragment does not show keeps its name. */
export function spell(value: Json, speller: Speller): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => spell(one, speller));
  const fields = value as Fields;
  const named = namedBy(fields);
  if (named) return speller(named);
  const [key = '', inner = null] = Object.entries(fields)[0] ?? [];
  if (!key.startsWith('Fn::') || Object.keys(fields).length > 1) {
    return Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, spell(one, speller)]));
  }
  const list = Array.isArray(inner) ? (inner as readonly Json[]) : [inner];
  if (key === 'Fn::Sub') return substitute(String(list[0]), isFields(list[1]) ? list[1] : {}, speller);
  if (key === 'Fn::Join') {
    const items = spell(list[1] ?? [], speller);
    return (Array.isArray(items) ? (items as readonly Json[]) : [items]).map(String).join(String(list[0]));
  }
  return list.map((one) => (typeof one === 'string' ? one : JSON.stringify(spell(one, speller)))).join('.');
}

function substitute(text: string, own: Fields, speller: Speller): string {
  return text.replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
    if (Object.hasOwn(own, name)) return String(spell(own[name] ?? null, speller));
    const [resource = '', ...rest] = name.split('.');
    return speller({ resource, attribute: rest.length > 0 ? rest.join('.') : undefined });
  });
}

/** Finds nodes for values that name something; makes what the fragment does not show. */
export interface References {
  find(value: Json, property: string): string | undefined;
  resource(logicalId: string): Resource | undefined;
  readonly speller: Speller;
}

/** One resource of a fragment as the kinds read it. */
export class FragmentReading implements Reading {
  constructor(
    readonly logicalId: string,
    readonly type: string,
    private readonly value: Json,
    private readonly references: References,
    /** the property that it is read from. */
    private readonly property = '',
  ) {}

  private at(path: string): Json | undefined {
    let found: Json | undefined = this.value;
    for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
      if (Array.isArray(found)) found = (found as readonly Json[])[Number(step)];
      else found = isFields(found) && Object.hasOwn(found, step) ? found[step] : undefined;
    }
    const absent = found === undefined || found === null || (isFields(found) && found['Ref'] === 'AWS::NoValue');
    return absent ? undefined : found;
  }
  has(path: string): boolean {
    return this.at(path) !== undefined;
  }
  text(path: string): string | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    const spelled = spell(value, this.references.speller);
    return spelled !== null && typeof spelled === 'object' ? undefined : String(spelled);
  }
  number(path: string): number | undefined {
    const value = Number(this.text(path) ?? Number.NaN);
    return Number.isNaN(value) ? undefined : value;
  }
  flag(path: string): boolean | undefined {
    const value = this.text(path)?.toLowerCase();
    return value === 'true' ? true : value === 'false' ? false : undefined;
  }
  ref(path: string): string | undefined {
    const value = this.at(path);
    const property = path === '' ? this.property : (path.split('.').at(-1) ?? path);
    return value === undefined ? undefined : this.references.find(value, property);
  }
  refs(path: string): readonly string[] | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    const property = path.split('.').at(-1) ?? path;
    const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
    return list.flatMap((one) => this.references.find(one, property) ?? []);
  }
  policy(path: string): string | undefined {
    const value = this.at(path);
    if (value === undefined) return undefined;
    const spelled = spell(value, this.references.speller);
    return typeof spelled === 'string' ? spelled : JSON.stringify(completedPolicy(spelled, this.type, path), null, 2);
  }
  list(path: string): readonly Reading[] {
    const value = this.at(path);
    if (value === undefined) return [];
    const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
    return list.map((one) => new FragmentReading(this.logicalId, this.type, one, this.references, path));
  }
  follow(path: string): Reading | undefined {
    const named = namedBy(this.at(path));
    const resource = named && this.references.resource(named.resource);
    return resource && new FragmentReading(named.resource, resource.Type, resource.Properties ?? {}, this.references);
  }
  document(path: string): Reading | undefined {
    const text = this.text(path);
    if (text === undefined) return undefined;
    try {
      return new FragmentReading(this.logicalId, this.type, JSON.parse(text) as Json, this.references);
    } catch {
      return undefined;
    }
  }
  skip(): void {
    // Nobody reads what a fragment leaves out.
  }
}
