import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { useAuthor, useAuthorActions } from '../../store/use-author';
import styles from './author.module.css';

/** Milliseconds that the last word stays. */
const STAY = 8000;

/** The last thing that was done outside of the canvas, and the way to take it back. */
export function Said() {
  const said = useAuthor((state) => state.said);
  const canUndo = useAuthor((state) => state.canUndo);
  const actions = useAuthorActions();
  useEffect(() => {
    if (!said) return undefined;
    const timer = window.setTimeout(() => actions.say(undefined), STAY);
    return () => window.clearTimeout(timer);
  }, [said, actions]);
  return (
    <div className={styles.saidPlace} role="status">
      {said ? (
        <div className={styles.said}>
          <p>{said.text}</p>
          {canUndo && said.undoable ? (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => {
                actions.undo();
                actions.say(undefined);
              }}
            >
              Undo
            </Button>
          ) : null}
          <IconButton
            size="sm"
            label="Dismiss"
            icon={<X aria-hidden="true" />}
            onClick={() => actions.say(undefined)}
          />
        </div>
      ) : null}
    </div>
  );
}
