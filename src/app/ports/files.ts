import { LIMITS } from '../../model/diagram';

export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}
export type Opened =
  | { readonly ok: true; readonly file: OpenedFile }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'too-large' | 'unreadable'; readonly words: string };

export interface Files {
  download(name: string, text: string, type?: string): void;
  /** Lets the player choose one file. `accept` as in HTML: `.json,application/json`. */
  open(accept: string): Promise<Opened>;
}

export const browserFiles: Files = {
  download(name, text, type = 'application/json') {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name.replace(/[^\w.-]+/g, '-');
    link.click();
    // The browser may still be reading it in this very moment.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  },
  open(accept) {
    return new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = accept;
      input.addEventListener('cancel', () => resolve({ ok: false, reason: 'cancelled' }));
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        resolve(file ? readFile(file) : { ok: false, reason: 'cancelled' });
      });
      input.click();
    });
  },
};

/** Also for a file that was dropped on the page. */
export async function readFile(file: File): Promise<Opened> {
  if (file.size > LIMITS.fileBytes) {
    const most = (LIMITS.fileBytes / 1_000_000).toFixed(0);
    return {
      ok: false,
      reason: 'too-large',
      words: `${file.name} is larger than ${most} MB. Check that it is the right file.`,
    };
  }
  try {
    return { ok: true, file: { name: file.name, text: await file.text() } };
  } catch {
    return { ok: false, reason: 'unreadable', words: `${file.name} cannot be read. Check that it still exists.` };
  }
}
