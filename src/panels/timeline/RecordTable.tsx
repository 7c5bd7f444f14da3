import { clock } from '../../engine/time/diary';
import type { LogAnswer } from '../../engine/time/query';
import { useSession } from '../../store/use-session';
import { figure } from './points';
import styles from './timeline.module.css';

const RESULTS = { allowed: 'Allowed', denied: 'Refused' } as const;

/** Who called what, how often, and when last. */
export function RecordTable({ answer: { rows } }: { readonly answer: LogAnswer }) {
  const nodes = useSession((state) => state.diagram.nodes);
  if (rows.length === 0) return null;
  return (
    <div className={styles.wide} role="region" aria-label="Table of records" tabIndex={0}>
      <table className={styles.table}>
        <caption>The most frequent first; calls of one hour share a record</caption>
        <thead>
          <tr>
            {['Who', 'Call', 'On', 'Result', 'Times', 'Until'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ principal, event, result, count, targets, last }) => (
            <tr key={`${principal} ${event} ${result}`}>
              <th scope="row">{principal}</th>
              <td>{event}</td>
              <td>{targets.map((id) => nodes[id]?.name ?? id).join(', ')}</td>
              <td>{RESULTS[result]}</td>
              <td>{figure(count)}</td>
              <td>{clock(last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
