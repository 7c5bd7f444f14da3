import { useCallback, useEffect, useState } from 'react';
import { cards } from '../catalog/cards';
import type { Scenario } from '../model/scenario';
import { StageMode } from '../modes/classroom/StageMode';
import { createSession, type SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import type { Shown } from '../model/classroom';
import { attachSimulator } from './attach-simulator';
import { keptLesson } from './lesson';
import { browserChannel } from './ports/channel';
import { browserClock } from './ports/clock';
import { onLeave } from './ports/page';
import type { TextStorage } from './ports/storage';
import { toggleFullScreen, windowName } from './ports/windows';
import { ScenarioGate } from './ScenarioGate';
import { truthsFor } from './truths';
import { startStage } from './stage-desk';

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

interface Prepared {
  readonly session: SessionStore;
  readonly shown: Shown | undefined;
  readonly truths: ReadonlyMap<string, string>;
}

/** The window for the projector. */
export default function StageRoute({ id, storage }: Props) {
  const prepare = useCallback(
    async (scenario: Scenario): Promise<Prepared> => {
      const shown = (await keptLesson(storage, scenario.id, browserClock.now()))?.stage;
      const session = createSession({
        scenario,
        catalog: cards,
        unfrozen: true,
        ...(shown ? { diagram: shown.drawing } : {}),
      });
      void attachSimulator(session);
      return { session, shown, truths: await truthsFor(scenario) };
    },
    [storage],
  );
  return (
    <ScenarioGate id={id} storage={storage} prepare={prepare}>
      {(prepared) => <Stage key={id} {...prepared} />}
    </ScenarioGate>
  );
}

function Stage({ session, shown, truths }: Prepared) {
  const [desk, setDesk] = useState<ReturnType<typeof startStage> | undefined>(undefined);
  useEffect(() => {
    document.title = `Stage: ${session.getState().scenario.title} · Perimeter`;
    const started = startStage({
      session,
      stage: windowName(),
      shown,
      open: browserChannel,
      onLeave,
      fullScreen: toggleFullScreen,
    });
    setDesk(started);
    return () => started.stop();
  }, [session, shown]);
  return desk ? (
    <SessionProvider session={session}>
      <StageMode desk={desk} truths={truths} now={() => Date.parse(browserClock.now())} />
    </SessionProvider>
  ) : null;
}
