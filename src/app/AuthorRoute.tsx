import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { bundleText } from '../model/bundle';
import { idOf } from '../game/author/playable';
import { AuthorMode } from '../modes/author/AuthorMode';
import { createAuthor, type AuthorStore } from '../store/author';
import { AuthorProvider } from '../store/use-author';
import { autosaveDraft, drafts, type KeptDraft } from './drafts';
import { FromShelf } from './FromShelf';
import { watchTabs } from './one-tab';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { browserPage } from './ports/page';
import type { TextStorage } from './ports/storage';
import { Preview } from './Preview';
import { rules } from './simulate';
import { useTheme } from './theme';

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

/** Loads a draft, then lets its author work on it. */
export default function AuthorRoute({ id, storage }: Props) {
  return (
    <FromShelf shelf={drafts} id={id} storage={storage} what="draft" listHref="#/author">
      {(kept) => <Author key={id} {...kept} storage={storage} />}
    </FromShelf>
  );
}

const TWIN = 'This draft is open in another tab too. Only the tab that changes last is kept: close one of them.';

function Author({ id, draft, text, storage }: KeptDraft & { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const [author] = useState<AuthorStore>(() => createAuthor({ draft, rules, ...(text === undefined ? {} : { text }) }));
  const [previewing, setPreviewing] = useState(false);
  useEffect(() => {
    document.title = 'Author · Perimeter';
    const autosave = autosaveDraft({ author, id, storage, clock: browserClock, page: browserPage });
    const tabs = watchTabs(browserChannel, `draft/${id}`, {
      onTwin: () => author.getState().actions.say(TWIN),
      onOtherSaved: () => author.getState().actions.say(TWIN),
    });
    const unsubscribe = author.subscribe((now, before) => {
      if (now.savedAt !== undefined && now.savedAt !== before.savedAt) tabs.saved(now.savedAt);
    });
    return () => {
      autosave.stop();
      unsubscribe();
      tabs.stop();
    };
  }, [author, id, storage]);
  const files = useMemo(
    () => ({
      file: () => {
        const now = author.getState().draft;
        browserFiles.download(`${idOf(now.scenario)}.bundle.json`, bundleText(now));
      },
      folder: async () => {
        const now = author.getState().draft;
        const { zipFolder } = await import('./scenario-folder');
        browserFiles.download(`${idOf(now.scenario)}.zip`, zipFolder(now), 'application/zip');
      },
    }),
    [author],
  );
  if (previewing) {
    return (
      <Preview
        draft={author.getState().draft}
        theme={theme}
        onBack={() => setPreviewing(false)}
        onHome={() => navigate('/')}
      />
    );
  }
  return (
    <AuthorProvider author={author}>
      <AuthorMode
        dark={theme.dark}
        onTheme={theme.toggle}
        draftsHref="#/author"
        onPreview={() => setPreviewing(true)}
        places={async () => (await import('./places')).placesOf(storage, navigate)}
        onExport={files.file}
        onExportFolder={() => void files.folder()}
      />
    </AuthorProvider>
  );
}
