import { LIMITS } from '../../model/diagram';

export interface OpenedFile {
  readonly name: string;
  readonly text: string;
}
export type Opened =
  | { readonly ok: true; readonly file: OpenedFile }
  | { readonly ok: false; readonly reason: 'cancelled' }
  | { readonly ok: false; readonly reason: 'too-large' | 'unreadable'; readonly words: string };

export type OpenedBytes =
  | { readonly ok: true; readonly file: { readonly name: string; readonly bytes: Uint8Array } }
  | Extract<Opened, { ok: false }>;

export interface Files {
  download(name: string, content: string | Uint8Array<ArrayBuffer>, type?: string): void;
  /** Lets the player choose one file. `accept` as in HTML: `.json,application/json`. */
  open(accept: string): Promise<Opened>;
  /** The same for a file that may be no text. */
  openBytes(accept: string): Promise<OpenedBytes>;
}

export const browserFiles: Files = {
  download(name, content, type = 'application/json') {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name.replace(/[^\w.-]+/g, '-');
    link.click();
    // The browser may still be reading it in this very moment.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  },
  async open(accept) {
    const file = await choose(accept);
    return file ? readFile(file) : CANCELLED;
  },
  async openBytes(accept) {
    const file = await choose(accept);
    if (!file) return CANCELLED;
    return readWhole(file, async () => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  },
};

const CANCELLED = { ok: false, reason: 'cancelled' } as const;

function choose(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.click();
  });
}

/** Also for a file that was dropped on the page. */
export async function readFile(file: File): Promise<Opened> {
  return readWhole(file, async () => ({ name: file.name, text: await file.text() }));
}

async function readWhole<Content>(
  { name, size }: File,
  read: () => Promise<Content>,
): Promise<{ readonly ok: true; readonly file: Content } | Extract<Opened, { ok: false; words: string }>> {
  if (size > LIMITS.fileBytes) {
    const most = (LIMITS.fileBytes / 1_000_000).toFixed(0);
    return {
      ok: false,
      reason: 'too-large',
      words: `${name} is larger than ${most} MB. Check that it is the right file.`,
    };
  }
  try {
    return { ok: true, file: await read() };
  } catch {
    return { ok: false, reason: 'unreadable', words: `${name} cannot be read. Check that it still exists.` };
  }
}
