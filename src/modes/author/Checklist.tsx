import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ChecklistLine, Missing } from '../../game/author/checklist';
import { placeWords } from './field-words';
import styles from './views.module.css';

const SIGNS = { holds: CircleCheck, open: CircleX, unasked: CircleDashed } as const;
const WORDS = { holds: 'Done', open: 'Open', unasked: 'Not known yet' } as const;

interface Props {
  readonly lines: readonly ChecklistLine[];
  readonly onGo: (missing: Missing) => void;
}

/** What the scenario has and what it lacks. Each line that lacks something leads to the place. */
export function Checklist({ lines, onGo }: Props) {
  return (
    <ul className={styles.checklist} aria-label="What is missing">
      {lines.map(({ id, title, state, missing }) => {
        const Sign = SIGNS[state];
        return (
          <li key={id} data-state={state}>
            <p className={styles.claim}>
              <Sign aria-label={WORDS[state]} />
              <span>{title}</span>
            </p>
            {missing.length > 0 ? (
              <ul>
                {missing.map((one, at) => (
                  <li key={at}>
                    <button type="button" className={styles.missing} onClick={() => onGo(one)}>
                      <code>{partWords(one)}</code>
                      <span>{one.reason}</span>
                      <small>{one.remedy}</small>
                    </button>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Where it is: a field of the scenario in words, a place in a design as it stands in its file. */
export function partWords({ part, place }: Pick<Missing, 'part' | 'place'>): string {
  if (part.type !== 'scenario') return [part.name, place].filter(Boolean).join(': ');
  return place === '' ? 'Scenario' : placeWords(place);
}
