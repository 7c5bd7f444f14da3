import { useCallback, useEffect, useState } from 'react';
import { cards } from '../catalog/cards';
import type { Lesson } from '../model/classroom';
import type { Scenario } from '../model/scenario';
import { ConsoleMode } from '../modes/classroom/ConsoleMode';
import { createSession, type SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { attachSimulator } from './attach-simulator';
import { startConsole } from './console-desk';
import { freshLesson, keptLesson } from './lesson';
import { watchTabs } from './one-tab';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { browserPage } from './ports/page';
import type { TextStorage } from './ports/storage';
import { openWindow } from './ports/windows';
import { guard } from './rescue';
import { ScenarioGate } from './ScenarioGate';
import { useTheme } from './theme';

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
      const session = createSession({ scenario, catalog: cards, diagram: lesson.drawing });
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

function Console({ session, lesson, storage }: Prepared & { readonly storage: TextStorage }) {
  const theme = useTheme();
  const [desk, setDesk] = useState<ReturnType<typeof startConsole> | undefined>(undefined);
  const [twin, setTwin] = useState(false);
  useEffect(() => {
    const { scenario } = session.getState();
    document.title = `Console: ${scenario.title} · Perimeter`;
    const started = startConsole({
      session,
      lesson,
      storage,
      open: browserChannel,
      clock: browserClock,
      page: browserPage,
      openStage: () => openWindow(`#/stage/${scenario.id}`, `perimeter-stage-${scenario.id}`),
    });
    const tabs = watchTabs(browserChannel, `console/${scenario.id}`, {
      onTwin: () => setTwin(true),
      onOtherSaved: () => undefined,
    });
    const unguard = guard(session);
    setDesk(started);
    return () => {
      started.stop();
      tabs.stop();
      unguard();
    };
  }, [session, lesson, storage]);
  return desk ? (
    <SessionProvider session={session}>
      <ConsoleMode
        desk={desk}
        twin={twin}
        homeHref="#/"
        now={() => Date.parse(browserClock.now())}
        dark={theme.dark}
        onTheme={theme.toggle}
      />
    </SessionProvider>
  ) : null;
}
