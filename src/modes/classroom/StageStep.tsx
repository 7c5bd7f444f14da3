import { Check, Info, X } from 'lucide-react';
import type { Room } from '../../model/classroom';
import { useSession } from '../../store/use-session';
import styles from './stage.module.css';

const SIGNS = { pass: Check, fail: X, info: Info } as const;

/** The step of the trace that is being played, as a sentence. */
export function StageStep({ playback }: { readonly playback: Room['playback'] }) {
  const shown = useSession((state) => state.playback);
  const say = useSession((state) => state.say);
  const step = shown?.trace.steps[shown.step];
  if (!playback || !shown || !step) return null;
  const Sign = SIGNS[step.verdict];
  return (
    <p className={styles.step} data-verdict={step.verdict}>
      <Sign aria-hidden="true" />
      <span className={styles.count}>
        {shown.step + 1}/{shown.trace.steps.length}
      </span>
      {say(step.reason)}
    </p>
  );
}
