import { useCallback } from 'react';
import { cards } from '../catalog/cards';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { createSession } from '../store/session';
import type { SessionStore } from '../store/session';
import { attachSimulator } from './attach-simulator';
import { restore } from './autosave';
import { Play } from './Play';
import { browserClock } from './ports/clock';
import type { TextStorage } from './ports/storage';
import { ScenarioGate } from './ScenarioGate';

interface Prepared {
  readonly session: SessionStore;
  readonly savedAt: string | undefined;
  readonly brokenSave: { readonly problems: readonly FileProblem[]; readonly text: string } | undefined;
}

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

/** Loads a scenario and the work on it, then plays it. */
export default function PlayRoute({ id, storage }: Props) {
  const prepare = useCallback((scenario: Scenario) => open(storage, scenario), [storage]);
  return (
    <ScenarioGate id={id} storage={storage} prepare={prepare}>
      {(prepared) => <Play key={id} {...prepared} storage={storage} />}
    </ScenarioGate>
  );
}

async function open(storage: TextStorage, scenario: Scenario): Promise<Prepared> {
  const work = await restore(storage, scenario.id, browserClock);
  const session = createSession({
    scenario,
    catalog: cards,
    ...(work.type === 'restored' ? { diagram: work.save.diagram, answers: work.save.answers ?? {} } : {}),
  });
  void attachSimulator(session);
  return {
    session,
    savedAt: work.type === 'restored' ? work.save.at : undefined,
    brokenSave: work.type === 'broken' ? work : undefined,
  };
}
