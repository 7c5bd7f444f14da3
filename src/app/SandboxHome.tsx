import { Blocks, CopyPlus, EllipsisVertical, FilePlus2, FlaskConical, FolderOpen, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { blankDrawing } from '../game/sandbox';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { EmptyState } from '../kit/EmptyState';
import { Menu } from '../kit/Menu';
import { Select } from '../kit/Select';
import type { Drawing } from '../model/drawing';
import type { Example } from '../modes/play/sandbox/FirstSteps';
import { addDrawing, drawings, type KeptDrawing } from './drawings';
import { exampleOf, examplesFor } from './examples';
import { openDrawing } from './open-drawing';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { RenameDialog } from './RenameDialog';
import { idOf, type Entry } from './shelf';
import { useWorks } from './use-works';
import { changedAt, WorkCard } from './WorkCard';
import { Way, WorkHome } from './WorkHome';
import frame from '../kit/Frame.module.css';

const nameOf = ({ drawing }: KeptDrawing): string => drawing.name;

/** The drawings of this browser, and three ways to begin one. */
export default function SandboxHome({ storage }: { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const works = useWorks(drawings, storage, nameOf);
  const [examples, setExamples] = useState<readonly Example[] | undefined>(undefined);
  const [renaming, setRenaming] = useState<KeptDrawing | undefined>(undefined);
  useEffect(() => {
    document.title = 'Sandbox · Perimeter';
    let current = true;
    void examplesFor(storage).then((next) => current && setExamples(next));
    return () => {
      current = false;
    };
  }, [storage]);

  const begin = async (drawing: Drawing): Promise<void> => {
    const { id, written } = await addDrawing(storage, browserClock, drawing);
    if (written.ok) navigate(`/sandbox/${id}`);
    else works.refuse(drawing.name, written.words, 'Then try again.');
  };
  const beginExample = async (id: string): Promise<void> => {
    const example = await exampleOf(storage, id);
    if (example) await begin(example);
    else works.refuse(id, 'The example cannot be read.', 'Choose another one.');
  };
  const beginFile = async (): Promise<void> => {
    const file = works.chosen(await browserFiles.open('.json,application/json'));
    if (!file) return;
    const read = await openDrawing(file, storage);
    if (read.ok) await begin(read.value);
    else works.setFailed({ name: file.name, problems: read.problems });
  };
  const duplicate = async ({ drawing }: KeptDrawing): Promise<void> => {
    const copy = { ...drawing, name: `${drawing.name.slice(0, 113)} (copy)` };
    const { written } = await addDrawing(storage, browserClock, copy);
    if (written.ok) await works.reload();
    else works.refuse(drawing.name, written.words, 'Then try again.');
  };

  return (
    <WorkHome
      works={works}
      title="Sandbox"
      intro="A canvas without a brief. Draw whatever you want to know about: the simulator walks every request, prices the design, audits it and puts it to the test."
      begin={
        <>
          <Way title="From nothing" words="An empty canvas and every resource there is.">
            <Button variant="primary" icon={<FilePlus2 />} onClick={() => void begin(blankDrawing('New drawing'))}>
              New drawing
            </Button>
          </Way>
          {examples?.length === 0 ? (
            <Way title="From an example" words="Solve a scenario: then our solution of it is here to take apart." />
          ) : (
            <Way title="From an example" words="Our solution of a scenario that you have solved.">
              <Select
                aria-label="Start from an example"
                value=""
                placeholder="Choose a scenario"
                options={(examples ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(id) => {
                  if (id !== '') void beginExample(id);
                }}
              />
            </Way>
          )}
          <Way title="From a file" words="A drawing, or work that you saved in a scenario.">
            <Button icon={<FolderOpen />} onClick={() => void beginFile()}>
              Open a file
            </Button>
          </Way>
        </>
      }
      name="Drawings"
      empty={
        <EmptyState icon={<FlaskConical />} title="No drawing yet">
          Begin with a new one above. It is saved here as you go along.
        </EmptyState>
      }
      renderCard={(entry) => (
        <DrawingCard
          entry={entry}
          onRename={setRenaming}
          onDuplicate={(kept) => void duplicate(kept)}
          onRemove={() => void works.remove(entry)}
        />
      )}
    >
      {renaming ? (
        <RenameDialog
          name={renaming.drawing.name}
          onRename={(name) => void works.keep({ ...renaming, drawing: { ...renaming.drawing, name } })}
          onClose={() => setRenaming(undefined)}
        />
      ) : null}
    </WorkHome>
  );
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
    <WorkCard
      href={`/sandbox/${idOf(entry)}`}
      title={title}
      summary={
        entry.type === 'found'
          ? `${count(elements, 'element')}, ${entry.kept.drawing.account.region}`
          : entry.problems[0]?.reason
      }
      facts={
        kept ? (
          <span>
            <Blocks aria-hidden="true" />
            Changed {changedAt(kept.at)}
          </span>
        ) : null
      }
      go="Open"
      menu={
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
          <button type="button" className={frame.menu} aria-label={`Menu of “${title}”`}>
            <EllipsisVertical aria-hidden="true" />
          </button>
        </Menu>
      }
    />
  );
}
