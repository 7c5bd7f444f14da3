import { Lightbulb } from 'lucide-react';
import { hintsFor } from '../../game/hints';
import { Button } from '../../kit/Button';
import type { Requirement } from '../../model/scenario';
import { useSession } from '../../store/use-session';
import styles from './requirements.module.css';

const LEVELS = { nudge: 'Nudge', principle: 'Principle', where: 'Where', step: 'Worked step' } as const;

/** Hints open one by one, from a nudge to a worked step. */
export function HintLadder({ requirement }: { readonly requirement: Pick<Requirement, 'id' | 'hints'> }) {
  const opened = useSession((state) => state.hints[requirement.id] ?? 0);
  const actions = useSession((state) => state.actions);
  const shown = hintsFor(requirement, opened);
  const next = hintsFor(requirement, opened + 1)[opened];
  if (requirement.hints.length === 0) return null;
  return (
    <div className={styles.hints}>
      <ol aria-live="polite" aria-label="Hints">
        {shown.map((hint, index) => (
          <li key={index} data-level={hint.level}>
            <span className={styles.level}>{LEVELS[hint.level]}</span>
            {hint.text}
          </li>
        ))}
      </ol>
      {next ? (
        <Button size="sm" variant="ghost" icon={<Lightbulb />} onClick={() => actions.openHint(requirement.id)}>
          {opened === 0 ? 'Give me a hint' : `Next hint: ${LEVELS[next.level].toLowerCase()}`}
        </Button>
      ) : null}
    </div>
  );
}
