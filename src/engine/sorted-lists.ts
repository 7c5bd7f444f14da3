/**
 * Lists by key, each in the order of its items' ids. Made from lists of before, which stay as they are: a list is
 * copied before its first change.
 */
export class SortedLists<T> {
  readonly #idOf: (item: T) => string;
  readonly #lists: Map<string, T[]>;
  /** keys whose list is a copy; without lists of before, all are. */
  readonly #copied: Set<string> | undefined;

  constructor(before: ReadonlyMap<string, readonly T[]> | undefined, idOf: (item: T) => string) {
    this.#idOf = idOf;
    // Only lists that were copied are ever written to.
    this.#lists = new Map(before as ReadonlyMap<string, T[]> | undefined);
    this.#copied = before && new Set();
  }

  get lists(): ReadonlyMap<string, readonly T[]> {
    return this.#lists;
  }

  /** The keys whose list is not that of before. */
  get touched(): Iterable<string> {
    return this.#copied ?? this.#lists.keys();
  }

  /** After the items of the same id. */
  add(key: string, item: T): void {
    const list = this.#listOf(key);
    const id = this.#idOf(item);
    let at = list.length;
    for (let last = list[at - 1]; last !== undefined && this.#idOf(last) > id; last = list[at - 1]) at -= 1;
    if (at === list.length) list.push(item);
    else list.splice(at, 0, item);
  }

  /** Takes away every item of this id. */
  drop(key: string, id: string): void {
    const list = this.#listOf(key).filter((item) => this.#idOf(item) !== id);
    if (list.length > 0) this.#lists.set(key, list);
    else this.#lists.delete(key);
  }

  #listOf(key: string): T[] {
    const list = this.#lists.get(key);
    if (list && (!this.#copied || this.#copied.has(key))) return list;
    const copy = list ? [...list] : [];
    this.#lists.set(key, copy);
    this.#copied?.add(key);
    return copy;
  }
}
