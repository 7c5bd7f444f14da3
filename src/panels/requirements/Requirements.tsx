import { useState } from 'react';
import { useSession } from '../../store/use-session';
import { RequirementCard } from './RequirementCard';
import styles from './requirements.module.css';

/** The goals with their live values. They are what the score is made of. */
export function Requirements() {
  const requirements = useSession((state) => state.scenario.requirements);
  const results = useSession((state) => state.report.requirements);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const met = results.filter((result) => result.met).length;
  return (
    <section aria-label="Goals" className={styles.panel}>
      <h2 className={styles.count}>
        {met} of {requirements.length} goals met
      </h2>
      <ol className={styles.list}>
        {requirements.map((requirement) => {
          const result = results.find((one) => one.id === requirement.id);
          return result ? (
            <RequirementCard
              key={requirement.id}
              requirement={requirement}
              result={result}
              open={open === requirement.id}
              onToggle={() => setOpen((before) => (before === requirement.id ? undefined : requirement.id))}
            />
          ) : null;
        })}
      </ol>
    </section>
  );
}
