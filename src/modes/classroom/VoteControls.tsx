import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { ask, countVotes, endVote, showVote } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { IconButton } from '../../kit/IconButton';
import { NumberInput } from '../../kit/NumberInput';
import { TextArea } from '../../kit/TextArea';
import { TextInput } from '../../kit/TextInput';
import { ROOM_LIMITS, type Vote } from '../../model/classroom';
import { ControlSection } from './ControlSection';
import type { ControlProps } from './desk';
import styles from './console.module.css';

/** A question to the class: hands are counted here, and shown when the facilitator says so. */
export function VoteControls({ room, change }: ControlProps) {
  return (
    <ControlSection title="Vote">
      {room.vote ? <Open vote={room.vote} change={change} /> : <Ask change={change} />}
    </ControlSection>
  );
}

function Ask({ change }: Pick<ControlProps, 'change'>) {
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState('Yes\nNo');
  const lines = options.split('\n').filter((line) => line.trim() !== '');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change((now) => ask(now, question, lines));
        setQuestion('');
      }}
    >
      <Field label="Question">
        <TextInput value={question} onChange={setQuestion} maxLength={ROOM_LIMITS.question} />
      </Field>
      <Field label="Answers" help={`One a line, 2 to ${ROOM_LIMITS.options}.`}>
        <TextArea value={options} onChange={setOptions} rows={3} />
      </Field>
      <Button
        size="sm"
        type="submit"
        disabled={question.trim() === '' || lines.length < 2 || lines.length > ROOM_LIMITS.options}
      >
        Ask the class
      </Button>
    </form>
  );
}

function Open({ vote, change }: Pick<ControlProps, 'change'> & { readonly vote: Vote }) {
  return (
    <div className={styles.form}>
      <p className={styles.question}>{vote.question}</p>
      <ul className={styles.counts}>
        {vote.options.map(({ text, count }, at) => (
          <li key={at}>
            <span>{text}</span>
            <IconButton
              size="sm"
              label={`One hand less: ${text}`}
              icon={<Minus aria-hidden="true" />}
              disabled={count === 0}
              onClick={() => change((now) => countVotes(now, at, count - 1))}
            />
            <NumberInput
              aria-label={`Hands: ${text}`}
              value={count}
              min={0}
              max={ROOM_LIMITS.votes}
              onChange={(value) => change((now) => countVotes(now, at, value ?? 0))}
            />
            <IconButton
              size="sm"
              label={`One hand more: ${text}`}
              icon={<Plus aria-hidden="true" />}
              onClick={() => change((now) => countVotes(now, at, count + 1))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button
          size="sm"
          variant={vote.shown ? 'secondary' : 'primary'}
          onClick={() => change((now) => showVote(now, !vote.shown))}
        >
          {vote.shown ? 'Hide the counts' : 'Show the counts'}
        </Button>
        <Button size="sm" onClick={() => change(endVote)}>
          End the vote
        </Button>
      </div>
    </div>
  );
}
