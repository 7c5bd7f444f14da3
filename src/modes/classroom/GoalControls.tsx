import { CircleCheck, CircleDashed, CircleX, Eye, EyeOff, Vote } from 'lucide-react';
import { ask, hide, reveal } from '../../game/classroom';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import { IconButton } from '../../kit/IconButton';
import { stateOf, valueOf } from '../../panels/requirements/requirement-state';
import { useSession } from '../../store/use-session';
import { ControlSection } from './ControlSection';
import { GOAL_WORDS } from './goal-words';
import type { ControlProps } from './desk';
import styles from './console.module.css';

const SIGNS = { met: CircleCheck, missed: CircleX, untouched: CircleDashed } as const;

interface Props extends ControlProps {
  /** a vote has begun. */
  readonly onAsk: () => void;
}

/** Which goals the class sees; the facilitator sees all of them. */
export function GoalControls({ room, change, onAsk }: Props) {
  const requirements = useSession((state) => state.scenario.requirements);
  const results = useSession((state) => state.report.requirements);
  const predictions = useSession((state) => state.scenario.predictions);
  const all = requirements.every(({ id }) => room.revealed.includes(id));
  return (
    <>
      {predictions.length === 0 ? null : (
        <ControlSection title="Predictions">
          <ol className={styles.goals}>
            {predictions.map(({ id, text, options }) => (
              <li key={id}>
                <span className={styles.goal}>{text}</span>
                <IconButton
                  size="sm"
                  label={`Let the class vote: ${text}`}
                  icon={<Vote aria-hidden="true" />}
                  onClick={() => {
                    const answers = options.map((option) => option.text);
                    change((now) => ask(now, text, answers, { prediction: id }));
                    onAsk();
                  }}
                />
              </li>
            ))}
          </ol>
        </ControlSection>
      )}
      <ControlSection
        title="Goals"
        aside={
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              change((now) =>
                all ? { ...now, revealed: [] } : requirements.reduce((shown, { id }) => reveal(shown, id), now),
              )
            }
          >
            {all ? 'Hide all' : 'Reveal all'}
          </Button>
        }
      >
        <ol className={styles.goals}>
          {requirements.map(({ id, title }) => {
            const result = results.find((one) => one.id === id);
            const state = result ? stateOf(result) : 'untouched';
            const Sign = SIGNS[state];
            const shown = room.revealed.includes(id);
            const value = result && valueOf(result);
            return (
              <li key={id} data-state={state} data-shown={shown || undefined}>
                <Sign aria-hidden="true" />
                <span className={styles.goal}>
                  {title}
                  <Hidden>{`: ${GOAL_WORDS[state]}, ${shown ? 'on the stage' : 'hidden'}`}</Hidden>
                </span>
                {value === undefined ? null : <small>{value}</small>}
                <IconButton
                  size="sm"
                  label={`Let the class vote: ${title}`}
                  icon={<Vote aria-hidden="true" />}
                  onClick={() => {
                    change((now) =>
                      ask(now, `Is it met? ${title}`, ['Yes, it is met', 'No, it is not'], { requirement: id }),
                    );
                    onAsk();
                  }}
                />
                <IconButton
                  size="sm"
                  label={`${shown ? 'Hide' : 'Reveal'}: ${title}`}
                  pressed={shown}
                  icon={shown ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
                  onClick={() => change((now) => (shown ? hide(now, id) : reveal(now, id)))}
                />
              </li>
            );
          })}
        </ol>
      </ControlSection>
    </>
  );
}
