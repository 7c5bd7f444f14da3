import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../kit/Button';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { rescued } from './rescue';
import styles from './app.module.css';

interface State {
  readonly error: Error | undefined;
}

/** Instead of a white page: what happened, the work as a file, and ways on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const work = rescued(browserClock.now());
    return (
      <main className={styles.failure}>
        <h1>Something in Perimeter failed</h1>
        <p>This is a defect of the game, not of your design. Your work was saved as you went along.</p>
        <div className={styles.ways}>
          {work ? (
            <Button variant="primary" onClick={() => browserFiles.download(work.name, work.text)}>
              Download my work
            </Button>
          ) : null}
          <Button onClick={() => window.location.reload()}>Load the page again</Button>
          <Button
            variant="ghost"
            onClick={() => {
              window.location.hash = '#/';
              this.setState({ error: undefined });
            }}
          >
            To the list of scenarios
          </Button>
        </div>
        <details>
          <summary>Details for a report</summary>
          <pre>{`${error.name}: ${error.message}\n${error.stack ?? ''}`}</pre>
        </details>
      </main>
    );
  }
}
