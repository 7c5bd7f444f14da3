import { Lock, LockKeyhole } from 'lucide-react';
import { isPredicting } from '../../game/predict-play';
import { EmptyState } from '../../kit/EmptyState';
import { useSession } from '../../store/use-session';
import styles from './predict.module.css';

/** Above the canvas: why nothing moves. */
export function FrozenBar() {
  const predicting = useSession((state) => isPredicting(state.report));
  return (
    <p className={styles.bar}>
      <Lock aria-hidden="true" />
      {predicting
        ? 'The design is frozen. Say under Goals what will happen to it.'
        : 'The design stays as it is: this scenario asks what happens to it, and you have said it all.'}
    </p>
  );
}

/** In the place of the palette. */
export function FrozenPalette() {
  const mends = useSession((state) => state.scenario.requirements.length > 0);
  return (
    <section aria-label="Palette" className={styles.palette}>
      <EmptyState icon={<LockKeyhole />} title="Frozen">
        {mends
          ? 'First say what will happen. Then the palette is here, and you mend what you found.'
          : 'Nothing is drawn in this scenario. Say what will happen.'}
      </EmptyState>
    </section>
  );
}
