import { ArrowDown, ChevronRight, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../kit/Button';
import type { PredictionResult } from '../../model/report';
import type { Prediction } from '../../model/scenario';
import { useSession } from '../../store/use-session';
import { Markdown } from '../markdown/Markdown';
import { HintLadder } from '../requirements/HintLadder';
import { Deciding } from './Deciding';
import { Options } from './Options';
import cards from '../requirements/requirements.module.css';
import styles from './predict.module.css';

interface Props {
  readonly number: number;
  readonly prediction: Prediction;
  readonly result: PredictionResult;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** the player was led here from the prediction before. */
  readonly led: boolean;
  /** where to go from here; absent where nothing follows. */
  readonly next: { readonly words: string; readonly onGo: () => void } | undefined;
}

const SIGNS = { open: CircleHelp, wrong: CircleX, right: CircleCheck } as const;
/** The look of a goal. */
const LOOKS = { open: 'untouched', wrong: 'missed', right: 'met' } as const;
const WORDS = { open: 'Open', wrong: 'Not so. Choose again', right: 'Foretold' } as const;

/** One prediction: choose, commit, then see what happens and why. */
export function PredictionCard({ number, prediction, result, open, onToggle, led, next }: Props) {
  const bodyId = useId();
  const titleId = useId();
  const title = useRef<HTMLButtonElement>(null);
  const { state } = result;
  useEffect(() => {
    if (led && open) title.current?.focus();
  }, [led, open]);
  const Sign = SIGNS[state];
  return (
    <li className={cards.card} data-state={LOOKS[state]} data-open={open || undefined}>
      <h3 className={cards.title}>
        <button ref={title} type="button" aria-expanded={open} aria-controls={bodyId} onClick={onToggle}>
          <Sign className={cards.sign} aria-hidden="true" />
          <span className={cards.words}>
            <span className={styles.text} id={titleId}>
              {number}. {prediction.text}
            </span>
            <span className={cards.state}>{WORDS[state]}</span>
          </span>
          <span className={cards.points}>
            {result.earned}/{result.points}
            <span> pts</span>
          </span>
          <ChevronRight className={cards.chevron} aria-hidden="true" />
        </button>
      </h3>
      {open ? (
        <div id={bodyId} className={styles.body}>
          <Answering prediction={prediction} result={result} titleId={titleId} />
          {state === 'right' ? (
            <>
              <div className={cards.debrief}>
                <h4>What to take along</h4>
                <Markdown text={prediction.debrief} />
              </div>
              {next ? (
                <Button size="sm" icon={<ArrowDown />} onClick={next.onGo}>
                  {next.words}
                </Button>
              ) : null}
            </>
          ) : (
            <HintLadder requirement={prediction} />
          )}
        </div>
      ) : null}
    </li>
  );
}

interface AnsweringProps {
  readonly prediction: Prediction;
  readonly result: PredictionResult;
  readonly titleId: string;
}

/** The options, the button, and the verdict once something is committed. */
function Answering({ prediction, result, titleId }: AnsweringProps) {
  const actions = useSession((state) => state.actions);
  const ready = useSession((state) => state.facts !== undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const verdict = useRef<HTMLDivElement>(null);
  const { committed, state } = result;
  const said = committed.length;
  const before = useRef(said);
  useEffect(() => {
    // The button that had the focus is gone or says nothing any more: the answer to it is here.
    if (said > before.current) verdict.current?.focus();
    before.current = said;
  }, [said]);
  const last = prediction.options.find(({ id }) => id === committed.at(-1));
  const pick = chosen !== undefined && !committed.includes(chosen) ? chosen : undefined;
  return (
    <>
      <Options
        options={prediction.options}
        committed={committed}
        state={state}
        chosen={pick}
        onChoose={setChosen}
        labelledBy={titleId}
      />
      {state === 'right' ? null : (
        <div className={styles.commit}>
          <Button
            size="sm"
            variant="primary"
            disabled={!ready || pick === undefined}
            onClick={() => pick !== undefined && actions.commit(prediction.id, pick)}
          >
            Commit
          </Button>
          <span>{stakeOf(result)}</span>
        </div>
      )}
      {last ? (
        <div ref={verdict} tabIndex={-1} className={styles.verdict} data-state={state}>
          <p>
            <strong>{verdictOf(result)}</strong> {last.why}
          </p>
          <Deciding prediction={prediction} result={result} />
        </div>
      ) : null}
    </>
  );
}

function verdictOf({ state, earned, points }: PredictionResult): string {
  if (state === 'wrong') return 'Not so.';
  return earned === points ? `Right, at the first answer: ${points} points.` : `Right: ${earned} of ${points} points.`;
}

function stakeOf({ committed, points }: PredictionResult): string {
  if (committed.length === 0) return `${points} points for the first answer, half of them for the second.`;
  return committed.length === 1
    ? 'Half of the points for the second answer.'
    : 'No points any more; find out all the same.';
}
