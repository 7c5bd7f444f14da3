import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import type { Scenario } from '../../model/scenario';
import { useSession } from '../../store/use-session';
import styles from './play.module.css';

type Question = Scenario['questions'][number];

/** Questions after the work. Once answered, every option says why it is right or wrong. */
export function Questions({ questions }: { readonly questions: Scenario['questions'] }) {
  return (
    <section aria-label="Questions">
      <h3>Check yourself</h3>
      <p className={styles.why}>What you miss is remembered, so that it can come back another day.</p>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
    </section>
  );
}

function QuestionCard({ question }: { readonly question: Question }) {
  const actions = useSession((state) => state.actions);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const [answered, setAnswered] = useState(false);
  const verdict = useRef<HTMLParagraphElement>(null);
  const name = useId();
  const right = chosen !== undefined && question.options[chosen]?.correct === true;
  useEffect(() => {
    // The button that had the focus is gone: the answer to it is here.
    if (answered) verdict.current?.focus();
  }, [answered]);
  const answer = (): void => {
    actions.answerQuestion(question.id, right);
    setAnswered(true);
  };
  return (
    <fieldset className={styles.question}>
      <legend>{question.text}</legend>
      {question.options.map((option, index) => (
        <Option
          key={index}
          name={name}
          option={option}
          chosen={chosen === index}
          answered={answered}
          onChoose={() => setChosen(index)}
        />
      ))}
      {answered ? (
        <p ref={verdict} tabIndex={-1} className={styles.questionVerdict} data-answer={right ? 'right' : 'wrong'}>
          {right ? 'Right.' : 'Not quite. The right answer is marked.'}
        </p>
      ) : (
        <Button size="sm" className={styles.answer} disabled={chosen === undefined} onClick={answer}>
          Answer
        </Button>
      )}
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly option: Question['options'][number];
  readonly chosen: boolean;
  readonly answered: boolean;
  readonly onChoose: () => void;
}

function Option({ name, option, chosen, answered, onChoose }: OptionProps) {
  const whyId = useId();
  const { correct } = option;
  const mark = !answered ? undefined : correct ? 'right' : chosen ? 'wrong' : 'other';
  return (
    <div className={styles.option} data-answer={mark}>
      <label>
        <input
          type="radio"
          name={name}
          checked={chosen}
          disabled={answered}
          aria-describedby={answered ? whyId : undefined}
          onChange={onChoose}
        />
        <span>{option.text}</span>
        {mark === 'right' ? <Check aria-hidden="true" /> : null}
        {mark === 'wrong' ? <X aria-hidden="true" /> : null}
        {mark === undefined ? null : <Hidden>{correct ? 'Right.' : 'Wrong.'}</Hidden>}
      </label>
      {answered ? (
        <p id={whyId} className={styles.why}>
          {option.why}
        </p>
      ) : null}
    </div>
  );
}
