/** What became of a write. `full` = the browser gives no more room. */
export type Written =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'full' | 'unavailable'; readonly words: string };

/** A small text store that outlives the page. Never throws and never rejects. */
export interface TextStorage {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<Written>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<readonly string[]>;
}

export const FULL: Written = {
  ok: false,
  reason: 'full',
  words: 'The browser has no more room, so your work is not saved. Download it, or free some space.',
};
export const UNAVAILABLE: Written = {
  ok: false,
  reason: 'unavailable',
  words: 'The browser does not let this page store anything, so your work is not saved. Download it before you leave.',
};

/** For tests, and for browsers that store nothing: forgets everything with the page. */
export function memoryStorage(content = new Map<string, string>()): TextStorage {
  return {
    read: (key) => Promise.resolve(content.get(key)),
    write(key, text) {
      content.set(key, text);
      return Promise.resolve({ ok: true });
    },
    remove(key) {
      content.delete(key);
      return Promise.resolve();
    },
    keys: (prefix) => Promise.resolve([...content.keys()].filter((key) => key.startsWith(prefix))),
  };
}
