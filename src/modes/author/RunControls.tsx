import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../kit/Button';
import { Meter } from '../../kit/Meter';
import type { Running } from './use-steps';
import styles from './views.module.css';

interface Props {
  readonly run: Pick<Running<{ readonly done: number; readonly total: number }, unknown>, 'state' | 'step' | 'cancel'>;
  /** what is counted, for a screen reader. */
  readonly label: string;
  /** the button that starts it. */
  readonly children: ReactNode;
  /** how far it is, or what came of it. */
  readonly status: ReactNode;
}

/** Long work: what starts and stops it, and how far it is. */
export function RunControls({ run, label, children, status }: Props) {
  const running = run.state === 'running';
  return (
    <>
      <div className={styles.buttons}>
        {children}
        {running ? (
          <Button icon={<X />} onClick={run.cancel}>
            Stop
          </Button>
        ) : null}
        {status}
      </div>
      {running ? <Meter label={label} value={run.step?.done ?? 0} max={run.step?.total ?? 1} /> : null}
    </>
  );
}
