import type { NamedHandIn, SharedMistake } from '../../game/hand-in';
import { count } from '../../game/words';
import styles from './board.module.css';

/** The rest is rare. */
const MOST = 12;

interface Props {
  readonly mistakes: readonly SharedMistake[];
  readonly handIns: readonly NamedHandIn[];
  readonly onChoose: (id: string) => void;
}

/** The same mistake for the same reason, made by how many. What only one made is no pattern. */
export function Mistakes({ mistakes: all, handIns, onChoose }: Props) {
  const mistakes = all.filter((one) => one.handIns.length > 1);
  if (mistakes.length === 0) return null;
  const nameOf = (id: string): string => handIns.find((one) => one.id === id)?.name ?? id;
  return (
    <section className={styles.part} aria-label="Mistakes">
      <h2>Made by several</h2>
      <ol className={styles.mistakes}>
        {mistakes.slice(0, MOST).map(({ row, reason, handIns: who }, at) => (
          <li key={at}>
            <strong>{count(who.length, 'design')}</strong>
            <span>
              {row.title}
              <small>For example: {reason}</small>
              <span className={styles.who}>
                {who.map((id) => (
                  <button key={id} type="button" onClick={() => onChoose(id)}>
                    {nameOf(id)}
                  </button>
                ))}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {mistakes.length > MOST ? <p className={styles.faint}>And {mistakes.length - MOST} more.</p> : null}
    </section>
  );
}
