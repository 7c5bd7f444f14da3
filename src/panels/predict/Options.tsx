import { Check, X } from 'lucide-react';
import { useId } from 'react';
import { Hidden } from '../../kit/Hidden';
import type { PredictionResult } from '../../model/report';
import type { Prediction } from '../../model/scenario';
import styles from './predict.module.css';

interface Props {
  readonly options: Prediction['options'];
  readonly committed: readonly string[];
  readonly state: PredictionResult['state'];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly labelledBy: string;
}

/** One of them will be true. What was committed is marked; once the right one is found, each says why. */
export function Options({ options, committed, state, chosen, onChoose, labelledBy }: Props) {
  const name = useId();
  const last = committed.at(-1);
  const over = state === 'right';
  const verdictOn = (id: string) => {
    if (over && id === last) return 'right';
    return committed.includes(id) ? 'wrong' : undefined;
  };
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles.options}>
      {options.map(({ id, text, why }) => {
        const verdict = verdictOn(id);
        const asWhy = `${name}-${id}`;
        // The reason of the last answer stands in the verdict below.
        const explained = id !== last && (over || verdict === 'wrong');
        return (
          <div key={id} className={styles.option} data-answer={verdict}>
            <label>
              <input
                type="radio"
                name={name}
                value={id}
                checked={over ? id === last : chosen === id}
                disabled={over || verdict === 'wrong'}
                aria-describedby={explained ? asWhy : undefined}
                onChange={() => onChoose(id)}
              />
              <span>{text}</span>
              {verdict === 'right' ? <Check aria-hidden="true" /> : null}
              {verdict === 'wrong' ? <X aria-hidden="true" /> : null}
              {verdict ? <Hidden>{verdict === 'right' ? 'This is so.' : 'This is not so.'}</Hidden> : null}
            </label>
            {explained ? (
              <p id={asWhy} className={styles.why}>
                {why}
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
