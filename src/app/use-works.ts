import { useEffect, useState } from 'react';
import type { FileProblem } from '../model/read-json';
import type { Opened, OpenedBytes } from './ports/files';
import type { TextStorage } from './ports/storage';
import { idOf, type Entry, type Found, type Kept, type Shelf } from './shelf';

interface Failed {
  readonly name: string;
  readonly problems: readonly FileProblem[];
}

export interface Works<One extends Kept> {
  /** newest first; `undefined` until they are read. */
  readonly entries: readonly Entry<One>[] | undefined;
  /** what was deleted last: its name, and the way back. */
  readonly removed: { readonly name: string; readonly putBack: () => Promise<void> } | undefined;
  /** what cannot be opened, and why. */
  readonly failed: Failed | undefined;
  readonly setFailed: (failed: Failed | undefined) => void;
  /** the same with one reason. */
  readonly refuse: (name: string, reason: string, remedy: string) => void;
  /** the file that was chosen; says why when it cannot be read. */
  readonly chosen: <O extends Opened | OpenedBytes>(opened: O) => Extract<O, { ok: true }>['file'] | undefined;
  readonly reload: () => Promise<void>;
  /** writes one over what stands there under its id. */
  readonly keep: (one: One) => Promise<void>;
  readonly remove: (entry: Entry<One>) => Promise<void>;
}

/** What stands on a shelf of this browser, and what can be done with it on its page. */
export function useWorks<One extends Kept>(
  shelf: Shelf<One>,
  storage: TextStorage,
  nameOf: (one: One) => string,
): Works<One> {
  const [entries, setEntries] = useState<readonly Entry<One>[] | undefined>(undefined);
  const [removed, setRemoved] = useState<Found<One> | undefined>(undefined);
  const [failed, setFailed] = useState<Failed | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void shelf.all(storage).then((next) => current && setEntries(next));
    return () => {
      current = false;
    };
  }, [shelf, storage]);

  const refuse = (name: string, reason: string, remedy: string): void =>
    setFailed({ name, problems: [{ place: '', reason, remedy }] });
  const reload = async (): Promise<void> => setEntries(await shelf.all(storage));
  const write = async (one: One): Promise<boolean> => {
    const written = await shelf.keep(storage, one);
    if (written.ok) await reload();
    else refuse(nameOf(one), written.words, 'Then try again.');
    return written.ok;
  };
  return {
    entries,
    removed: removed && {
      name: nameOf(removed.kept),
      putBack: async () => {
        if (await write(removed.kept)) setRemoved(undefined);
      },
    },
    failed,
    setFailed,
    refuse,
    chosen(opened) {
      if (opened.ok) return opened.file;
      if (opened.reason !== 'cancelled') refuse('The file', opened.words, 'Choose another file.');
      return undefined;
    },
    reload,
    async keep(one) {
      await write(one);
    },
    async remove(entry) {
      await shelf.drop(storage, idOf(entry));
      setRemoved(entry.type === 'found' ? entry : undefined);
      setEntries((now) => now?.filter((other) => idOf(other) !== idOf(entry)));
    },
  };
}
