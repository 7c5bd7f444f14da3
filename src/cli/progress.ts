import type { Io } from './io';

/** Rewriting a line more often than this only flickers. */
const EVERY_MS = 80;

export interface Progress {
  readonly show: (text: string) => void;
  /** takes the line away; nothing is left on the terminal. */
  readonly end: () => void;
}

/** One line on stderr that says how far a long work has come. Silent when nobody watches. */
export function progressOn({ interactive, err, now }: Io): Progress {
  if (!interactive) return { show: () => undefined, end: () => undefined };
  let last = -Infinity;
  let shown = false;
  return {
    show: (text) => {
      if (now() - last < EVERY_MS) return;
      last = now();
      shown = true;
      err(`\r\u001b[2K${text}`);
    },
    end: () => {
      if (shown) err('\r\u001b[2K');
    },
  };
}
