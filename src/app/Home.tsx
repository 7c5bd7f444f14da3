import { FolderOpen, Moon, PencilRuler, Sun } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Progress } from '../game/progress';
import { NO_PROGRESS, bestOf } from '../game/progress';
import { Button } from '../kit/Button';
import { EmptyState } from '../kit/EmptyState';
import { IconButton } from '../kit/IconButton';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { Mark } from '../panels/brand/Mark';
import { FileProblems } from './later';
import { dropScenario, importedScenarios, isBuiltIn, keepScenario, loadScenario } from './library';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { loadProgress } from './progress-file';
import { readAnyFile } from './read-file';
import { writeSave } from './autosave';
import { scenarios } from './scenario-index';
import { ScenarioCard } from './ScenarioCard';
import type { CardScenario } from './ScenarioCard';
import { useTheme } from './theme';
import styles from './app.module.css';

const DIFFICULTIES = ['foundation', 'intermediate', 'advanced'] as const;

interface Shelf {
  readonly progress: Progress;
  readonly saved: ReadonlySet<string>;
  readonly imported: readonly Scenario[];
}
const EMPTY: Shelf = { progress: NO_PROGRESS, saved: new Set(), imported: [] };

/** All scenarios by domain and difficulty, with what was reached, and the way in for files. */
export function Home({ storage }: { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const [shelf, setShelf] = useState<Shelf>(EMPTY);
  const [failed, setFailed] = useState<{ name: string; problems: readonly FileProblem[] } | undefined>(undefined);
  const [removed, setRemoved] = useState<Scenario | undefined>(undefined);

  useEffect(() => {
    let current = true;
    const load = async (): Promise<Shelf> => {
      const [progress, keys, imported] = await Promise.all([
        loadProgress(storage),
        storage.keys('save/'),
        importedScenarios(storage),
      ]);
      return { progress, saved: new Set(keys.map((key) => key.slice('save/'.length))), imported };
    };
    void load().then((next) => {
      if (current) setShelf(next);
    });
    return () => {
      current = false;
    };
  }, [storage]);
  useEffect(() => {
    document.title = 'Perimeter';
  }, []);

  const open = async (): Promise<void> => {
    const opened = await browserFiles.open('.json,application/json');
    if (!opened.ok) {
      if (opened.reason !== 'cancelled') {
        setFailed({
          name: 'The file',
          problems: [{ place: '', reason: opened.words, remedy: 'Choose another file.' }],
        });
      }
      return;
    }
    const { name, text } = opened.file;
    const refuse = (reason: string, remedy: string): void =>
      setFailed({ name, problems: [{ place: '', reason, remedy }] });
    const read = readAnyFile(text);
    if (read.type === 'problems') return setFailed({ name, problems: read.problems });
    if (read.type === 'scenario') {
      if (isBuiltIn(read.scenario.id)) {
        return refuse(`“${read.scenario.id}” is the id of a built-in scenario.`, 'Give the scenario another id.');
      }
      const written = await keepScenario(storage, read.scenario);
      return written.ok ? navigate(`/play/${read.scenario.id}`) : refuse(written.words, 'Then open the file again.');
    }
    const { save } = read;
    if ((await loadScenario(storage, save.scenario)).type !== 'found') {
      return refuse(`Its scenario “${save.scenario}” is not here.`, 'Open the scenario’s own file first.');
    }
    const written = await writeSave(storage, save);
    return written.ok ? navigate(`/play/${save.scenario}`) : refuse(written.words, 'Then open the file again.');
  };

  const remove = async (scenario: Scenario): Promise<void> => {
    await dropScenario(storage, scenario.id);
    setRemoved(scenario);
    setShelf((now) => ({ ...now, imported: now.imported.filter((one) => one.id !== scenario.id) }));
  };
  const putBack = async (scenario: Scenario): Promise<void> => {
    const written = await keepScenario(storage, scenario);
    if (!written.ok) {
      setFailed({ name: scenario.title, problems: [{ place: '', reason: written.words, remedy: 'Then try again.' }] });
      return;
    }
    setRemoved(undefined);
    setShelf((now) => ({ ...now, imported: [...now.imported, scenario] }));
  };

  const all: readonly CardScenario[] = [...scenarios, ...shelf.imported];
  const domains = [...new Set(all.map((one) => one.domain))];
  const stars = all.reduce((sum, one) => sum + (bestOf(shelf.progress, one.id)?.stars ?? 0), 0);
  return (
    <div className={styles.home}>
      <header className={styles.homeTop}>
        <span className={styles.brand}>
          <Mark />
          Perimeter
        </span>
        <span className={styles.homeTools}>
          <Button size="sm" variant="ghost" icon={<PencilRuler />} onClick={() => navigate('/author')}>
            Author
          </Button>
          <Button size="sm" icon={<FolderOpen />} onClick={() => void open()}>
            Open a file
          </Button>
          <IconButton
            label={theme.dark ? 'Light theme' : 'Dark theme'}
            icon={theme.dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
            onClick={theme.toggle}
          />
        </span>
      </header>
      <main className={styles.shelf}>
        <div className={styles.intro}>
          <h1>Draw the architecture. See what it really does.</h1>
          <p>
            Each scenario is a system for machine learning on AWS. You draw it; a simulator walks every request through
            routes, policies and keys, and shows the step that decides.
          </p>
          {all.length > 0 ? (
            <p className={styles.tally}>
              {stars} of {all.length * 3} stars
            </p>
          ) : null}
        </div>
        {all.length === 0 ? (
          <EmptyState title="No scenario here" icon={<FolderOpen />}>
            Open a scenario file that you were given.
          </EmptyState>
        ) : null}
        {removed ? (
          <p className={styles.removed} role="status">
            “{removed.title}” is out of the list. Your work on it is kept.
            <Button size="sm" onClick={() => void putBack(removed)}>
              Put it back
            </Button>
          </p>
        ) : null}
        {domains.map((domain) => (
          <section key={domain} className={styles.domain} aria-label={domain}>
            <h2>{domain}</h2>
            <ul>
              {all
                .filter((one) => one.domain === domain)
                .sort((a, b) => DIFFICULTIES.indexOf(a.difficulty) - DIFFICULTIES.indexOf(b.difficulty))
                .map((one) => {
                  const imported = shelf.imported.find((other) => other.id === one.id);
                  return (
                    <ScenarioCard
                      key={one.id}
                      scenario={one}
                      best={bestOf(shelf.progress, one.id)}
                      started={shelf.saved.has(one.id)}
                      onRemove={imported && (() => void remove(imported))}
                    />
                  );
                })}
            </ul>
          </section>
        ))}
      </main>
      <Suspense fallback={null}>
        {failed ? <FileProblems {...failed} onClose={() => setFailed(undefined)} /> : null}
      </Suspense>
    </div>
  );
}
