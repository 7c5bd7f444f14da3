import { Check, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Scenario } from '../../model/scenario';
import styles from './play.module.css';

/** Questions after the work. Each answer explains itself, right or wrong. */
export function Questions({ questions }: { readonly questions: Scenario['questions'] }) {
  return (
    <section aria-label="Questions">
      <h3>Check yourself</h3>
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </section>
  );
}

function Question({ question }: { readonly question: Scenario['questions'][number] }) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const name = useId();
  const answer = chosen === undefined ? undefined : question.options[chosen];
  return (
    <fieldset className={styles.question}>
      <legend>{question.text}</legend>
      {question.options.map((option, index) => (
        <label key={index} data-answer={chosen === index ? (option.correct ? 'right' : 'wrong') : undefined}>
          <input type="radio" name={name} checked={chosen === index} onChange={() => setChosen(index)} />
          <span>{option.text}</span>
          {chosen === index ? option.correct ? <Check aria-hidden="true" /> : <X aria-hidden="true" /> : null}
        </label>
      ))}
      <p className={styles.why} role="status">
        {answer ? `${answer.correct ? 'Right.' : 'Not quite.'} ${answer.why}` : ''}
      </p>
    </fieldset>
  );
}
