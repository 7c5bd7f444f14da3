import { CircleCheck, CircleX } from 'lucide-react';
import type { Vote } from '../../model/classroom';
import { useSession } from '../../store/use-session';
import styles from './stage.module.css';

/** A question to the class; the counts as bars, and the truth, once the facilitator shows them. */
export function StageVote({ vote }: { readonly vote: Vote }) {
  const most = Math.max(1, ...vote.options.map(({ count }) => count));
  const result = useSession((state) => state.report.requirements.find(({ id }) => id === vote.requirement));
  return (
    <section className={styles.card} aria-label="Vote">
      <h2>{vote.question}</h2>
      <ol className={styles.bars}>
        {vote.options.map(({ text, count }, at) => (
          <li key={at}>
            <span className={styles.letter} aria-hidden="true">
              {String.fromCharCode(65 + at)}
            </span>
            <span className={styles.option}>{text}</span>
            {vote.shown ? (
              <>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ width: `${(count / most) * 100}%` }} />
                </span>
                <strong>{count}</strong>
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {vote.shown && result ? (
        <p className={styles.truth} data-met={result.met}>
          {result.met ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
          {result.met ? 'It is met.' : 'It is not met.'}
        </p>
      ) : null}
    </section>
  );
}
