import { LIMITS } from '../model/diagram';
import type { FileProblem } from '../model/read-json';
import { makeSave, readSave, type Save } from '../model/save';
import type { SessionStore } from '../store/session';
import type { SessionState } from '../store/state';
import { keepSaving, type Autosave } from './keep-saving';
import type { Clock } from './ports/clock';
import type { Page } from './ports/page';
import type { TextStorage, Written } from './ports/storage';

const saveKey = (scenario: string) => `save/${scenario}`;
const quarantineKey = (scenario: string, at: string) => `quarantine/${scenario}/${at}`;

export interface AutosaveOptions {
  readonly session: SessionStore;
  readonly storage: TextStorage;
  readonly clock: Clock;
  readonly page: Page;
  /** after every successful write. */
  readonly onSaved?: (at: string) => void;
}

type Work = Pick<SessionState, 'diagram' | 'answers'>;

const isSame = (one: Work, other: Work) => one.diagram === other.diagram && one.answers === other.answers;

/** Saves the session's work a moment after each change, and at once when the page goes away. */
export function startAutosave({ session, storage, clock, page, onSaved }: AutosaveOptions): Autosave {
  const { scenario, actions } = session.getState();
  let checked = false;
  return keepSaving<Work>({
    current: () => session.getState(),
    isSame,
    subscribe: (look) => session.subscribe(look),
    async write(work, at) {
      const put = checked || (await protectBroken(storage, scenario.id, at));
      if (!put) return BLOCKED;
      const outcome = await writeSave(storage, makeSave(scenario.id, work.diagram, at, work.answers));
      checked ||= outcome.ok;
      return outcome;
    },
    onSaved(at) {
      actions.markSaved(at);
      onSaved?.(at);
    },
    onFailed: (words) => actions.notify({ tone: 'refused', text: words }),
    clock,
    page,
  });
}

/** Writes a save that can be read again, or says why not. */
export function writeSave(storage: TextStorage, save: Save): Promise<Written> {
  const text = JSON.stringify(save);
  if (text.length > LIMITS.fileBytes) {
    const most = (LIMITS.fileBytes / 1_000_000).toFixed(0);
    const words = `This design is larger than ${most} MB and cannot be saved. Shorten policies or remove elements.`;
    return Promise.resolve({ ok: false, reason: 'full', words });
  }
  return storage.write(saveKey(save.scenario), text);
}

const BLOCKED = {
  ok: false,
  words: 'An older save cannot be read and cannot be put aside, so this one does not overwrite it. Download your work.',
} as const;

/** True when nothing unreadable stands where the next save goes. */
async function protectBroken(storage: TextStorage, scenario: string, at: string): Promise<boolean> {
  const found = await restore(storage, scenario, { now: () => at });
  return found.type !== 'broken' || found.aside;
}

export type Restored =
  | { readonly type: 'none' }
  | { readonly type: 'restored'; readonly save: Save }
  /** Nothing is lost: the text waits under `key`; `aside` says whether it could be moved out of the way. */
  | {
      readonly type: 'broken';
      readonly problems: readonly FileProblem[];
      readonly text: string;
      readonly key: string;
      readonly aside: boolean;
    };

/** Finds the work on a scenario. A save that cannot be read is put aside, so that the next one does not overwrite it. */
export async function restore(storage: TextStorage, scenario: string, clock: Pick<Clock, 'now'>): Promise<Restored> {
  const text = await storage.read(saveKey(scenario));
  if (text === undefined) return { type: 'none' };
  const read = readSave(text);
  if (read.ok && read.save.scenario === scenario) return { type: 'restored', save: read.save };
  const problems: readonly FileProblem[] = read.ok
    ? [
        {
          place: 'scenario',
          reason: `This save belongs to another scenario, “${read.save.scenario}”.`,
          remedy: 'Open that scenario instead.',
        },
      ]
    : read.problems;
  const aside = quarantineKey(scenario, clock.now());
  const moved = await storage.write(aside, text);
  if (!moved.ok) return { type: 'broken', problems, text, key: saveKey(scenario), aside: false };
  await storage.remove(saveKey(scenario));
  return { type: 'broken', problems, text, key: aside, aside: true };
}
