import { MonitorUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { BoardRow, NamedHandIn } from '../../game/hand-in';
import { dollars } from '../../game/words';
import { Button } from '../../kit/Button';
import styles from './board.module.css';

interface Props {
  readonly handIn: NamedHandIn;
  readonly rows: readonly BoardRow[];
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onPresent: () => void;
  readonly onRemove: () => void;
}

/** One hand-in: what it misses, and why. */
export function BoardDetail({ handIn, rows, picked, onPick, onPresent, onRemove }: Props) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [handIn.id]);
  if (handIn.result === 'unreadable') return null;
  const { earned, possible, stars, monthly, breaches } = handIn.grade;
  const missed = rows.flatMap(({ id, title, cells }) => {
    const cell = cells.get(handIn.id);
    return cell && !cell.met ? [{ id, title, reasons: cell.reasons }] : [];
  });
  return (
    <section ref={place} className={styles.part} aria-label={`Hand-in: ${handIn.name}`}>
      <h2>{handIn.name}</h2>
      <p>
        {earned} of {possible} points, {stars} of 3 stars, {dollars(monthly)} a month.
      </p>
      {breaches.map(({ reason }) => (
        <p key={reason} className={styles.breach}>
          Not drawn on this canvas: {reason}
        </p>
      ))}
      <ul className={styles.missed}>
        {missed.map(({ id, title, reasons }) => (
          <li key={id}>
            <strong>{title}</strong>
            {reasons.slice(0, 3).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button size="sm" variant="primary" icon={<MonitorUp />} onClick={onPresent}>
          Put it on the stage
        </Button>
        <Button size="sm" aria-pressed={picked} onClick={onPick}>
          {picked ? 'Do not discuss it' : 'Discuss it later'}
        </Button>
        <Button size="sm" onClick={onRemove}>
          Take off the board
        </Button>
      </div>
    </section>
  );
}
