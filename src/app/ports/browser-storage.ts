import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';
import { FULL, UNAVAILABLE, type TextStorage, type Written } from './storage';

/** One half of the browser's storage. Here, and only here, a failure is an exception. */
export interface Backend {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export function indexedDbBackend(name = 'perimeter'): Backend {
  let store: UseStore | undefined;
  // Opened on first use: a browser without IndexedDB throws here, and the next backend takes over.
  const open = () => (store ??= createStore(name, 'texts'));
  return {
    async read(key) {
      const value: unknown = await get(key, open());
      return typeof value === 'string' ? value : undefined;
    },
    write: async (key, text) => set(key, text, open()),
    remove: async (key) => del(key, open()),
    keys: async () => (await keys(open())).filter((key) => typeof key === 'string'),
  };
}

export function localStorageBackend(prefix = 'perimeter/'): Backend {
  return {
    read: async (key) => window.localStorage.getItem(prefix + key) ?? undefined,
    write: async (key, text) => window.localStorage.setItem(prefix + key, text),
    remove: async (key) => window.localStorage.removeItem(prefix + key),
    keys: async () =>
      Object.keys(window.localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}

/**
 * Uses the first backend that works, key by key. What a lower one still holds is found too, and goes away once the
 * first one has taken the key over, so that an old copy can never win.
 */
export function layeredStorage(backends: readonly Backend[]): TextStorage {
  async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
    try {
      return { value: await work() };
    } catch (error) {
      return { error };
    }
  }
  return {
    async read(key) {
      for (const backend of backends) {
        const read = await attempt(() => backend.read(key));
        if ('value' in read && read.value !== undefined) return read.value;
      }
      return undefined;
    },
    async write(key, text): Promise<Written> {
      let failure: Written = UNAVAILABLE;
      for (const [index, backend] of backends.entries()) {
        const written = await attempt(() => backend.write(key, text));
        if ('value' in written) {
          const others = backends.filter((_, other) => other !== index);
          for (const other of others) await attempt(() => other.remove(key));
          return { ok: true };
        }
        if (isFull(written.error)) failure = FULL;
      }
      return failure;
    },
    async remove(key) {
      for (const backend of backends) await attempt(() => backend.remove(key));
    },
    async keys(prefix) {
      const found = new Set<string>();
      for (const backend of backends) {
        const read = await attempt(() => backend.keys());
        if ('value' in read) for (const key of read.value) if (key.startsWith(prefix)) found.add(key);
      }
      return [...found].sort();
    },
  };
}

/** Browsers name it differently; Firefox had its own name for years. */
function isFull(error: unknown): boolean {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED';
}

export function browserStorage(): TextStorage {
  return layeredStorage([indexedDbBackend(), localStorageBackend()]);
}
