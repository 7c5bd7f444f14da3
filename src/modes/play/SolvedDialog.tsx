import { ArrowRight, CircleCheck, CircleDashed, Eye } from 'lucide-react';
import { useState } from 'react';
import { isPredicting } from '../../game/predict-play';
import { solvedBy } from '../../game/solved';
import { dollars } from '../../game/words';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import { Markdown } from '../../panels/markdown/Markdown';
import { useSession } from '../../store/use-session';
import { Questions } from './Questions';
import { Stars } from './ScoreRing';
import styles from './play.module.css';

/** What to play after this. */
export interface NextScenario {
  readonly title: string;
  readonly onGo: () => void;
}

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDefend: () => void;
  readonly onLeave: () => void;
  readonly next: NextScenario | undefined;
  /** absent where there is no solution to show. */
  readonly onSolution: (() => void) | undefined;
}

/** What the design proves, what the next star wants, and, once everything is proved, what to take home. */
export function SolvedDialog({ open, onOpenChange, onDefend, onLeave, next, onSolution }: Props) {
  const scenario = useSession((state) => state.scenario);
  const report = useSession((state) => state.report);
  const solved = solvedBy(scenario, report);
  const defends = scenario.task === 'defend';
  const { earned, possible } = report.score;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="md"
      title={solved.complete ? 'Everything is proved' : 'How far you are'}
      description={`${earned} of ${possible} points. ${solved.stars} of 3 stars.`}
      footer={
        <>
          <Button
            autoFocus={!solved.complete}
            variant={solved.complete ? 'secondary' : 'primary'}
            onClick={() => onOpenChange(false)}
          >
            Back to the canvas
          </Button>
          {solved.complete ? (
            <>
              <Button
                variant={defends ? 'primary' : 'secondary'}
                autoFocus={defends}
                onClick={() => {
                  onOpenChange(false);
                  onDefend();
                }}
              >
                Defend it
              </Button>
              <Button
                variant={defends ? 'secondary' : 'primary'}
                autoFocus={!defends}
                icon={next && <ArrowRight />}
                onClick={next ? next.onGo : onLeave}
              >
                {next ? `Next: ${next.title}` : 'More scenarios'}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <div className={styles.result}>
        <Stars stars={solved.stars} />
        {solved.next !== undefined ? <p>{solved.next}</p> : <p>Every goal is met, within the budget.</p>}
        <p>
          Your design costs {dollars(solved.monthly)} a month
          {scenario.par !== undefined ? `; ours costs ${dollars(scenario.par)}` : ''}.
        </p>
        {/* While something is to be foretold, a solution would say what it is. */}
        {onSolution && !isPredicting(report) ? <AskForSolution onSolution={onSolution} /> : null}
      </div>
      {report.predictions ? (
        <>
          <h3>What you foretold</h3>
          <ul className={styles.proved}>
            {report.predictions.map(({ id, state, earned, points }) => (
              <li key={id} data-proved={state === 'right' || undefined}>
                {state === 'right' ? <CircleCheck aria-label="Foretold" /> : <CircleDashed aria-label="Open" />}
                <span>
                  {scenario.predictions.find((one) => one.id === id)?.text} ({earned} of {points} points)
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isPredicting(report) || scenario.requirements.length === 0 ? null : <h3>What you proved</h3>}
      <ul className={styles.proved}>
        {(isPredicting(report) ? [] : scenario.requirements).map((requirement) => {
          const proved = solved.proved.includes(requirement);
          return (
            <li key={requirement.id} data-proved={proved || undefined}>
              {proved ? <CircleCheck aria-label="Proved" /> : <CircleDashed aria-label="Open" />}
              <span>{requirement.title}</span>
            </li>
          );
        })}
      </ul>
      {solved.complete ? (
        <>
          <h3>Looking back</h3>
          <Markdown text={scenario.debrief} />
          {scenario.questions.length > 0 ? <Questions questions={scenario.questions} /> : null}
        </>
      ) : null}
    </Dialog>
  );
}

function AskForSolution({ onSolution }: { readonly onSolution: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button size="sm" className={styles.solution} icon={<Eye />} onClick={() => setAsking(true)}>
        Show our solution
      </Button>
    );
  }
  return (
    <div role="group" aria-label="Show our solution?" className={styles.asking}>
      <p>It shows how we met every goal. It counts for nothing, and your own work waits for you.</p>
      <Button size="sm" autoFocus onClick={() => setAsking(false)}>
        Not yet
      </Button>
      <Button size="sm" onClick={onSolution}>
        Show it
      </Button>
    </div>
  );
}
