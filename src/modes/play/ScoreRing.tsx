import { Star } from 'lucide-react';
import { useSession } from '../../store/use-session';
import styles from './play.module.css';

const RADIUS = 13;
const LENGTH = 2 * Math.PI * RADIUS;

/** Points and stars so far; opens what the score is made of. */
export function ScoreRing({ onOpen }: { readonly onOpen: () => void }) {
  const { earned, possible, stars } = useSession((state) => state.report.score);
  const part = possible > 0 ? earned / possible : 0;
  return (
    <button
      type="button"
      className={styles.score}
      onClick={onOpen}
      aria-label={`Score: ${earned} of ${possible} points, ${stars} of 3 stars. Open the summary.`}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true" data-full={part === 1 || undefined}>
        <circle cx="16" cy="16" r={RADIUS} />
        <circle cx="16" cy="16" r={RADIUS} strokeDasharray={`${part * LENGTH} ${LENGTH}`} />
      </svg>
      <span className={styles.scoreWords} aria-hidden="true">
        <strong>{earned}</strong> / {possible}
      </span>
      <Stars stars={stars} />
    </button>
  );
}

export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span className={styles.stars} aria-hidden="true">
      {[1, 2, 3].map((star) => (
        <Star key={star} data-lit={star <= stars || undefined} />
      ))}
    </span>
  );
}
