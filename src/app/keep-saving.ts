import type { Clock } from './ports/clock';
import type { Page } from './ports/page';
import type { Written } from './ports/storage';

/** Milliseconds from a change until it is written. */
export const SAVE_DELAY = 400;

interface Options<Work> {
  /** what is there now; another object after every change that counts. */
  readonly current: () => Work;
  readonly isSame: (one: Work, other: Work) => boolean;
  readonly subscribe: (look: () => void) => () => void;
  readonly write: (work: Work, at: string) => Promise<Written | { readonly ok: false; readonly words: string }>;
  /** after every successful write; ISO 8601. */
  readonly onSaved: (at: string) => void;
  /** once, until writing works again: somebody has read it. */
  readonly onFailed: (words: string) => void;
  readonly clock: Clock;
  readonly page: Page;
}

export interface Autosave {
  /** Writes at once what is not yet written. Resolves when it is. */
  flush(): Promise<void>;
  stop(): void;
}

/** Writes work a moment after each change, and at once when the page goes away. */
export function keepSaving<Work>({ current, isSame, subscribe, write, clock, page, ...tell }: Options<Work>): Autosave {
  let written = current();
  let seen = written;
  let cancel: (() => void) | undefined;
  let complained = false;
  let queue: Promise<void> = Promise.resolve();

  async function save(work: Work): Promise<void> {
    if (isSame(work, written)) return;
    const at = clock.now();
    const outcome = await write(work, at);
    if (outcome.ok) {
      written = work;
      complained = false;
      tell.onSaved(at);
    } else if (!complained) {
      complained = true;
      tell.onFailed(outcome.words);
    }
  }
  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    // One after the other, so that an older write can never end after a newer one.
    const work = current();
    queue = queue.then(() => save(work));
    return queue;
  }
  const unsubscribe = subscribe(() => {
    const now = current();
    if (isSame(now, seen)) return;
    seen = now;
    cancel?.();
    cancel = clock.after(SAVE_DELAY, () => void flush());
  });
  const hiding = page.onHide(() => void flush());
  return {
    flush,
    stop() {
      void flush();
      unsubscribe();
      hiding();
    },
  };
}
