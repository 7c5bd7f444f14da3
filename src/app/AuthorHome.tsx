import { ArrowRight, Copy, FilePlus2, FolderOpen, PencilRuler, Trash2 } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { blankDraft } from '../game/author/designs';
import { textAt } from '../game/author/place';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { classes } from '../kit/classes';
import { EmptyState } from '../kit/EmptyState';
import { IconButton } from '../kit/IconButton';
import { Select } from '../kit/Select';
import type { Draft } from '../model/bundle';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { allDrafts, dropDraft, keepDraft, newDraftId, type LoadedDraft } from './drafts';
import { FileProblems } from './later';
import { importedScenarios } from './library';
import { PageTop } from './PageTop';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { scenarios } from './scenario-index';
import styles from './app.module.css';
import own from './author-home.module.css';
import card from './card.module.css';

type Entry = Exclude<LoadedDraft, { type: 'missing' }>;
interface Shelf {
  readonly drafts: readonly Entry[];
  readonly imported: readonly Scenario[];
}

/** Where scenarios are made: the drafts of this browser, and three ways to begin. */
export default function AuthorHome({ storage }: { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const [shelf, setShelf] = useState<Shelf | undefined>(undefined);
  const [removed, setRemoved] = useState<Extract<Entry, { type: 'found' }> | undefined>(undefined);
  const [failed, setFailed] = useState<{ name: string; problems: readonly FileProblem[] } | undefined>(undefined);
  useEffect(() => {
    document.title = 'Author · Perimeter';
    let current = true;
    const load = async (): Promise<Shelf> => {
      const [drafts, imported] = await Promise.all([allDrafts(storage), importedScenarios(storage)]);
      return { drafts, imported };
    };
    void load().then((next) => current && setShelf(next));
    return () => {
      current = false;
    };
  }, [storage]);

  const refuse = (name: string, reason: string, remedy: string): void =>
    setFailed({ name, problems: [{ place: '', reason, remedy }] });
  const begin = async (draft: Draft): Promise<void> => {
    const at = browserClock.now();
    const id = newDraftId(at);
    const written = await keepDraft(storage, { id, at, draft });
    if (written.ok) navigate(`/author/${id}`);
    else refuse('The draft', written.words, 'Then try again.');
  };
  const beginCopy = async (id: string): Promise<void> => {
    const { copyOf } = await import('./scenario-designs');
    const draft = await copyOf(storage, id);
    if (draft) await begin(draft);
    else refuse(id, 'The scenario cannot be read.', 'Choose another one.');
  };
  const beginFile = async (): Promise<void> => {
    const opened = await browserFiles.openBytes('.json,.zip,application/json,application/zip');
    if (!opened.ok) {
      if (opened.reason !== 'cancelled') refuse('The file', opened.words, 'Choose another file.');
      return;
    }
    const { name, bytes } = opened.file;
    const { readDraftFile } = await import('./scenario-folder');
    const read = readDraftFile(name, bytes);
    if (read.ok) await begin(read.value);
    else setFailed({ name, problems: read.problems });
  };
  const remove = async (entry: Entry): Promise<void> => {
    const id = idOf(entry);
    await dropDraft(storage, id);
    setRemoved(entry.type === 'found' ? entry : undefined);
    setShelf((now) => now && { ...now, drafts: now.drafts.filter((one) => idOf(one) !== id) });
  };
  const putBack = async (entry: Extract<Entry, { type: 'found' }>): Promise<void> => {
    const written = await keepDraft(storage, entry.kept);
    if (!written.ok) return refuse(titleOf(entry.kept.draft), written.words, 'Then try again.');
    setRemoved(undefined);
    setShelf((now) => now && { ...now, drafts: [entry, ...now.drafts] });
  };

  const known = [...scenarios, ...(shelf?.imported ?? [])];
  return (
    <div className={styles.home}>
      <PageTop />
      <main className={styles.shelf}>
        <div className={own.intro}>
          <h1>Make a scenario by playing it</h1>
          <p>
            Draw where the player starts and how you would solve it. The simulator offers what is true of your solution
            and false of your start; choose what to ask for, then prove that nobody can win without it.
          </p>
        </div>
        <section className={own.begin} aria-label="Begin">
          <div>
            <h2>From nothing</h2>
            <p>An empty canvas and every resource there is.</p>
            <Button variant="primary" icon={<FilePlus2 />} onClick={() => void begin(blankDraft('my-scenario'))}>
              New scenario
            </Button>
          </div>
          <div>
            <h2>From a copy</h2>
            <p>A scenario with its solutions and attempts.</p>
            <Select
              aria-label="Copy a scenario"
              value=""
              placeholder="Choose a scenario"
              options={known.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(id) => id !== '' && void beginCopy(id)}
            />
          </div>
          <div>
            <h2>From a file</h2>
            <p>A scenario, a bundle, or a folder as ZIP.</p>
            <Button icon={<FolderOpen />} onClick={() => void beginFile()}>
              Open a file
            </Button>
          </div>
        </section>
        {removed ? (
          <p className={styles.removed} role="status">
            “{titleOf(removed.kept.draft)}” is deleted.
            <Button size="sm" onClick={() => void putBack(removed)}>
              Put it back
            </Button>
          </p>
        ) : null}
        <section className={own.drafts} aria-label="Drafts">
          <h2>Drafts in this browser</h2>
          {shelf && shelf.drafts.length === 0 ? (
            <EmptyState icon={<PencilRuler />} title="No draft yet">
              Whatever you begin is saved here as you go along.
            </EmptyState>
          ) : (
            <ul>
              {(shelf?.drafts ?? []).map((entry) => (
                <DraftCard key={idOf(entry)} entry={entry} onRemove={() => void remove(entry)} />
              ))}
            </ul>
          )}
        </section>
      </main>
      <Suspense fallback={null}>
        {failed ? <FileProblems {...failed} onClose={() => setFailed(undefined)} /> : null}
      </Suspense>
    </div>
  );
}

function idOf(entry: Entry): string {
  return entry.type === 'found' ? entry.kept.id : entry.id;
}

function titleOf({ scenario }: Draft): string {
  return textAt(scenario, ['title']).trim() || 'New scenario';
}

function DraftCard({ entry, onRemove }: { readonly entry: Entry; readonly onRemove: () => void }) {
  const id = idOf(entry);
  const title = entry.type === 'found' ? titleOf(entry.kept.draft) : 'A draft that cannot be read';
  const when = entry.type === 'found' ? new Date(entry.kept.at) : undefined;
  return (
    <li className={card.entry}>
      <Link href={`/author/${id}`} className={classes(card.card, own.card)}>
        <span className={classes(card.title, own.title)}>{title}</span>
        <span className={card.summary}>
          {entry.type === 'found'
            ? textAt(entry.kept.draft.scenario, ['summary']) || 'No summary yet.'
            : entry.problems[0]?.reason}
        </span>
        <span className={classes(card.foot, own.foot)}>
          {entry.type === 'found' ? (
            <>
              <span>
                <Copy aria-hidden="true" />
                {count(entry.kept.draft.solutions.length, 'solution')},{' '}
                {count(entry.kept.draft.attempts.length, 'attempt')}
              </span>
              <span>{when?.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</span>
            </>
          ) : null}
          <span className={card.go}>
            Edit <ArrowRight aria-hidden="true" />
          </span>
        </span>
      </Link>
      <span className={classes(card.remove, own.remove)}>
        <IconButton
          size="sm"
          label={`Delete the draft “${title}”`}
          icon={<Trash2 aria-hidden="true" />}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}
