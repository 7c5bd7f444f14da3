import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { EmptyState } from '../../kit/EmptyState';
import { Hidden } from '../../kit/Hidden';
import type { Problem } from '../../model/report';
import { useSession } from '../../store/use-session';
import { EvidenceNames } from '../evidence/EvidenceNames';
import { useEvidence } from '../evidence/use-evidence';
import rowButton from '../../kit/RowButton.module.css';
import styles from './problems.module.css';

/** What is wrong with the drawing itself, whatever the scenario wants. */
export function Problems() {
  const problems = useSession((state) => state.report.problems);
  if (problems.length === 0) {
    return (
      <EmptyState icon={<CircleCheck />} title="No problems in the drawing">
        The simulator found nothing wrong with the drawing itself. Whether it meets the goals is another question.
      </EmptyState>
    );
  }
  const sorted = [...problems].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <ul className={styles.list} aria-label="Problems">
      {sorted.map((problem, index) => (
        <Row key={index} problem={problem} />
      ))}
    </ul>
  );
}

function Row({ problem }: { readonly problem: Problem }) {
  const say = useSession((state) => state.say);
  const lit = useEvidence(problem, 'misses');
  const error = problem.severity === 'error';
  return (
    <li data-severity={problem.severity}>
      <button type="button" className={rowButton.row} {...lit}>
        {error ? <CircleX aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <span>
          <Hidden>{error ? 'Error: ' : 'Warning: '}</Hidden>
          {say(problem.reason)}
          <EvidenceNames evidence={problem} />
        </span>
      </button>
    </li>
  );
}
