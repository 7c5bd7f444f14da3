import { Mark } from '../modes/play/Mark';
import styles from './app.module.css';

export function Loading() {
  return (
    <div className={styles.loading} role="status">
      <Mark />
      Loading
    </div>
  );
}
