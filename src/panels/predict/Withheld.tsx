import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../kit/EmptyState';
import { useFacts, useSession } from '../../store/use-session';
import { Replay } from '../timeline/Replay';
import type { View } from '../timeline/Replay';
import { Player } from '../trace/Player';
import styles from './predict.module.css';

/** What the simulator knows would give the answers away. */
export function Withheld() {
  return (
    <EmptyState icon={<EyeOff />} title="Not yet">
      The simulator keeps this to itself until everything is foretold. Commit an answer under Goals, and “Show me” plays
      what decides it.
    </EmptyState>
  );
}

/** The trace that decides a prediction, and no other. */
export function DecidingTrace() {
  const playback = useSession((state) => state.playback);
  return playback ? <Player playback={playback} title="What decides the prediction" /> : <Withheld />;
}

/** The days that decide a prediction, and no others. */
export function DecidingDays() {
  const facts = useFacts();
  const run = useSession((state) => state.drill?.run);
  const [view, setView] = useState<View>('outcome');
  if (!run) return <Withheld />;
  return (
    <section className={styles.days} aria-label="Timeline">
      <Replay run={run} stale={run.facts !== facts} view={view} onView={setView} setup={<Withheld />} action={null} />
    </section>
  );
}
