import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Progress } from '../game/progress';
import { NO_PROGRESS, readProgress } from '../game/progress';
import { planOf } from '../game/review-due';
import { count } from '../game/words';
import { formatOf, parseJson } from '../model/read-json';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { writeSave } from './autosave';
import { dropScenario, importedScenarios, isBuiltIn, keepScenario, loadScenario } from './library';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { OpenedFile } from './ports/files';
import type { TextStorage } from './ports/storage';
import { addProgress, loadProgress } from './progress-file';
import type { LoadedProgress } from './progress-file';
import { readAnyFile } from './read-file';

interface Shelf extends LoadedProgress {
  readonly saved: ReadonlySet<string>;
  readonly imported: readonly Scenario[];
  /** ideas that are to be reviewed now. */
  readonly due: number;
}
const EMPTY: Shelf = { progress: NO_PROGRESS, saved: new Set(), imported: [], due: 0 };

interface Failed {
  readonly name: string;
  readonly problems: readonly FileProblem[];
}

async function load(storage: TextStorage): Promise<Shelf> {
  const [progress, keys, imported] = await Promise.all([
    loadProgress(storage),
    storage.keys('save/'),
    importedScenarios(storage),
  ]);
  const knows = (id: string): boolean => isBuiltIn(id) || imported.some((one) => one.id === id);
  const now = Date.parse(browserClock.now());
  const due = planOf(progress.progress, knows).filter(({ at }) => at <= now).length;
  return { ...progress, saved: new Set(keys.map((key) => key.slice('save/'.length))), imported, due };
}

/** What this browser holds of the player, and what can be done with it on the list of scenarios. */
export function useShelf(storage: TextStorage) {
  const [, navigate] = useLocation();
  const [shelf, setShelf] = useState<Shelf>(EMPTY);
  const [failed, setFailed] = useState<Failed | undefined>(undefined);
  const [removed, setRemoved] = useState<Scenario | undefined>(undefined);
  const [said, setSaid] = useState<string | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void load(storage).then((next) => {
      if (current) setShelf(next);
    });
    return () => {
      current = false;
    };
  }, [storage]);

  const refuse = (name: string, reason: string, remedy: string): void =>
    setFailed({ name, problems: [{ place: '', reason, remedy }] });
  const choose = async (): Promise<OpenedFile | undefined> => {
    const opened = await browserFiles.open('.json,application/json');
    if (opened.ok) return opened.file;
    if (opened.reason !== 'cancelled') refuse('The file', opened.words, 'Choose another file.');
    return undefined;
  };
  const takeProgress = async ({ name, text }: OpenedFile): Promise<void> => {
    const read = readProgress(text);
    if (!read.ok) return setFailed({ name, problems: read.problems });
    const changed = await addProgress(storage, browserClock, read.value);
    if (!changed.ok) return refuse(name, changed.words, 'Then open the file again.');
    setShelf(await load(storage));
    setSaid(`${name} is added to your progress. ${gain(changed.before, changed.after)}`);
  };
  const takeDrawing = async (file: OpenedFile): Promise<void> => {
    const [{ openDrawing }, { addDrawing }] = await Promise.all([import('./open-drawing'), import('./drawings')]);
    const read = await openDrawing(file, storage);
    if (!read.ok) return setFailed({ name: file.name, problems: read.problems });
    const { id, written } = await addDrawing(storage, browserClock, read.value);
    return written.ok ? navigate(`/sandbox/${id}`) : refuse(file.name, written.words, 'Then open the file again.');
  };
  const open = async (): Promise<void> => {
    const file = await choose();
    if (!file) return undefined;
    const { name, text } = file;
    const json = parseJson(text);
    const format = json.ok ? formatOf(json.value) : undefined;
    if (format === 'perimeter-progress') return takeProgress(file);
    if (format === 'perimeter-drawing') return takeDrawing(file);
    const read = readAnyFile(text);
    if (read.type === 'problems') return setFailed({ name, problems: read.problems });
    if (read.type === 'scenario') {
      if (isBuiltIn(read.scenario.id)) {
        return refuse(name, `“${read.scenario.id}” is the id of a built-in scenario.`, 'Give the scenario another id.');
      }
      const written = await keepScenario(storage, read.scenario);
      return written.ok
        ? navigate(`/play/${read.scenario.id}`)
        : refuse(name, written.words, 'Then open the file again.');
    }
    const { save } = read;
    if ((await loadScenario(storage, save.scenario)).type !== 'found') {
      return refuse(name, `Its scenario “${save.scenario}” is not here.`, 'Open the scenario’s own file first.');
    }
    const written = await writeSave(storage, save);
    return written.ok ? navigate(`/play/${save.scenario}`) : refuse(name, written.words, 'Then open the file again.');
  };
  return {
    shelf,
    failed,
    removed,
    said,
    open,
    closeFailed: () => setFailed(undefined),
    saveProgress: () =>
      browserFiles.download('perimeter-progress.json', `${JSON.stringify(shelf.progress, null, 2)}\n`),
    openProgress: async (): Promise<void> => {
      const file = await choose();
      if (file) await takeProgress(file);
    },
    saveBroken: () => browserFiles.download('progress-unreadable.json', shelf.broken?.text ?? ''),
    remove: async (scenario: Scenario): Promise<void> => {
      await dropScenario(storage, scenario.id);
      setRemoved(scenario);
      setShelf((now) => ({ ...now, imported: now.imported.filter((one) => one.id !== scenario.id) }));
    },
    putBack: async (scenario: Scenario): Promise<void> => {
      const written = await keepScenario(storage, scenario);
      if (!written.ok) return refuse(scenario.title, written.words, 'Then try again.');
      setRemoved(undefined);
      setShelf((now) => ({ ...now, imported: [...now.imported, scenario] }));
    },
  };
}

function gain(before: Progress, after: Progress): string {
  const better = Object.entries(after.best).filter(
    ([id, best]) => JSON.stringify(best) !== JSON.stringify(before.best[id]),
  ).length;
  return better === 0 ? 'No result in it is better than yours.' : `It brings ${count(better, 'better result')}.`;
}
