import { Ban, Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../kit/Button';
import { IconButton } from '../../kit/IconButton';
import { useSession } from '../../store/use-session';
import styles from './notices.module.css';

const STAY = { said: 4000, refused: 9000, won: 6000 } as const;

/** The last thing that was said or refused. It leaves by itself, but not while it is pointed at. */
export function Notices() {
  const notice = useSession((state) => state.notice);
  const actions = useSession((state) => state.actions);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return undefined;
    const timer = window.setTimeout(() => actions.dismissNotice(), STAY[notice.tone]);
    return () => window.clearTimeout(timer);
  }, [notice, held, actions]);
  // A victory opens a dialog of its own.
  if (!notice || notice.tone === 'won') return null;
  const { open } = notice;
  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice.tone === 'refused' ? <Ban aria-hidden="true" /> : <Check aria-hidden="true" />}
      <p>
        {notice.text}
        {notice.remedy !== undefined ? <span> {notice.remedy}</span> : null}
      </p>
      {open?.field !== undefined ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            actions.select([open.node], open.field);
            actions.dismissNotice();
          }}
        >
          Open field
        </Button>
      ) : null}
      <IconButton size="sm" label="Dismiss" icon={<X aria-hidden="true" />} onClick={() => actions.dismissNotice()} />
    </div>
  );
}
