/** What a computation asked of its source, and what it was told. */
export class Notes<S> {
  readonly #names = new Set<string>();
  readonly #told: { readonly question: (source: S) => unknown; readonly answer: unknown }[] = [];

  /** `name` tells questions apart: the second of a name is not written down. */
  ask<T>(name: string, source: S, question: (source: S) => T): T {
    const answer = question(source);
    if (!this.#names.has(name)) {
      this.#names.add(name);
      this.#told.push({ question, answer });
    }
    return answer;
  }

  /** Would the computation be told the same by this source? */
  hold(source: S): boolean {
    for (const { question, answer } of this.#told) if (!same(question(source), answer)) return false;
    return true;
  }
}

interface Kept<S, T> {
  /** not taken the first time: they cost time, and who asks for the first time may be the only one. */
  readonly notes?: Notes<S>;
  readonly result: T;
}

/**
 * Keeps results of pure computations together with what they read. A result is given again only while every
 * question that led to it has the same answer: nobody can tell from a result what was computed before it.
 */
export class Memory<S, T> {
  readonly #watch: (source: S, notes: Notes<S>) => S;
  readonly #kept = new WeakMap<object, Map<string, Kept<S, T>>>();

  /** `watch` gives a source that answers like `source` and writes every question down. */
  constructor(watch: (source: S, notes: Notes<S>) => S) {
    this.#watch = watch;
  }

  /** `about` is an object that the computation may read as it likes: it never changes, another one is another place. */
  recall(about: object, name: string, source: S, compute: (source: S) => T): T {
    const place = this.#placeOf(about);
    const known = place.get(name);
    if (known?.notes?.hold(source)) return known.result;
    if (!known) {
      const result = compute(source);
      place.set(name, { result });
      return result;
    }
    const notes = new Notes<S>();
    const result = shared(compute(this.#watch(source, notes)), known.result);
    if (!isData(result)) return compute(source);
    place.set(name, { notes, result });
    return result;
  }

  #placeOf(about: object): Map<string, Kept<S, T>> {
    const known = this.#kept.get(about);
    if (known) return known;
    const place = new Map<string, Kept<S, T>>();
    this.#kept.set(about, place);
    return place;
  }
}

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
