import { useEffect, useState } from 'react';
import { cards } from '../catalog/cards';
import { Button } from '../kit/Button';
import type { FileProblem } from '../model/read-json';
import { createSession } from '../store/session';
import type { SessionStore } from '../store/session';
import { restore } from './autosave';
import { Loading } from './Loading';
import { loadScenario } from './library';
import { Play } from './Play';
import { browserClock } from './ports/clock';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './ProblemList';
import styles from './app.module.css';

type State =
  | { readonly type: 'loading' }
  | { readonly type: 'missing' }
  | { readonly type: 'broken'; readonly problems: readonly FileProblem[] }
  | { readonly type: 'failed'; readonly error: unknown }
  | {
      readonly type: 'ready';
      readonly session: SessionStore;
      readonly savedAt: string | undefined;
      readonly brokenSave: { readonly problems: readonly FileProblem[]; readonly text: string } | undefined;
    };

interface Props {
  readonly id: string;
  readonly storage: TextStorage;
}

/** Loads a scenario and the work on it, then plays it. */
export default function PlayRoute({ id, storage }: Props) {
  const [state, setState] = useState<State>({ type: 'loading' });
  useEffect(() => {
    let current = true;
    setState({ type: 'loading' });
    open(storage, id).then(
      (next) => current && setState(next),
      (error: unknown) => current && setState({ type: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [id, storage]);

  switch (state.type) {
    case 'loading':
      return <Loading />;
    case 'failed':
      throw state.error;
    case 'ready':
      return <Play key={id} {...state} storage={storage} />;
    case 'missing':
      return (
        <main className={styles.failure}>
          <h1>There is no scenario “{id.slice(0, 64)}”</h1>
          <p>It may have been renamed, or it came as a file that this browser does not have.</p>
          <Home />
        </main>
      );
    case 'broken':
      return (
        <main className={styles.failure}>
          <h1>This scenario cannot be played</h1>
          <ProblemList problems={state.problems} />
          <Home />
        </main>
      );
  }
}

function Home() {
  return (
    <Button variant="primary" onClick={() => (window.location.hash = '#/')}>
      To the list of scenarios
    </Button>
  );
}

async function open(storage: TextStorage, id: string): Promise<State> {
  const loaded = await loadScenario(storage, id);
  if (loaded.type !== 'found') return loaded;
  const { scenario } = loaded;
  const work = await restore(storage, id, browserClock);
  const session = createSession({
    scenario,
    catalog: cards,
    ...(work.type === 'restored' ? { diagram: work.save.diagram } : {}),
  });
  void attachSimulator(session);
  return {
    type: 'ready',
    session,
    savedAt: work.type === 'restored' ? work.save.at : undefined,
    brokenSave: work.type === 'broken' ? work : undefined,
  };
}

/** The simulator follows the canvas. Without it the player can draw and save, and is told what is missing. */
async function attachSimulator(session: SessionStore): Promise<void> {
  const { actions, scenario } = session.getState();
  try {
    const { simulatorOf } = await import('./simulate');
    actions.attach(simulatorOf(scenario));
  } catch {
    actions.notify({
      tone: 'refused',
      text: 'The simulator did not load, so nothing is judged.',
      remedy: 'Your work is saved. Check the connection and reload the page.',
    });
  }
}
