import { ChevronRight, CircleCheck, CircleDashed, CircleX, Play } from 'lucide-react';
import { useId, useState } from 'react';
import { clock } from '../../engine/time/diary';
import { INCIDENT_WORDS } from '../../game/drill';
import { Button } from '../../kit/Button';
import type { Outcome } from '../../model/timeline';
import { useSession } from '../../store/use-session';
import { ANSWERS, questionsOf, type Asked } from './questions';
import { figure } from './points';
import styles from './timeline.module.css';

interface Props {
  readonly outcomes: readonly Outcome[];
  /** a trace begins on the canvas: time should stand still. */
  readonly onPlay: () => void;
}

/** What became of every incident: five questions, each with its evidence, and what was lost. */
export function Outcomes({ outcomes, onPlay }: Props) {
  if (outcomes.length === 0) {
    return <p className={styles.faint}>No incident met anything in this run. Choose some under Incidents.</p>;
  }
  return (
    <div className={styles.outcomes}>
      {outcomes.map((one, index) => (
        <OutcomeCard key={index} outcome={one} onPlay={onPlay} />
      ))}
    </div>
  );
}

interface CardProps {
  readonly outcome: Outcome;
  /** its title stands above it already. */
  readonly untitled?: boolean;
  readonly onPlay: () => void;
}

/** What became of one incident at one place. */
export function OutcomeCard({ outcome, untitled, onPlay }: CardProps) {
  const nodes = useSession((state) => state.diagram.nodes);
  const nameOf = (id: string) => nodes[id]?.name ?? id;
  const { loss } = outcome;
  const titleId = useId();
  const title = `${INCIDENT_WORDS[outcome.kind].title} at ${nameOf(outcome.target)}`;
  return (
    <article className={styles.outcome} {...(untitled ? { 'aria-label': title } : { 'aria-labelledby': titleId })}>
      {untitled ? null : (
        <h3 id={titleId}>
          {title} <small>{clock(outcome.at)}</small>
        </h3>
      )}
      <ul className={styles.verdicts}>
        {questionsOf(outcome, nameOf).map((row) => (
          <VerdictRow key={row.question} {...row} onPlay={onPlay} />
        ))}
      </ul>
      <p className={styles.loss}>
        Requests without an answer: {figure(loss.requests)}. Answers that turned wrong: {figure(loss.wrong)}. Records
        seen by strangers: {figure(loss.records)}.{loss.dollars > 0 ? ` Worth $${figure(loss.dollars)}.` : ''} Compared
        with the same time without the incident.
      </p>
    </article>
  );
}

interface RowProps extends Asked {
  readonly onPlay: () => void;
}

const SIGNS = { yes: CircleCheck, no: CircleX, needless: CircleDashed } as const;
const STEPS = { pass: 'Pass', fail: 'Fail', info: 'Note' } as const;

function VerdictRow({ question, verdict, answer, detail, onPlay }: RowProps) {
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  const [open, setOpen] = useState(false);
  const bodyId = useId();
  const Sign = SIGNS[answer];
  const { steps } = verdict.trace;
  const last = steps.at(-1);
  return (
    <li data-answer={answer}>
      <button
        type="button"
        className={styles.verdict}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <Sign className={styles.sign} aria-hidden="true" />
        <span className={styles.question}>{question}</span>
        <span className={styles.words}>
          <strong>{ANSWERS[answer]}</strong>
          {verdict.holds && detail !== '' ? ` ${detail}` : ''}
          {last ? <span className={styles.because}>{say(last.reason)}</span> : null}
        </span>
        <ChevronRight className={styles.chevron} aria-hidden="true" />
      </button>
      {open ? (
        <div id={bodyId} className={styles.chain}>
          <ol>
            {steps.map((step, index) => (
              <li key={index} data-verdict={step.verdict}>
                <strong>{STEPS[step.verdict]}</strong> {say(step.reason)}
              </li>
            ))}
          </ol>
          <Button
            size="sm"
            icon={<Play />}
            onClick={() => {
              onPlay();
              actions.play(verdict.trace);
            }}
          >
            Play on the canvas
          </Button>
        </div>
      ) : null}
    </li>
  );
}
