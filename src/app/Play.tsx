import { Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { FileProblem } from '../model/read-json';
import { makeSave } from '../model/save';
import { PlayMode } from '../modes/play/PlayMode';
import type { SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { startAutosave } from './autosave';
import type { Next } from './follow-player';
import { handInDesk } from './hand-in-desk';
import { BrokenSave, FileProblems, SolutionView } from './later';
import { isBuiltIn } from './library';
import { Loading } from './Loading';
import { watchTabs } from './one-tab';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { browserPage } from './ports/page';
import type { TextStorage } from './ports/storage';
import { desk } from './report-desk';
import { guard } from './rescue';
import { chooseFile, templateFilesFor } from './template-files';
import { useTheme } from './theme';

const NOT_FOLLOWED = {
  tone: 'refused',
  text: 'Your stars are not kept: a part of Perimeter did not load.',
  remedy: 'Your work is saved. Check the connection and reload the page.',
} as const;

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
  const [next, setNext] = useState<Next | undefined>(undefined);
  const [place, setPlace] = useState<'arrived' | 'solution' | 'back'>('arrived');
  const { scenario } = session.getState();

  useEffect(() => {
    let stop = (): void => undefined;
    let current = true;
    import('./follow-player').then(
      ({ followPlayer }) => {
        if (current) stop = followPlayer(session, storage, browserClock, setNext);
      },
      () => session.getState().actions.notify(NOT_FOLLOWED),
    );
    return () => {
      current = false;
      stop();
    };
  }, [session, storage]);
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
    const stops = [guard(session), () => autosave.stop(), () => tabs.stop()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, storage, scenario]);

  const templateFiles = useMemo(() => templateFilesFor(session), [session]);
  const handIn = useMemo(() => handInDesk(session), [session]);
  const openFile = async (): Promise<void> => {
    const file = await chooseFile(session, '.json,application/json');
    if (!file) return;
    const { openWork } = await import('./open-work');
    const problems = openWork(session, file);
    if (problems.length > 0) setFailed({ name: file.name, problems });
  };
  const exportWork = (): void => {
    const at = browserClock.now();
    const { diagram, answers } = session.getState();
    const save = makeSave(scenario.id, diagram, at, answers);
    browserFiles.download(`${scenario.id}.perimeter.json`, JSON.stringify(save, null, 2));
  };

  const tryInSandbox = async (): Promise<void> => {
    const { takeIntoSandbox } = await import('./take-into-sandbox');
    const { id, written } = await takeIntoSandbox(session, storage);
    if (written.ok) navigate(`/sandbox/${id}`);
    else session.getState().actions.notify({ tone: 'refused', text: written.words });
  };

  if (place === 'solution') {
    return (
      <Suspense fallback={<Loading />}>
        <SolutionView scenario={scenario} onBack={() => setPlace('back')} />
      </Suspense>
    );
  }
  return (
    <SessionProvider session={session}>
      <PlayMode
        dark={theme.dark}
        homeHref="#/"
        onTheme={theme.toggle}
        onLeave={() => navigate('/')}
        next={next && { title: next.title, onGo: () => navigate(`/play/${next.id}`) }}
        onSolution={
          isBuiltIn(scenario.id)
            ? () => {
                // Else the victory would be announced once more when the player comes back.
                session.getState().actions.dismissNotice();
                setPlace('solution');
              }
            : undefined
        }
        handIn={handIn}
        onTeach={() => navigate(`/console/${scenario.id}`)}
        onSandbox={() => void tryInSandbox()}
        onExport={exportWork}
        onOpenFile={() => void openFile()}
        desk={desk}
        templateFiles={templateFiles}
        places={async () => (await import('./places')).placesOf(storage, navigate)}
        showBrief={place === 'arrived' && savedAt === undefined && brokenSave === undefined}
        restored={
          savedAt === undefined || place === 'back'
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
