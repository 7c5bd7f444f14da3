import { useSession } from '../../store/use-session';
import type { Evidence } from '../../model/trace';
import styles from './evidence.module.css';

/** Names of the nodes, fields and statements that a sentence rests on, in small type. */
export function EvidenceNames({ evidence }: { readonly evidence: Evidence }) {
  const nodes = useSession((state) => state.diagram.nodes);
  const names = evidence.nodes.map((id) => nodes[id]?.name ?? id);
  const statements = (evidence.statements ?? []).map(
    (one) => `${one.policy}, ${one.sid !== undefined ? `statement “${one.sid}”` : `statement ${one.statement + 1}`}`,
  );
  const parts = [...new Set([...names, ...statements])];
  if (parts.length === 0) return null;
  return (
    <span className={styles.names}>
      {parts.slice(0, 5).map((part) => (
        <span key={part} className={styles.name}>
          {part}
        </span>
      ))}
      {parts.length > 5 ? <span className={styles.more}>and {parts.length - 5} more</span> : null}
    </span>
  );
}
