import { Play } from 'lucide-react';
import { useState } from 'react';
import { simulate } from '../../engine/time/simulate';
import { isDuring } from '../../game/drill';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import type { Timeline } from '../../model/timeline';
import type { Drill } from '../../store/state';
import { useFacts, useSession } from '../../store/use-session';
import { DAY, Incidents, WEEK } from './Incidents';
import { Replay } from './Replay';
import type { View } from './Replay';
import styles from './timeline.module.css';

/** Simulated time: choose incidents, let a day or a week pass, and see who noticed. */
export function TimelinePanel() {
  const facts = useFacts();
  const scenario = useSession((state) => state.scenario);
  const kept = useSession((state) => state.drill);
  const actions = useSession((state) => state.actions);
  const drill: Drill = kept ?? {
    incidents: scenario.incidents,
    hours: scenario.incidents.every((one) => one.atHour + (one.hours ?? 0) < DAY) ? DAY : WEEK,
    seed: 1,
  };
  const { run } = drill;
  const [view, setView] = useState<View>(run ? 'outcome' : 'incidents');
  const [said, setSaid] = useState('');
  const stale = run !== undefined && run.facts !== facts;

  const start = (): void => {
    const { hours, seed } = drill;
    const incidents = drill.incidents.filter((one) => isDuring(one, drill.hours));
    const timeline = simulate(facts, { seed, fromHour: 0, toHour: hours, traffic: scenario.traffic, incidents });
    actions.setDrill({ ...drill, run: { id: (run?.id ?? 0) + 1, facts, incidents, timeline } });
    setView(incidents.length > 0 ? 'outcome' : 'events');
    setSaid(summary(timeline));
  };
  return (
    <section className={styles.panel} aria-label="Timeline">
      <Replay
        run={run}
        stale={stale}
        view={view}
        onView={setView}
        setup={<Incidents drill={drill} onDrill={actions.setDrill} />}
        action={
          <Button size="sm" variant="primary" icon={<Play />} onClick={start}>
            Run
          </Button>
        }
      />
      <Hidden live>{said}</Hidden>
    </section>
  );
}

/** What a screen reader hears when a run is over. */
function summary({ outcomes, events }: Timeline): string {
  const count = (question: 'prevented' | 'detected' | 'notified') =>
    outcomes.filter((one) => one[question].holds).length;
  const found =
    outcomes.length === 0
      ? 'No incident met anything.'
      : `Incidents: ${outcomes.length}, prevented: ${count('prevented')}, detected: ${count('detected')}, told to somebody: ${count('notified')}.`;
  return `The run is over. ${found} Events: ${events.length}.`;
}
