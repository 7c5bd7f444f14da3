import { useCallback, useEffect, useState } from 'react';
import { cards } from '../catalog/cards';
import type { Rules } from '../game/judge';
import type { Lesson } from '../model/classroom';
import type { Scenario } from '../model/scenario';
import type { BoardDesk } from '../modes/classroom/board-desk';
import type { ConsoleDesk } from '../modes/classroom/desk';
import { ConsoleMode } from '../modes/classroom/ConsoleMode';
import { createSession, type SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { attachSimulator } from './attach-simulator';
import { startBoard } from './class-board';
import { startConsole } from './console-desk';
import { freshLesson, keptLesson } from './lesson';
import { watchTabs } from './one-tab';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { chooseFiles } from './ports/many-files';
import type { TextStorage } from './ports/storage';
import { openWindow } from './ports/windows';
import { guard } from './rescue';
import { ScenarioGate } from './ScenarioGate';
import { useTheme } from './theme';

/** What hand-ins are judged with comes with the simulator. */
const fetchRules = async (): Promise<Rules> => (await import('./simulate')).rules;

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

interface Prepared {
  readonly session: SessionStore;
  readonly lesson: Lesson;
}

/** The facilitator's window. */
export default function ConsoleRoute({ id, storage }: Props) {
  const prepare = useCallback(
    async (scenario: Scenario): Promise<Prepared> => {
      const lesson = (await keptLesson(storage, scenario.id, browserClock.now())) ?? freshLesson(scenario);
      const session = createSession({ scenario, catalog: cards, diagram: lesson.drawing, unfrozen: true });
      void attachSimulator(session);
      return { session, lesson };
    },
    [storage],
  );
  return (
    <ScenarioGate id={id} storage={storage} prepare={prepare}>
      {(prepared) => <Console key={id} {...prepared} storage={storage} />}
    </ScenarioGate>
  );
}

interface Desks {
  readonly desk: ConsoleDesk;
  readonly board: BoardDesk;
}

function Console({ session, lesson, storage }: Prepared & { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [desks, setDesks] = useState<Desks | undefined>(undefined);
  const [twin, setTwin] = useState(false);
  useEffect(() => {
    const { scenario } = session.getState();
    document.title = `Console: ${scenario.title} · Perimeter`;
    const started = startConsole({
      session,
      lesson,
      storage,
      open: browserChannel,
      openStage: () => openWindow(`#/stage/${scenario.id}`, `perimeter-stage-${scenario.id}`),
    });
    const tabs = watchTabs(browserChannel, `console/${scenario.id}`, {
      onTwin: () => setTwin(true),
      onOtherSaved: () => undefined,
    });
    const unguard = guard(session);
    const board = startBoard({
      scenario,
      storage,
      open: browserChannel,
      clock: browserClock,
      rules: fetchRules,
      chooseFiles: () => chooseFiles('.json,application/json'),
      download: (name, text) => browserFiles.download(name, text, 'text/csv'),
    });
    setDesks({ desk: started, board });
    return () => {
      started.stop();
      board.stop();
      tabs.stop();
      unguard();
    };
  }, [session, lesson, storage]);
  return desks ? (
    <SessionProvider session={session}>
      <ConsoleMode
        {...desks}
        twin={twin}
        homeHref="#/"
        now={() => Date.parse(browserClock.now())}
        dark={theme.dark}
        onTheme={theme.toggle}
      />
    </SessionProvider>
  ) : null;
}
