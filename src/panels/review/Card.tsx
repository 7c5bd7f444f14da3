import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GRADES } from '../../game/review';
import type { Grade, ReviewCard } from '../../game/review';
import { capitalise, count } from '../../game/words';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import { Kbd } from '../../kit/Kbd';
import { Markdown } from '../markdown/Markdown';
import styles from './review.module.css';

interface Props {
  readonly card: ReviewCard;
  /** address of its scenario. */
  readonly href: string;
  /** when it comes back after each grade. */
  readonly days: Readonly<Record<Grade, number>>;
  readonly onGrade: (grade: Grade) => void;
}

const WHEN: Readonly<Record<Grade, string>> = {
  again: 'I did not know it',
  hard: 'With effort',
  good: 'I knew it',
  easy: 'At once',
};

/** Question, answer, why, and then how well it was known. Digits choose, and Enter shows the answer. */
export function Card({ card, href, days, onGrade }: Props) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [shown, setShown] = useState(false);
  const question = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useEffect(() => (shown ? answer : question).current?.focus(), [shown]);
  const wrong = chosen !== undefined && card.options[chosen]?.right === false;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(event.key) - 1;
    const grade = GRADES[index];
    if (shown && grade) onGrade(grade);
    else if (!shown && card.options[index]) setChosen(index);
    else if (!shown && event.key === 'Enter' && !isControl(event.target)) setShown(true);
    else return;
    event.preventDefault();
  };
  return (
    // Keys count while the focus is on the card, so that they are in nobody's way elsewhere.
    <article className={styles.card} aria-label={card.lead} onKeyDown={onKeyDown}>
      <p className={styles.from}>
        <Badge tone="accent">{card.lead}</Badge>
        <a href={href}>{card.from}</a>
      </p>
      <h2 ref={question} tabIndex={-1}>
        {card.ask}
      </h2>
      {card.options.length > 0 ? (
        <fieldset className={styles.options}>
          <legend>
            <Hidden>Options</Hidden>
          </legend>
          {card.options.map(({ text, right, why }, index) => (
            <div
              key={index}
              className={styles.option}
              data-mark={!shown ? undefined : right ? 'right' : chosen === index ? 'wrong' : 'other'}
            >
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={chosen === index}
                  disabled={shown}
                  onChange={() => setChosen(index)}
                />
                <span>{text}</span>
                {shown ? null : <Kbd keys={String(index + 1)} />}
                {shown && right ? <Check aria-label="Right" /> : null}
                {shown && !right ? <X aria-label="Wrong" /> : null}
              </label>
              {shown ? <p className={styles.optionWhy}>{why}</p> : null}
            </div>
          ))}
        </fieldset>
      ) : null}
      {shown ? (
        <>
          <h3 ref={answer} tabIndex={-1} className={styles.verdict} data-wrong={wrong || undefined}>
            {verdict(card, chosen)}
          </h3>
          {card.answer ? <Markdown text={card.answer} /> : null}
          {card.why ? (
            <>
              <h3>Why</h3>
              <Markdown text={card.why} />
            </>
          ) : null}
          <div className={styles.grades} role="group" aria-label="How well did you know it?">
            {GRADES.map((grade, index) => (
              <button key={grade} type="button" onClick={() => onGrade(grade)}>
                <strong>
                  {capitalise(grade)} <Kbd keys={String(index + 1)} />
                </strong>
                <small>{WHEN[grade]}</small>
                <small>Back in {count(days[grade], 'day')}</small>
              </button>
            ))}
          </div>
        </>
      ) : (
        <p className={styles.show}>
          <Button variant="primary" onClick={() => setShown(true)}>
            Show the answer
          </Button>
          <Kbd keys="Enter" />
        </p>
      )}
    </article>
  );
}

/** Enter already means something there. */
function isControl(target: EventTarget): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}

function verdict({ options }: ReviewCard, chosen: number | undefined): string {
  if (options.length === 0) return 'The answer';
  if (chosen === undefined) return 'The right one is marked.';
  return options[chosen]?.right ? 'Right.' : 'Not quite. The right one is marked.';
}
