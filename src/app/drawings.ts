import { readDrawing, writeDrawing, type Drawing } from '../model/drawing';
import type { SessionStore } from '../store/session';
import { keepSaving, type Autosave } from './keep-saving';
import type { Clock } from './ports/clock';
import type { Page } from './ports/page';
import type { TextStorage, Written } from './ports/storage';
import { newId, shelf } from './shelf';

/** A drawing of the sandbox, as the browser keeps it. */
export interface KeptDrawing {
  readonly id: string;
  /** when it was last changed, ISO 8601. */
  readonly at: string;
  readonly drawing: Drawing;
}

export const drawings = shelf<KeptDrawing>({
  prefix: 'drawing/',
  write: ({ at, drawing }) => JSON.stringify({ at, drawing: writeDrawing(drawing, at) }),
  read(id, { at, drawing }) {
    const read = readDrawing(typeof drawing === 'string' ? drawing : '');
    if (!read.ok) return read;
    return { ok: true, value: { id, at: typeof at === 'string' ? at : '', drawing: read.value } };
  },
  tooLarge: (most) => `This drawing is larger than ${most} and cannot be saved. Shorten policies or remove elements.`,
});

/** A drawing at a new place, which it names. */
export async function addDrawing(
  storage: TextStorage,
  clock: Pick<Clock, 'now'>,
  drawing: Drawing,
): Promise<{ readonly id: string; readonly written: Written }> {
  const at = clock.now();
  const id = newId('s', at);
  return { id, written: await drawings.keep(storage, { id, at, drawing }) };
}

/** What of a session is kept of a drawing. */
export function drawingOf(session: SessionStore): Drawing {
  const { scenario, diagram } = session.getState();
  return { name: scenario.title, account: scenario.account, diagram };
}

interface Options {
  readonly session: SessionStore;
  readonly id: string;
  readonly storage: TextStorage;
  readonly clock: Clock;
  readonly page: Page;
  readonly onSaved: (at: string) => void;
}

/** Saves a drawing, its name and its account a moment after each change, and at once when the page goes away. */
export function autosaveDrawing({ session, id, storage, clock, page, onSaved }: Options): Autosave {
  const { actions } = session.getState();
  return keepSaving<Drawing>({
    current: () => drawingOf(session),
    isSame: (one, other) => one.diagram === other.diagram && one.account === other.account && one.name === other.name,
    subscribe: (look) => session.subscribe(look),
    write: (drawing, at) => drawings.keep(storage, { id, at, drawing }),
    onSaved(at) {
      actions.markSaved(at);
      onSaved(at);
    },
    onFailed: (words) => actions.notify({ tone: 'refused', text: words }),
    clock,
    page,
  });
}
