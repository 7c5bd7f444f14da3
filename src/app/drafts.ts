import { bundleText, readDraft, type Draft } from '../model/bundle';
import type { AuthorState, AuthorStore } from '../store/author';
import { keepSaving, type Autosave } from './keep-saving';
import type { Clock } from './ports/clock';
import type { Page } from './ports/page';
import type { TextStorage } from './ports/storage';
import { newId, shelf } from './shelf';

/** A scenario in the making, as the browser keeps it. */
export interface KeptDraft {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly draft: Draft;
  /** JSON that could not be taken over yet. */
  readonly text?: string;
}

export const drafts = shelf<KeptDraft>({
  prefix: 'draft/',
  write: ({ at, draft, text }) =>
    JSON.stringify({ at, bundle: parsed(bundleText(draft)), ...(text === undefined ? {} : { text }) }),
  read(id, content) {
    const { at, bundle, text } = content;
    const read = readDraft(JSON.stringify(bundle ?? null));
    if (!read.ok) return read;
    const words = typeof text === 'string' ? { text } : {};
    return { ok: true, value: { id, at: typeof at === 'string' ? at : '', draft: read.value, ...words } };
  },
  tooLarge: (most) => `This draft is larger than ${most} and cannot be saved. Delete attempts, or save it to a folder.`,
});

function parsed(text: string): unknown {
  return JSON.parse(text);
}

export function newDraftId(at: string): string {
  return newId('d', at);
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
  const { actions } = author.getState();
  return keepSaving<Pick<AuthorState, 'draft' | 'text'>>({
    current: () => author.getState(),
    // JSON that cannot be taken over yet leaves the draft as it was.
    isSame: (one, other) => one.text === other.text && (one.text !== undefined || one.draft === other.draft),
    subscribe: (look) => author.subscribe(look),
    write: ({ draft, text }, at) => drafts.keep(storage, { id, at, draft, ...(text === undefined ? {} : { text }) }),
    onSaved: actions.markSaved,
    onFailed: actions.say,
    clock,
    page,
  });
}
