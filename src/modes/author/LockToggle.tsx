import { isLocked, withLock } from '../../game/author/designs';
import { Checkbox } from '../../kit/Checkbox';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { useSession } from '../../store/use-session';
import styles from './author.module.css';

/** In the start: whether the player may change the selected element. */
export function LockToggle() {
  const store = useAuthorStore();
  const draft = useAuthor((state) => state.draft);
  const isStart = useAuthor((state) => state.shown.type === 'start');
  const selection = useSession((state) => state.selection);
  const [id] = selection;
  if (!isStart || id === undefined || selection.length > 1) return null;
  return (
    <div className={styles.lock}>
      <Checkbox
        checked={isLocked(draft, id)}
        onChange={(locked) => store.getState().actions.edit((now) => withLock(now, id, locked))}
      >
        Locked for the player
      </Checkbox>
    </div>
  );
}
