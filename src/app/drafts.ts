import { bundleText, readDraft, type Draft } from '../model/bundle';
import { LIMITS } from '../model/diagram';
import { parseJson, type FileProblem } from '../model/read-json';
import type { AuthorStore } from '../store/author';
import { SAVE_DELAY, type Autosave } from './autosave';
import type { Clock } from './ports/clock';
import type { Page } from './ports/page';
import type { TextStorage, Written } from './ports/storage';

const PREFIX = 'draft/';

/** A scenario in the making, as the browser keeps it. */
export interface KeptDraft {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly draft: Draft;
  /** JSON that could not be taken over yet. */
  readonly text?: string;
}

export type LoadedDraft =
  | { readonly type: 'found'; readonly kept: KeptDraft }
  | { readonly type: 'broken'; readonly id: string; readonly problems: readonly FileProblem[]; readonly text: string }
  | { readonly type: 'missing' };

export function keepDraft(storage: TextStorage, { id, at, draft, text }: KeptDraft): Promise<Written> {
  const content = JSON.stringify({
    at,
    bundle: JSON.parse(bundleText(draft)) as unknown,
    ...(text === undefined ? {} : { text }),
  });
  if (content.length > LIMITS.fileBytes) {
    const most = (LIMITS.fileBytes / 1_000_000).toFixed(0);
    const words = `This draft is larger than ${most} MB and cannot be saved. Delete attempts, or save it to a folder.`;
    return Promise.resolve({ ok: false, reason: 'full', words });
  }
  return storage.write(PREFIX + id, content);
}

export function dropDraft(storage: TextStorage, id: string): Promise<void> {
  return storage.remove(PREFIX + id);
}

export async function loadDraft(storage: TextStorage, id: string): Promise<LoadedDraft> {
  const content = await storage.read(PREFIX + id);
  return content === undefined ? { type: 'missing' } : readKept(id, content);
}

/** Newest first. */
export async function allDrafts(storage: TextStorage): Promise<readonly Exclude<LoadedDraft, { type: 'missing' }>[]> {
  const keys = await storage.keys(PREFIX);
  const found = await Promise.all(
    keys.map(async (key) => {
      const content = await storage.read(key);
      return content === undefined ? undefined : readKept(key.slice(PREFIX.length), content);
    }),
  );
  const at = (one: LoadedDraft) => (one.type === 'found' ? one.kept.at : '');
  return found.filter((one) => one !== undefined).sort((a, b) => (at(a) < at(b) ? 1 : -1));
}

/** A new place for a draft: nobody has two ideas in one millisecond. */
export function newDraftId(at: string): string {
  return `d${Date.parse(at).toString(36)}`;
}

function readKept(id: string, content: string): Exclude<LoadedDraft, { type: 'missing' }> {
  const json = parseJson(content);
  if (!json.ok) return { type: 'broken', id, problems: json.problems, text: content };
  const { at, bundle, text } = json.value as { at?: unknown; bundle?: unknown; text?: unknown };
  const read = readDraft(JSON.stringify(bundle ?? null));
  if (!read.ok) return { type: 'broken', id, problems: read.problems, text: content };
  const words = typeof text === 'string' ? { text } : {};
  return { type: 'found', kept: { id, at: typeof at === 'string' ? at : '', draft: read.value, ...words } };
}

interface Options {
  readonly author: AuthorStore;
  readonly id: string;
  readonly storage: TextStorage;
  readonly clock: Clock;
  readonly page: Page;
}

/** Saves a draft a moment after each change, and at once when the page goes away. */
export function autosaveDraft({ author, id, storage, clock, page }: Options): Autosave {
  let written: unknown;
  let cancel: (() => void) | undefined;
  let complained = false;
  let queue: Promise<void> = Promise.resolve();
  const of = ({ draft, text }: { draft: Draft; text?: string }) => (text === undefined ? draft : text);
  written = of(author.getState());

  async function save(): Promise<void> {
    const { draft, text, actions } = author.getState();
    const content = of({ draft, ...(text === undefined ? {} : { text }) });
    if (content === written) return;
    const at = clock.now();
    const outcome = await keepDraft(storage, { id, at, draft, ...(text === undefined ? {} : { text }) });
    if (outcome.ok) {
      written = content;
      complained = false;
      actions.markSaved(at);
    } else if (!complained) {
      complained = true;
      actions.say(outcome.words);
    }
  }
  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    queue = queue.then(save);
    return queue;
  }
  const unsubscribe = author.subscribe((now, before) => {
    if (now.draft === before.draft && now.text === before.text) return;
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
