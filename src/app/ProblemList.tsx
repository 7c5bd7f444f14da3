import type { FileProblem } from '../model/read-json';
import styles from './app.module.css';

/** The defects of a file: place, reason and remedy of each. */
export function ProblemList({ problems }: { readonly problems: readonly FileProblem[] }) {
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index}>
          <code>
            {problem.place || 'the file'}
            {problem.line !== undefined ? `, line ${problem.line}` : ''}
          </code>
          <p>{problem.reason}</p>
          <p>{problem.remedy}</p>
        </li>
      ))}
    </ul>
  );
}
