import { CircleCheck, CircleX } from 'lucide-react';
import type { Vote } from '../../model/classroom';
import { useSession } from '../../store/use-session';
import styles from './stage.module.css';

/** Letters from here on take a smaller type, still above the least. */
const LONG = 90;

interface Props {
  readonly vote: Vote;
  readonly truths: ReadonlyMap<string, string>;
}

/** A question to the class; the counts as bars, and the truth, once the facilitator shows them. */
export function StageVote({ vote, truths }: Props) {
  const most = Math.max(1, ...vote.options.map(({ count }) => count));
  const asked = useSession((state) => state.scenario.predictions.find(({ id }) => id === vote.prediction));
  const right = asked?.options.findIndex(({ id }) => id === truths.get(asked.id));
  const long = [vote.question, ...vote.options.map(({ text }) => text)].some(({ length }) => length > LONG);
  return (
    <section className={styles.card} data-long={long || undefined} aria-label="Vote">
      <h2>{vote.question}</h2>
      <ol className={styles.bars}>
        {vote.options.map(({ text, count }, at) => (
          <li key={at} data-right={(vote.shown && at === right) || undefined}>
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
      {vote.shown ? <Truth vote={vote} right={right === undefined ? undefined : asked?.options[right]} /> : null}
    </section>
  );
}

interface TruthProps {
  readonly vote: Vote;
  readonly right: { readonly text: string; readonly why: string } | undefined;
}

/** What the simulator says. A question of the facilitator's own has no truth but theirs. */
function Truth({ vote, right }: TruthProps) {
  const result = useSession((state) => state.report.requirements.find(({ id }) => id === vote.requirement));
  if (result) {
    return (
      <p className={styles.truth} data-met={result.met}>
        {result.met ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
        {result.met ? 'It is met.' : 'It is not met.'}
      </p>
    );
  }
  if (!right) return null;
  return (
    <>
      <p className={styles.truth} data-met>
        <CircleCheck aria-hidden="true" />
        {right.text}
      </p>
      <p className={styles.help}>{right.why}</p>
    </>
  );
}
