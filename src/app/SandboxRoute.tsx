import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { cards } from '../catalog/cards';
import { sandboxScenario, slugOf } from '../game/sandbox';
import type { Account } from '../model/account';
import { writeDrawing, type Drawing } from '../model/drawing';
import type { FileProblem } from '../model/read-json';
import { SandboxMode } from '../modes/play/sandbox/SandboxMode';
import { createSession, type SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { drawingLink } from './drawing-link';
import { autosaveDrawing, drawingOf, drawings, type KeptDrawing } from './drawings';
import { exampleOf, examplesFor } from './examples';
import { FileProblems } from './FileProblems';
import { FromShelf } from './FromShelf';
import { watchTabs } from './one-tab';
import { openDrawing } from './open-drawing';
import { placesOf } from './places';
import { browserChannel } from './ports/channel';
import { copyText } from './ports/clipboard';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { browserPage } from './ports/page';
import type { TextStorage } from './ports/storage';
import { pageAddress } from './ports/windows';
import { desk } from './report-desk';
import { guard } from './rescue';
import { simulatorOf } from './simulate';
import { chooseFile, templateFilesFor } from './template-files';
import { useTheme } from './theme';

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

/** Loads a drawing of the sandbox, then lets its owner work on it. */
export default function SandboxRoute({ id, storage }: Props) {
  return (
    <FromShelf shelf={drawings} id={id} storage={storage} what="drawing" listHref="#/sandbox">
      {(kept) => <Sandbox key={id} {...kept} storage={storage} />}
    </FromShelf>
  );
}

function begin({ name, account, diagram }: Drawing): SessionStore {
  const scenario = sandboxScenario({ name, account }, cards.keys());
  return createSession({ scenario, catalog: cards, diagram, simulator: simulatorOf(scenario) });
}

function Sandbox({ id, drawing, storage }: KeptDrawing & { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [, navigate] = useLocation();
  const [session] = useState(() => begin(drawing));
  const [otherTab, setOtherTab] = useState<{ savedAt: string | undefined } | undefined>(undefined);
  const [failed, setFailed] = useState<{ name: string; problems: readonly FileProblem[] } | undefined>(undefined);
  const { actions } = session.getState();

  useEffect(() => {
    const tabs = watchTabs(browserChannel, `drawing/${id}`, {
      onTwin: () => setOtherTab((before) => before ?? { savedAt: undefined }),
      onOtherSaved: (at) => setOtherTab({ savedAt: at }),
    });
    const autosave = autosaveDrawing({
      session,
      id,
      storage,
      clock: browserClock,
      page: browserPage,
      onSaved: (at) => tabs.saved(at),
    });
    const title = (): string => (document.title = `${session.getState().scenario.title} · Sandbox · Perimeter`);
    title();
    const stops = [guard(session), autosave.stop, tabs.stop, session.subscribe(title)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, storage, id]);

  /** Another name or another account: the same drawing, judged anew. */
  const surround = (next: Partial<Pick<Drawing, 'name' | 'account'>>): void => {
    const scenario = sandboxScenario({ ...drawingOf(session), ...next }, cards.keys());
    actions.attach(simulatorOf(scenario), scenario);
  };
  /** Undo brings the drawing back; its name stays. */
  const put = ({ account, diagram }: Drawing, words: string): void => {
    surround({ account });
    actions.load(diagram, words);
  };
  const openFile = async (): Promise<void> => {
    const file = await chooseFile(session, '.json,application/json');
    if (!file) return;
    const { name } = file;
    const read = await openDrawing(file, storage);
    if (read.ok) put(read.value, `${name} is on the canvas, with its account. Undo brings your drawing back.`);
    else setFailed({ name, problems: read.problems });
  };
  const takeExample = async (scenario: string): Promise<void> => {
    const example = await exampleOf(storage, scenario);
    if (example) put(example, `Our solution of “${example.name}”, with its account. Change what you like.`);
    else actions.notify({ tone: 'refused', text: 'This example cannot be read.', remedy: 'Choose another one.' });
  };
  const ways = useMemo(
    () => ({
      templateFiles: templateFilesFor(session),
      examples: () => examplesFor(storage),
      link: {
        linkFor: () => drawingLink(drawingOf(session), browserClock.now(), pageAddress()),
        copy: copyText,
      },
    }),
    [session, storage],
  );
  const exportDrawing = (): void => {
    const now = drawingOf(session);
    browserFiles.download(`${slugOf(now.name)}.drawing.json`, writeDrawing(now, browserClock.now()));
  };
  return (
    <SessionProvider session={session}>
      <SandboxMode
        {...ways}
        dark={theme.dark}
        homeHref="#/sandbox"
        onTheme={theme.toggle}
        desk={desk}
        places={() => placesOf(storage, navigate)}
        otherTab={otherTab}
        onName={(name: string) => surround({ name })}
        onAccount={(account: Account) => surround({ account })}
        onExample={(scenario) => void takeExample(scenario)}
        onExport={exportDrawing}
        onOpenFile={() => void openFile()}
      />
      {failed ? <FileProblems {...failed} onClose={() => setFailed(undefined)} /> : null}
    </SessionProvider>
  );
}
