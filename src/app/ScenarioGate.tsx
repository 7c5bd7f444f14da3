import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../kit/Button';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import { Loading } from './Loading';
import { loadScenario } from './library';
import type { TextStorage } from './ports/storage';
import { ProblemList } from './ProblemList';
import styles from './app.module.css';

type State<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'missing' }
  | { readonly type: 'broken'; readonly problems: readonly FileProblem[] }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'ready'; readonly content: T };

interface Props<T> {
  readonly id: string;
  readonly storage: TextStorage;
  /** what else is needed before the screen can be drawn. Must not change from one drawing to the next. */
  readonly prepare: (scenario: Scenario) => Promise<T>;
  readonly children: (content: T) => ReactNode;
}

/** Loads a scenario and what belongs to it; says why when it cannot. */
export function ScenarioGate<T>({ id, storage, prepare, children }: Props<T>) {
  const [state, setState] = useState<State<T>>({ type: 'loading' });
  useEffect(() => {
    let current = true;
    const load = async (): Promise<State<T>> => {
      const loaded = await loadScenario(storage, id);
      return loaded.type === 'found' ? { type: 'ready', content: await prepare(loaded.scenario) } : loaded;
    };
    setState({ type: 'loading' });
    load().then(
      (next) => current && setState(next),
      (error: unknown) => current && setState({ type: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [id, storage, prepare]);

  switch (state.type) {
    case 'loading':
      return <Loading />;
    case 'failed':
      throw state.error;
    case 'ready':
      return children(state.content);
    case 'missing':
      return (
        <main className={styles.failure}>
          <h1>There is no scenario “{id.slice(0, 64)}”</h1>
          <p>It may have been renamed, or it came as a file that this browser does not have.</p>
          <ToTheList />
        </main>
      );
    case 'broken':
      return (
        <main className={styles.failure}>
          <h1>This scenario cannot be played</h1>
          <ProblemList problems={state.problems} />
          <ToTheList />
        </main>
      );
  }
}

function ToTheList() {
  return (
    <Button variant="primary" onClick={() => (window.location.hash = '#/')}>
      To the list of scenarios
    </Button>
  );
}
