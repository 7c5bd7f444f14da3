import { Mark } from '../panels/brand/Mark';
import styles from './app.module.css';

export function Loading() {
  return (
    <div className={styles.loading} role="status">
      <Mark />
      Loading
    </div>
  );
}
