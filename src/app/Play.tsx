import { Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { FileProblem } from '../model/read-json';
import { makeSave } from '../model/save';
import { PlayMode } from '../modes/play/PlayMode';
import type { TemplateFiles } from '../modes/play/template-file';
import type { SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { startAutosave } from './autosave';
import { handInDesk } from './hand-in-desk';
import { BrokenSave, FileProblems } from './later';
import { watchTabs } from './one-tab';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { browserPage } from './ports/page';
import type { TextStorage } from './ports/storage';
import { keepProgress } from './progress-file';
import { readAnyFile } from './read-file';
import { desk } from './report-desk';
import { guard } from './rescue';
import { useTheme } from './theme';

interface Props {
  readonly session: SessionStore;
  readonly storage: TextStorage;
  readonly savedAt: string | undefined;
  readonly brokenSave: { readonly problems: readonly FileProblem[]; readonly text: string } | undefined;
}

/** Play mode with everything that reaches outside: saving, files, other tabs, the theme. */
export function Play({ session, storage, savedAt, brokenSave }: Props) {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const [otherTab, setOtherTab] = useState<{ savedAt: string | undefined } | undefined>(undefined);
  const [failed, setFailed] = useState<{ name: string; problems: readonly FileProblem[] } | undefined>(undefined);
  const [broken, setBroken] = useState(brokenSave);
  const { scenario } = session.getState();

  useEffect(() => {
    document.title = `${scenario.title} · Perimeter`;
    const tabs = watchTabs(browserChannel, scenario.id, {
      onTwin: () => setOtherTab((before) => before ?? { savedAt: undefined }),
      onOtherSaved: (at) => setOtherTab({ savedAt: at }),
    });
    const autosave = startAutosave({
      session,
      storage,
      clock: browserClock,
      page: browserPage,
      onSaved: (at) => tabs.saved(at),
    });
    const stops = [
      guard(session),
      keepProgress(session, storage, browserClock),
      () => autosave.stop(),
      () => tabs.stop(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, storage, scenario]);

  const templateFiles: TemplateFiles = {
    download: (name, text, type) => browserFiles.download(name, text, type),
    async open(accept) {
      const opened = await browserFiles.open(accept);
      if (opened.ok) return opened.file;
      if (opened.reason !== 'cancelled') session.getState().actions.notify({ tone: 'refused', text: opened.words });
      return undefined;
    },
  };
  const handIn = useMemo(() => handInDesk(session), [session]);
  const openFile = async (): Promise<void> => {
    const { actions } = session.getState();
    const opened = await browserFiles.open('.json,application/json');
    if (!opened.ok) {
      if (opened.reason !== 'cancelled') actions.notify({ tone: 'refused', text: opened.words });
      return;
    }
    const { name, text } = opened.file;
    const read = readAnyFile(text);
    if (read.type === 'problems') setFailed({ name, problems: read.problems });
    else if (read.type === 'scenario') {
      actions.notify({
        tone: 'refused',
        text: `${name} is a scenario, not work on this one.`,
        remedy: 'Open it from the list of scenarios.',
      });
    } else if (read.save.scenario !== scenario.id) {
      actions.notify({
        tone: 'refused',
        text: `${name} belongs to the scenario “${read.save.scenario}”.`,
        remedy: 'Open it from the list of scenarios.',
      });
    } else
      actions.load(read.save.diagram, `${name} is on the canvas. Undo brings your work back.`, read.save.answers ?? {});
  };
  const exportWork = (): void => {
    const at = browserClock.now();
    const { diagram, answers } = session.getState();
    const save = makeSave(scenario.id, diagram, at, answers);
    browserFiles.download(`${scenario.id}.perimeter.json`, JSON.stringify(save, null, 2));
  };

  return (
    <SessionProvider session={session}>
      <PlayMode
        dark={theme.dark}
        homeHref="#/"
        onTheme={theme.toggle}
        onLeave={() => navigate('/')}
        handIn={handIn}
        onTeach={() => navigate(`/console/${scenario.id}`)}
        onExport={exportWork}
        onOpenFile={() => void openFile()}
        desk={desk}
        templateFiles={templateFiles}
        showBrief={savedAt === undefined && brokenSave === undefined}
        restored={
          savedAt === undefined
            ? undefined
            : {
                savedAt,
                onStartFresh: () =>
                  session.getState().actions.load(scenario.start, 'Started again. Undo brings your work back.', {}),
              }
        }
        otherTab={otherTab}
      />
      <Suspense fallback={null}>
        {failed ? <FileProblems {...failed} onClose={() => setFailed(undefined)} /> : null}
        {broken ? (
          <BrokenSave
            problems={broken.problems}
            onDownload={() => browserFiles.download(`${scenario.id}-unreadable.json`, broken.text)}
            onClose={() => setBroken(undefined)}
          />
        ) : null}
      </Suspense>
    </SessionProvider>
  );
}
