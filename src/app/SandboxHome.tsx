import {
  ArrowRight,
  Blocks,
  CopyPlus,
  EllipsisVertical,
  FilePlus2,
  FlaskConical,
  FolderOpen,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { blankDrawing } from '../game/sandbox';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { classes } from '../kit/classes';
import { EmptyState } from '../kit/EmptyState';
import { Menu } from '../kit/Menu';
import { Select } from '../kit/Select';
import type { Drawing } from '../model/drawing';
import type { FileProblem } from '../model/read-json';
import type { Example } from '../modes/play/sandbox/FirstSteps';
import { addDrawing, allDrawings, dropDrawing, keepDrawing, type KeptDrawing } from './drawings';
import { exampleOf, examplesFor } from './examples';
import { FileProblems } from './FileProblems';
import { openDrawing } from './open-drawing';
import { PageTop } from './PageTop';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { RenameDialog } from './RenameDialog';
import type { Entry } from './shelf';
import styles from './app.module.css';
import own from './author-home.module.css';
import card from './card.module.css';

type Found = Extract<Entry<KeptDrawing>, { type: 'found' }>;
interface Shelf {
  readonly drawings: readonly Entry<KeptDrawing>[];
  readonly examples: readonly Example[];
}

/** The drawings of this browser, and three ways to begin one. */
export default function SandboxHome({ storage }: { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const [shelf, setShelf] = useState<Shelf | undefined>(undefined);
  const [removed, setRemoved] = useState<Found | undefined>(undefined);
  const [renaming, setRenaming] = useState<KeptDrawing | undefined>(undefined);
  const [failed, setFailed] = useState<{ name: string; problems: readonly FileProblem[] } | undefined>(undefined);
  useEffect(() => {
    document.title = 'Sandbox · Perimeter';
    let current = true;
    void Promise.all([allDrawings(storage), examplesFor(storage)]).then(
      ([drawings, examples]) => current && setShelf({ drawings, examples }),
    );
    return () => {
      current = false;
    };
  }, [storage]);

  const refuse = (name: string, reason: string, remedy: string): void =>
    setFailed({ name, problems: [{ place: '', reason, remedy }] });
  const change = (to: (drawings: Shelf['drawings']) => Shelf['drawings']): void =>
    setShelf((now) => now && { ...now, drawings: to(now.drawings) });
  const begin = async (drawing: Drawing): Promise<void> => {
    const { id, written } = await addDrawing(storage, browserClock, drawing);
    if (written.ok) navigate(`/sandbox/${id}`);
    else refuse(drawing.name, written.words, 'Then try again.');
  };
  const beginExample = async (id: string): Promise<void> => {
    const example = await exampleOf(storage, id);
    if (example) await begin(example);
    else refuse(id, 'The example cannot be read.', 'Choose another one.');
  };
  const beginFile = async (): Promise<void> => {
    const opened = await browserFiles.open('.json,application/json');
    if (!opened.ok) {
      if (opened.reason !== 'cancelled') refuse('The file', opened.words, 'Choose another file.');
      return;
    }
    const read = await openDrawing(opened.file, storage);
    if (read.ok) await begin(read.value);
    else setFailed({ name: opened.file.name, problems: read.problems });
  };
  const rename = async (kept: KeptDrawing, name: string): Promise<void> => {
    const next: KeptDrawing = { ...kept, drawing: { ...kept.drawing, name } };
    const written = await keepDrawing(storage, next);
    if (!written.ok) return refuse(kept.drawing.name, written.words, 'Then try again.');
    change((all) => all.map((one) => (idOf(one) === kept.id ? { type: 'found', kept: next } : one)));
  };
  const duplicate = async ({ drawing }: KeptDrawing): Promise<void> => {
    const copy = { ...drawing, name: `${drawing.name.slice(0, 113)} (copy)` };
    const { written } = await addDrawing(storage, browserClock, copy);
    if (!written.ok) return refuse(drawing.name, written.words, 'Then try again.');
    const drawings = await allDrawings(storage);
    change(() => drawings);
  };
  const remove = async (entry: Entry<KeptDrawing>): Promise<void> => {
    await dropDrawing(storage, idOf(entry));
    setRemoved(entry.type === 'found' ? entry : undefined);
    change((all) => all.filter((one) => idOf(one) !== idOf(entry)));
  };
  const putBack = async (entry: Found): Promise<void> => {
    const written = await keepDrawing(storage, entry.kept);
    if (!written.ok) return refuse(entry.kept.drawing.name, written.words, 'Then try again.');
    setRemoved(undefined);
    const drawings = await allDrawings(storage);
    change(() => drawings);
  };

  return (
    <div className={styles.home}>
      <PageTop />
      <main className={styles.shelf}>
        <div className={own.intro}>
          <h1>Sandbox</h1>
          <p>
            A canvas without a brief. Draw whatever you want to know about: the simulator walks every request, prices
            the design, audits it and puts it to the test.
          </p>
        </div>
        <section className={own.begin} aria-label="Begin">
          <div>
            <h2>From nothing</h2>
            <p>An empty canvas and every resource there is.</p>
            <Button variant="primary" icon={<FilePlus2 />} onClick={() => void begin(blankDrawing('New drawing'))}>
              New drawing
            </Button>
          </div>
          <div>
            <h2>From an example</h2>
            {shelf && shelf.examples.length === 0 ? (
              <p>Solve a scenario: then our solution of it is here to take apart.</p>
            ) : (
              <>
                <p>Our solution of a scenario that you have solved.</p>
                <Select
                  aria-label="Start from an example"
                  value=""
                  placeholder="Choose a scenario"
                  options={(shelf?.examples ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(id) => {
                    if (id !== '') void beginExample(id);
                  }}
                />
              </>
            )}
          </div>
          <div>
            <h2>From a file</h2>
            <p>A drawing, or work that you saved in a scenario.</p>
            <Button icon={<FolderOpen />} onClick={() => void beginFile()}>
              Open a file
            </Button>
          </div>
        </section>
        {removed ? (
          <p className={styles.removed} role="status">
            “{removed.kept.drawing.name}” is deleted.
            <Button size="sm" onClick={() => void putBack(removed)}>
              Put it back
            </Button>
          </p>
        ) : null}
        <section className={own.drafts} aria-label="Drawings">
          <h2>Drawings in this browser</h2>
          {shelf && shelf.drawings.length === 0 ? (
            <EmptyState icon={<FlaskConical />} title="No drawing yet">
              Begin with a new one above. It is saved here as you go along.
            </EmptyState>
          ) : (
            <ul>
              {(shelf?.drawings ?? []).map((entry) => (
                <DrawingCard
                  key={idOf(entry)}
                  entry={entry}
                  onRename={setRenaming}
                  onDuplicate={(kept) => void duplicate(kept)}
                  onRemove={() => void remove(entry)}
                />
              ))}
            </ul>
          )}
        </section>
      </main>
      {renaming ? (
        <RenameDialog
          name={renaming.drawing.name}
          onRename={(name) => void rename(renaming, name)}
          onClose={() => setRenaming(undefined)}
        />
      ) : null}
      {failed ? <FileProblems {...failed} onClose={() => setFailed(undefined)} /> : null}
    </div>
  );
}

function idOf(entry: Entry<KeptDrawing>): string {
  return entry.type === 'found' ? entry.kept.id : entry.id;
}

interface CardProps {
  readonly entry: Entry<KeptDrawing>;
  readonly onRename: (kept: KeptDrawing) => void;
  readonly onDuplicate: (kept: KeptDrawing) => void;
  readonly onRemove: () => void;
}

function DrawingCard({ entry, onRename, onDuplicate, onRemove }: CardProps) {
  const kept = entry.type === 'found' ? entry.kept : undefined;
  const title = kept?.drawing.name ?? 'A drawing that cannot be read';
  const elements = Object.keys(kept?.drawing.diagram.nodes ?? {}).length;
  return (
    <li className={card.entry}>
      <Link href={`/sandbox/${idOf(entry)}`} className={classes(card.card, own.card)}>
        <span className={classes(card.title, own.title, own.titled)}>{title}</span>
        <span className={card.summary}>
          {entry.type === 'found'
            ? `${count(elements, 'element')}, ${entry.kept.drawing.account.region}`
            : entry.problems[0]?.reason}
        </span>
        <span className={classes(card.foot, own.foot)}>
          {kept ? (
            <span>
              <Blocks aria-hidden="true" />
              Changed {new Date(kept.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          ) : null}
          <span className={card.go}>
            Open <ArrowRight aria-hidden="true" />
          </span>
        </span>
      </Link>
      <span className={own.more}>
        <Menu
          align="end"
          items={[
            ...(kept
              ? [
                  { id: 'rename', label: 'Rename', icon: <Pencil />, onSelect: () => onRename(kept) },
                  { id: 'duplicate', label: 'Duplicate', icon: <CopyPlus />, onSelect: () => onDuplicate(kept) },
                ]
              : []),
            { id: 'delete', label: 'Delete', icon: <Trash2 />, danger: true, onSelect: onRemove },
          ]}
        >
          <button type="button" className={own.dots} aria-label={`Menu of “${title}”`}>
            <EllipsisVertical aria-hidden="true" />
          </button>
        </Menu>
      </span>
    </li>
  );
}
