import { MonitorUp, X } from 'lucide-react';
import type { NamedHandIn } from '../../game/hand-in';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import styles from './board.module.css';

interface Props {
  readonly picked: readonly NamedHandIn[];
  readonly onPresent: (id: string) => void;
  readonly onDrop: (id: string) => void;
}

/** Up to three designs that the class talks about. */
export function Discuss({ picked, onPresent, onDrop }: Props) {
  if (picked.length === 0) return null;
  return (
    <section className={styles.discuss} aria-label="To discuss">
      <h2>To discuss</h2>
      {picked.map(({ id, name }) => (
        <span key={id} className={styles.pair}>
          <Button size="sm" icon={<MonitorUp />} onClick={() => onPresent(id)}>
            {name}
          </Button>
          <IconButton
            size="sm"
            label={`Do not discuss ${name}`}
            icon={<X aria-hidden="true" />}
            onClick={() => onDrop(id)}
          />
        </span>
      ))}
    </section>
  );
}
