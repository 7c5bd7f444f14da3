import type { Reading } from '../../catalog/cloudformation';
import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { isFields, isList, Mixed, partsOf, Pointer, type Value } from './values';

type Path = readonly (string | number)[];

/** What a reading may ask of everything else that is being read. */
export interface World {
  /** the node behind a pointer. */
  nodeAt(pointer: Pointer): NodeId | undefined;
  /** the node with this ARN or physical name. */
  nodeNamed(text: string): NodeId | undefined;
  /** what a pointer gives as text. */
  textOf(pointer: Pointer): string;
  /** CloudFormation would put another value in the place of this text. */
  lookedUp(text: string): void;
  /** a node for something outside of the template that a property of this name says. */
  outside(property: string, text: string): NodeId | undefined;
  /** a resource that is no node of its own, by reference or by its physical name. */
  partAt(value: Value): ResourceTrack | undefined;
}

/** `{{resolve:ssm:name}}` and its like. */
const LOOK_UP = /\{\{resolve:[^{}]*\}\}/g;
const OUTSIDE = 'It names something that is not in this diagram.';

/** Which values of one resource were read, and why others do not count. */
export class ResourceTrack {
  private readonly used = new Set<string>();
  private readonly skipped = new Map<string, string>();
  /** JSON inside of texts, and where they stand. */
  private readonly documents: { readonly path: Path; readonly track: ResourceTrack }[] = [];
  /** somebody asked for this resource. */
  followed = false;

  constructor(
    readonly logicalId: string,
    readonly type: string,
    readonly properties: Value,
  ) {}

  use(path: Path): void {
    this.used.add(JSON.stringify(path));
  }
  /** Also what was looked at before: it does not count after all. */
  skip(path: Path, reason: string): void {
    this.used.delete(JSON.stringify(path));
    this.skipped.set(JSON.stringify(path), reason);
  }
  /** What is not read of a document counts as not read here. */
  open(path: Path, content: Value): ResourceTrack {
    const track = new ResourceTrack(this.logicalId, this.type, content);
    this.use(path);
    this.documents.push({ path, track });
    return track;
  }
  forget(): void {
    this.documents.length = 0;
    this.used.clear();
    this.skipped.clear();
    this.followed = false;
  }

  /** What nobody read, at the highest place below which nothing was read. */
  unread(reason: string): { readonly path: Path; readonly reason: string }[] {
    const walk = (value: Value, path: Path): { path: Path; reason: string; whole: boolean }[] => {
      const key = JSON.stringify(path);
      if (this.used.has(key)) return [];
      const why = this.skipped.get(key);
      if (why !== undefined) return [{ path, reason: why, whole: false }];
      if (!isList(value) && !isFields(value)) return [{ path, reason, whole: true }];
      const inner = isList(value)
        ? value.map((one, index) => walk(one, [...path, index]))
        : Object.entries(value).map(([name, one]) => walk(one, [...path, name]));
      const found = inner.flat();
      const whole =
        path.length > 0 && found.length > 0 && inner.every((one) => one.length > 0 && one.every((at) => at.whole));
      return whole ? [{ path, reason, whole }] : found;
    };
    const within = this.documents.flatMap(({ path: at, track }) =>
      track.unread(reason).map(({ path, reason: why }) => ({ path: [...at, ...path], reason: why })),
    );
    return [...walk(this.properties, []).map(({ path, reason: why }) => ({ path, reason: why })), ...within];
  }
}

/** `Rules[0].Status` → its keys and indexes. */
export function keysOf(path: string): Path {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value = root;
  for (const part of path) {
    if (isList(value) && typeof part === 'number') value = value[part];
    else if (isFields(value) && Object.hasOwn(value, part)) value = value[String(part)];
    else return undefined;
  }
  return value ?? undefined;
}

/** One resource, or a place inside it, as a kind reads it. */
export class TrackedReading implements Reading {
  constructor(
    private readonly track: ResourceTrack,
    private readonly world: World,
    private readonly base: Path = [],
  ) {}

  get logicalId(): string {
    return this.track.logicalId;
  }
  get type(): string {
    return this.track.type;
  }

  has(path: string): boolean {
    return this.at(path).value !== undefined;
  }

  text(path: string): string | undefined {
    const { value, keys } = this.at(path);
    const text = this.textOf(value);
    if (text !== undefined) this.track.use(keys);
    return text;
  }

  number(path: string): number | undefined {
    const text = this.text(path);
    return text !== undefined && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  }

  flag(path: string): boolean | undefined {
    const text = this.text(path)?.toLowerCase();
    if (text === 'true' || text === 'yes' || text === 'on') return true;
    return text === 'false' || text === 'no' || text === 'off' ? false : undefined;
  }

  ref(path: string): NodeId | undefined {
    const { value, keys } = this.at(path);
    return value === undefined ? undefined : this.refTo(value, keys);
  }

  refs(path: string): readonly NodeId[] | undefined {
    const { value, keys } = this.at(path);
    if (value === undefined) return undefined;
    if (!isList(value)) return [this.refTo(value, keys)].flatMap((id) => id ?? []);
    return value.flatMap((one, index) => this.refTo(one, [...keys, index]) ?? []);
  }

  policy(path: string): string | undefined {
    const { value, keys } = this.at(path);
    if (value === undefined) return undefined;
    this.track.use(keys);
    const text = this.textOf(value);
    if (text === undefined) return JSON.stringify(this.json(value), null, 2);
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  }

  list(path: string): readonly Reading[] {
    const { value, keys } = this.at(path);
    if (value === undefined) return [];
    if (!isList(value)) return [new TrackedReading(this.track, this.world, keys)];
    return value.map((_, index) => new TrackedReading(this.track, this.world, [...keys, index]));
  }

  follow(path: string): Reading | undefined {
    const { value, keys } = this.at(path);
    const found = value === undefined ? undefined : this.world.partAt(value);
    if (!found || found === this.track) return undefined;
    this.track.use(keys);
    found.followed = true;
    return new TrackedReading(found, this.world);
  }

  document(path: string): Reading | undefined {
    const { value, keys } = this.at(path);
    const text = value === undefined ? undefined : (this.textOf(value) ?? JSON.stringify(this.json(value)));
    if (text === undefined) return undefined;
    try {
      return new TrackedReading(this.track.open(keys, JSON.parse(text) as Json), this.world);
    } catch {
      this.track.skip(keys, 'It is no JSON.');
      return undefined;
    }
  }

  skip(path: string, reason: string): void {
    const { value, keys } = this.at(path);
    if (value !== undefined) this.track.skip(keys, reason);
  }

  private at(path: string): { readonly value: Value | undefined; readonly keys: Path } {
    const keys = [...this.base, ...keysOf(path)];
    return { value: valueAt(this.track.properties, keys), keys };
  }

  private refTo(value: Value, keys: Path): NodeId | undefined {
    const within =
      typeof value === 'string'
        ? this.world.nodeNamed(value)
        : (partsOf(value) ?? [])
            .flatMap((part) => (part instanceof Pointer ? (this.world.nodeAt(part) ?? []) : []))
            .at(0);
    const property = keys.findLast((key) => typeof key === 'string');
    const text = within === undefined ? this.textOf(value) : undefined;
    const id = within ?? (text && property !== undefined ? this.world.outside(String(property), text) : undefined);
    if (id === undefined) this.track.skip(keys, OUTSIDE);
    else this.track.use(keys);
    return id;
  }

  private textOf(value: Value | undefined): string | undefined {
    const text = partsOf(value)
      ?.map((part) => (typeof part === 'string' ? part : this.world.textOf(part)))
      .join('');
    for (const [found] of text?.matchAll(LOOK_UP) ?? []) this.world.lookedUp(found);
    return text;
  }

  private json(value: Value): Json {
    if (value instanceof Pointer || value instanceof Mixed || typeof value === 'string')
      return this.textOf(value) ?? '';
    if (isList(value)) return value.map((one) => this.json(one));
    if (!isFields(value)) return value as Json;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.json(one)]));
  }
}
