import { useSession } from '../../store/use-session';
import type { ReportDesk } from '../audit/AuditPanel';
import { RequirementCard } from './RequirementCard';
import styles from './requirements.module.css';

interface Props {
  /** the goal that is unfolded; given by a parent that outlives this panel. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly desk?: ReportDesk | undefined;
}

/** The goals with their live values. They are what the score is made of. */
export function Requirements({ open, onOpen, desk }: Props) {
  const requirements = useSession((state) => state.scenario.requirements);
  const results = useSession((state) => state.report.requirements);
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
              onToggle={() => onOpen(open === requirement.id ? undefined : requirement.id)}
              desk={desk}
            />
          ) : null;
        })}
      </ol>
    </section>
  );
}
