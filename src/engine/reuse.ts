/** The topic of a question that does not say when its answer stays: every other source may answer it otherwise. */
const ANYTHING = '';

/** What a computation asked of its source, and what it was told. */
export class Notes<S> {
  readonly #names = new Set<string>();
  readonly #told: { readonly question: (source: S) => unknown; readonly answer: unknown }[] = [];
  /** what the questions were about. */
  readonly topics = new Set<string>();

  /**
   * `name` tells questions apart: the second of a name is not written down. `topic` is what must change for another
   * answer; whoever tells a memory what changed (`advance`) says so in the same words.
   */
  ask<T>(name: string, source: S, question: (source: S) => T, topic = ANYTHING): T {
    const answer = question(source);
    if (!this.#names.has(name)) {
      this.#names.add(name);
      this.#told.push({ question, answer });
      this.topics.add(topic);
    }
    return answer;
  }

  /** Would the computation be told the same by this source? */
  hold(source: S): boolean {
    for (const { question, answer } of this.#told) if (!same(question(source), answer)) return false;
    return true;
  }
}

interface Kept<S, A, T> {
  readonly about: A;
  readonly name: string;
  /** not taken the first time: they cost time, and who asks for the first time may be the only one. */
  readonly notes?: Notes<S>;
  readonly result: T;
}

/**
 * Keeps results of pure computations together with what they read. A result is given again only while every
 * question that led to it has the same answer: nobody can tell from a result what was computed before it.
 */
export class Memory<S, A extends object, T> {
  readonly #watch: (source: S, notes: Notes<S>) => S;
  readonly #kept = new WeakMap<A, Place<Kept<S, A, T>>>();
  /** the source for which it is known, without asking, that these results hold; and which topics they read. */
  #at: S | undefined;
  #sure = new Set<Kept<S, A, T>>();
  #readers = new Map<string, Set<Kept<S, A, T>>>();

  /** `watch` gives a source that answers like `source` and writes every question down. */
  constructor(watch: (source: S, notes: Notes<S>) => S) {
    this.#watch = watch;
  }

  /** `about` is an object that the computation may read as it likes: it never changes, another one is another place. */
  recall(about: A, name: string, source: S, compute: (source: S) => T): T {
    const place = this.#placeOf(about);
    const known = place.get(name);
    if (known?.notes) {
      if (source === this.#at && this.#sure.has(known)) return known.result;
      if (known.notes.hold(source)) {
        this.#trust(known, source);
        return known.result;
      }
    }
    if (!known) {
      const result = compute(source);
      place.set({ about, name, result });
      return result;
    }
    const notes = new Notes<S>();
    const result = shared(compute(this.#watch(source, notes)), known.result);
    if (!isData(result)) return compute(source);
    const kept = { about, name, notes, result };
    this.#doubt(known);
    place.set(kept);
    this.#trust(kept, source);
    return result;
  }

  /** Is this the source that `advance` spoke of last? */
  isCurrent(source: S): boolean {
    return source === this.#at;
  }

  /** Is it known, without asking, that the last result of this name holds for the current source? */
  isSure(about: A, name: string): boolean {
    const known = this.#kept.get(about)?.get(name);
    return known !== undefined && this.#sure.has(known);
  }

  /**
   * `after` answers as `before` does, but for questions about `topics`: results that read nothing of these hold without
   * being asked. `means` names the topic that a result is itself an answer to: who read that is doubted with it. Gives
   * what is doubted; `undefined` when nothing was known of `before`, and so nothing is of `after`.
   */
  advance(
    before: S | undefined,
    after: S,
    topics: Iterable<string>,
    means?: (about: A, name: string) => string | undefined,
  ): readonly { readonly about: A; readonly name: string }[] | undefined {
    const known = before !== undefined && before === this.#at && this.#sure.size < LIMIT;
    this.#at = after;
    if (!known) {
      this.#sure = new Set();
      this.#readers = new Map();
      return undefined;
    }
    const doubted: Kept<S, A, T>[] = [];
    const open = [ANYTHING, ...topics];
    for (let topic = open.pop(); topic !== undefined; topic = open.pop()) {
      for (const kept of this.#readers.get(topic) ?? []) {
        this.#doubt(kept);
        doubted.push(kept);
        const further = means?.(kept.about, kept.name);
        if (further !== undefined) open.push(further);
      }
    }
    return doubted;
  }

  #trust(kept: Kept<S, A, T>, source: S): void {
    if (source !== this.#at || this.#sure.has(kept)) return;
    this.#sure.add(kept);
    for (const topic of kept.notes?.topics ?? []) {
      const readers = this.#readers.get(topic);
      if (readers) readers.add(kept);
      else this.#readers.set(topic, new Set([kept]));
    }
  }

  #doubt(kept: Kept<S, A, T>): void {
    if (!this.#sure.delete(kept)) return;
    for (const topic of kept.notes?.topics ?? []) {
      const readers = this.#readers.get(topic);
      readers?.delete(kept);
      if (readers?.size === 0) this.#readers.delete(topic);
    }
  }

  #placeOf(about: A): Place<Kept<S, A, T>> {
    const known = this.#kept.get(about);
    if (known) return known;
    const place = new Place<Kept<S, A, T>>();
    this.#kept.set(about, place);
    return place;
  }
}

/** By name. Most places hold one or two: a map for each of a thousand nodes is felt. */
class Place<K extends { readonly name: string }> {
  #few: readonly K[] = [];
  #many: Map<string, K> | undefined;

  get(name: string): K | undefined {
    return this.#many ? this.#many.get(name) : this.#few.find((one) => one.name === name);
  }

  set(kept: K): void {
    if (this.#many) this.#many.set(kept.name, kept);
    else this.#few = [...this.#few.filter(({ name }) => name !== kept.name), kept];
    if (this.#few.length <= 8) return;
    this.#many = new Map(this.#few.map((one) => [one.name, one]));
    this.#few = [];
  }
}

/** Results about objects that are gone stay known to hold, for nobody tells; at this many, all are asked again. */
const LIMIT = 30_000;

/** A function may ask later, when nobody takes notes any more. */
function isData(value: unknown): boolean {
  if (typeof value === 'function') return false;
  return typeof value !== 'object' || value === null || Object.values(value).every(isData);
}

/** `now`, in which every part that is as it was before is the same object: whoever read that part need not look again. */
export function shared<T>(now: T, before: unknown): T {
  if (same(now, before)) return before as T;
  if (!isObject(now) || !isObject(before) || Array.isArray(now) !== Array.isArray(before)) return now;
  const parts = Object.entries(now).map(([key, part]) => [key, shared(part, before[key])] as const);
  return (Array.isArray(now) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as T;
}

/** Equal in all parts; what is the same object is not looked into. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) if (!Object.hasOwn(b, key) || !same(a[key], b[key])) return false;
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
