import { useEffect, useState } from 'react';
import { catalog } from '../catalog/index';
import { checks } from '../checks/index';
import { Button } from '../kit/Button';
import type { Diagram } from '../model/diagram';
import type { FileProblem } from '../model/read-json';
import type { Save } from '../model/save';
import { createSession } from '../store/session';
import type { SessionStore } from '../store/session';
import { restore } from './autosave';
import { Loading } from './Loading';
import { loadScenario } from './library';
import { Play } from './Play';
import { browserClock } from './ports/clock';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './FileProblems';
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
  const make = (diagram?: Diagram): SessionStore =>
    createSession({ scenario, catalog, checks, ...(diagram ? { diagram } : {}) });
  if (work.type === 'restored') {
    try {
      return { type: 'ready', session: make(work.save.diagram), savedAt: work.save.at, brokenSave: undefined };
    } catch {
      return { type: 'ready', session: make(), savedAt: undefined, brokenSave: unusable(work.save) };
    }
  }
  return {
    type: 'ready',
    session: make(),
    savedAt: undefined,
    brokenSave: work.type === 'broken' ? work : undefined,
  };
}

/** A save that reads well and still stops the simulator: a defect of ours, so the work must not be lost. */
function unusable(save: Save): { readonly problems: readonly FileProblem[]; readonly text: string } {
  return {
    text: JSON.stringify(save, null, 2),
    problems: [
      {
        place: 'diagram',
        reason: 'The simulator failed on this diagram. This is a defect of Perimeter.',
        remedy: 'Download the work before you change anything, and report it.',
      },
    ],
  };
}
