import { LIMITS } from '../model/diagram';
import { parseJson, type FileProblem, type Read } from '../model/read-json';
import type { TextStorage, Written } from './ports/storage';

/** Something that this browser keeps under a name of its own. */
export interface Kept {
  readonly id: string;
  /** when it was last changed, ISO 8601. */
  readonly at: string;
}

export type Loaded<One extends Kept> =
  | { readonly type: 'found'; readonly kept: One }
  | { readonly type: 'broken'; readonly id: string; readonly problems: readonly FileProblem[]; readonly text: string }
  | { readonly type: 'missing' };

/** What stands on a shelf: it can be read, or it says why not. */
export type Entry<One extends Kept> = Exclude<Loaded<One>, { type: 'missing' }>;

export type Found<One extends Kept> = Extract<Loaded<One>, { type: 'found' }>;

export function idOf(entry: Entry<Kept>): string {
  return entry.type === 'found' ? entry.kept.id : entry.id;
}

interface Options<One extends Kept> {
  /** what the keys of the store begin with. */
  readonly prefix: string;
  readonly write: (one: One) => string;
  readonly read: (id: string, content: Readonly<Record<string, unknown>>) => Read<One>;
  /** `most` is a size in words. */
  readonly tooLarge: (most: string) => string;
}

export interface Shelf<One extends Kept> {
  keep(storage: TextStorage, one: One): Promise<Written>;
  drop(storage: TextStorage, id: string): Promise<void>;
  load(storage: TextStorage, id: string): Promise<Loaded<One>>;
  /** Newest first. */
  all(storage: TextStorage): Promise<readonly Entry<One>[]>;
}

/** Several works of one sort in the browser's store. What cannot be read stays there and is not lost. */
export function shelf<One extends Kept>({ prefix, write, read, tooLarge }: Options<One>): Shelf<One> {
  function open(id: string, text: string): Entry<One> {
    const json = parseJson(text);
    const found = json.ok ? read(id, isRecord(json.value) ? json.value : {}) : json;
    return found.ok ? { type: 'found', kept: found.value } : { type: 'broken', id, problems: found.problems, text };
  }
  return {
    keep(storage, one) {
      const content = write(one);
      if (content.length <= LIMITS.fileBytes) return storage.write(prefix + one.id, content);
      const words = tooLarge(`${(LIMITS.fileBytes / 1_000_000).toFixed(0)} MB`);
      return Promise.resolve({ ok: false, reason: 'full', words });
    },
    drop: (storage, id) => storage.remove(prefix + id),
    async load(storage, id) {
      const text = await storage.read(prefix + id);
      return text === undefined ? { type: 'missing' } : open(id, text);
    },
    async all(storage) {
      const keys = await storage.keys(prefix);
      const found = await Promise.all(
        keys.map(async (key) => {
          const text = await storage.read(key);
          return text === undefined ? undefined : open(key.slice(prefix.length), text);
        }),
      );
      const at = (one: Entry<One>) => (one.type === 'found' ? one.kept.at : '');
      return found.filter((one) => one !== undefined).sort((a, b) => (at(a) < at(b) ? 1 : -1));
    },
  };
}

/** A new place: nobody begins two things in one millisecond. */
export function newId(letter: string, at: string): string {
  return letter + Date.parse(at).toString(36);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
