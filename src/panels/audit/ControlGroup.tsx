import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { JudgedControl, Verdict } from '../../game/audit';
import { VERDICT_WORDS } from '../../game/audit-report';
import { ControlRow } from './ControlRow';
import styles from './audit.module.css';

interface Props {
  readonly verdict: Verdict;
  /** of the whole pack. */
  readonly controls: readonly JudgedControl[];
  readonly addressable: readonly string[];
  /** closed at first: what nobody has to read. */
  readonly folds?: boolean;
}

/** The controls with one verdict, of which one at a time shows its evidence. */
export function ControlGroup({ verdict, controls, addressable, folds = false }: Props) {
  const [shown, setShown] = useState(!folds);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const listId = useId();
  const mine = controls.filter((one) => one.verdict === verdict);
  if (mine.length === 0) return null;
  const title = VERDICT_WORDS[verdict];
  return (
    <section>
      <h3 className={styles.group}>
        {folds ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={shown}
            aria-controls={listId}
            onClick={() => setShown(!shown)}
          >
            <ChevronRight className={styles.chevron} aria-hidden="true" />
            {title}
          </button>
        ) : (
          title
        )}
      </h3>
      {shown ? (
        <ul id={listId} className={styles.list}>
          {mine.map((one) => (
            <ControlRow
              key={one.control.id}
              judged={one}
              addressable={addressable}
              open={open === one.control.id}
              onToggle={() => setOpen(open === one.control.id ? undefined : one.control.id)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
