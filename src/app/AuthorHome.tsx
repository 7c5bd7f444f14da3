import { Copy, FilePlus2, FolderOpen, PencilRuler, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { blankDraft } from '../game/author/designs';
import { textAt } from '../game/author/place';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { EmptyState } from '../kit/EmptyState';
import { IconButton } from '../kit/IconButton';
import { Select } from '../kit/Select';
import type { Draft } from '../model/bundle';
import type { Scenario } from '../model/scenario';
import { drafts, newDraftId, type KeptDraft } from './drafts';
import { importedScenarios } from './library';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import type { TextStorage } from './ports/storage';
import { scenarios } from './scenario-index';
import { idOf, type Entry } from './shelf';
import { useWorks } from './use-works';
import { changedAt, WorkCard } from './WorkCard';
import { Way, WorkHome } from './WorkHome';

const NONE: readonly Scenario[] = [];
const titleOf = ({ draft }: KeptDraft): string => textAt(draft.scenario, ['title']).trim() || 'New scenario';

/** Where scenarios are made: the drafts of this browser, and three ways to begin. */
export default function AuthorHome({ storage }: { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const works = useWorks(drafts, storage, titleOf);
  const [imported, setImported] = useState(NONE);
  useEffect(() => {
    document.title = 'Author · Perimeter';
    let current = true;
    void importedScenarios(storage).then((next) => current && setImported(next));
    return () => {
      current = false;
    };
  }, [storage]);

  const begin = async (draft: Draft): Promise<void> => {
    const at = browserClock.now();
    const id = newDraftId(at);
    const written = await drafts.keep(storage, { id, at, draft });
    if (written.ok) navigate(`/author/${id}`);
    else works.refuse('The draft', written.words, 'Then try again.');
  };
  const beginCopy = async (id: string): Promise<void> => {
    const { copyOf } = await import('./scenario-designs');
    const draft = await copyOf(storage, id);
    if (draft) await begin(draft);
    else works.refuse(id, 'The scenario cannot be read.', 'Choose another one.');
  };
  const beginFile = async (): Promise<void> => {
    const file = works.chosen(await browserFiles.openBytes('.json,.zip,application/json,application/zip'));
    if (!file) return;
    const { readDraftFile } = await import('./scenario-folder');
    const read = readDraftFile(file.name, file.bytes);
    if (read.ok) await begin(read.value);
    else works.setFailed({ name: file.name, problems: read.problems });
  };

  return (
    <WorkHome
      works={works}
      title="Make a scenario by playing it"
      intro="Draw where the player starts and how you would solve it. The simulator offers what is true of your solution and false of your start; choose what to ask for, then prove that nobody can win without it."
      begin={
        <>
          <Way title="From nothing" words="An empty canvas and every resource there is.">
            <Button variant="primary" icon={<FilePlus2 />} onClick={() => void begin(blankDraft('my-scenario'))}>
              New scenario
            </Button>
          </Way>
          <Way title="From a copy" words="A scenario with its solutions and attempts.">
            <Select
              aria-label="Copy a scenario"
              value=""
              placeholder="Choose a scenario"
              options={[...scenarios, ...imported].map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(id) => id !== '' && void beginCopy(id)}
            />
          </Way>
          <Way title="From a file" words="A scenario, a bundle, or a folder as ZIP.">
            <Button icon={<FolderOpen />} onClick={() => void beginFile()}>
              Open a file
            </Button>
          </Way>
        </>
      }
      name="Drafts"
      empty={
        <EmptyState icon={<PencilRuler />} title="No draft yet">
          Whatever you begin is saved here as you go along.
        </EmptyState>
      }
      renderCard={(entry) => <DraftCard entry={entry} onRemove={() => void works.remove(entry)} />}
    />
  );
}

function DraftCard({ entry, onRemove }: { readonly entry: Entry<KeptDraft>; readonly onRemove: () => void }) {
  const kept = entry.type === 'found' ? entry.kept : undefined;
  const title = kept ? titleOf(kept) : 'A draft that cannot be read';
  return (
    <WorkCard
      href={`/author/${idOf(entry)}`}
      title={title}
      summary={
        entry.type === 'found'
          ? textAt(entry.kept.draft.scenario, ['summary']) || 'No summary yet.'
          : entry.problems[0]?.reason
      }
      facts={
        kept ? (
          <>
            <span>
              <Copy aria-hidden="true" />
              {count(kept.draft.solutions.length, 'solution')}, {count(kept.draft.attempts.length, 'attempt')}
            </span>
            <span>{changedAt(kept.at)}</span>
          </>
        ) : null
      }
      go="Edit"
      remove={
        <IconButton
          size="sm"
          label={`Delete the draft “${title}”`}
          icon={<Trash2 aria-hidden="true" />}
          onClick={onRemove}
        />
      }
    />
  );
}
