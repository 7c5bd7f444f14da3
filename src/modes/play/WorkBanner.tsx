import { Copy, History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { classes } from '../../kit/classes';
import frame from '../../kit/Frame.module.css';
import styles from './play.module.css';

export interface WorkBannerProps {
  /** the work of an earlier visit is on the canvas: when it was saved, and how to leave it. */
  readonly restored: { readonly savedAt: string; readonly onStartFresh: () => void } | undefined;
  /** the same scenario is open in another tab; `savedAt` once that tab has saved after this one was opened. */
  readonly otherTab: { readonly savedAt: string | undefined } | undefined;
  /** what is worked on. */
  readonly what?: 'scenario' | 'drawing';
}

/** Earlier work that was taken up again, and a word about other tabs. */
export function WorkBanner({ restored, otherTab, what = 'scenario' }: WorkBannerProps) {
  const [kept, setKept] = useState(false);
  if ((!restored || kept) && !otherTab) return null;
  return (
    <div className={styles.banners} role="status">
      {restored && !kept ? (
        <div className={classes(frame.strip, styles.banner)}>
          <History aria-hidden="true" />
          <p>Your work of {when(restored.savedAt)} is back.</p>
          <Button size="sm" variant="primary" onClick={() => setKept(true)}>
            Continue
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              setKept(true);
              restored.onStartFresh();
            }}
          >
            Start again
          </Button>
        </div>
      ) : null}
      {otherTab ? (
        <div className={classes(frame.strip, styles.banner)} data-tone="warn">
          <Copy aria-hidden="true" />
          <p>
            This {what} is open in another tab
            {otherTab.savedAt !== undefined ? `, which saved at ${time(otherTab.savedAt)}` : ''}. Only the tab that
            changes last is kept for the next visit. Save one of them to a file, or close it.
          </p>
        </div>
      ) : null}
    </div>
  );
}

function when(iso: string): string {
  return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}

function time(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
