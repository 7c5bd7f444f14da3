import { BookOpenCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { entryOf } from '../game/progress';
import type { Idea } from '../game/progress';
import { cardOf, daysAfter, recordReview } from '../game/review';
import type { Grade, ReviewCard } from '../game/review';
import { planOf } from '../game/review-due';
import type { Place } from '../game/review-due';
import { count } from '../game/words';
import { Button } from '../kit/Button';
import { EmptyState } from '../kit/EmptyState';
import { Meter } from '../kit/Meter';
import { Card } from '../panels/review/Card';
import { loadScenario } from './library';
import { Loading } from './Loading';
import { PageTop } from './PageTop';
import { browserClock } from './ports/clock';
import type { TextStorage } from './ports/storage';
import { changeProgress, loadProgress } from './progress-file';
import { truthsFor } from './truths';
import styles from './app.module.css';
import own from './review.module.css';

interface Due {
  readonly place: Place;
  readonly idea: Idea;
  readonly card: ReviewCard;
}
interface Deck {
  readonly due: readonly Due[];
  /** milliseconds since 1970: when the next one after these comes back. */
  readonly later: number | undefined;
}

/** What was missed in play and is to come back now. */
async function loadDeck(storage: TextStorage): Promise<Deck> {
  const { progress } = await loadProgress(storage);
  const now = Date.parse(browserClock.now());
  const plan = planOf(progress, () => true);
  const due: Due[] = [];
  let later: number | undefined;
  for (const id of new Set(plan.map(({ scenario }) => scenario))) {
    const loaded = await loadScenario(storage, id);
    if (loaded.type !== 'found') continue;
    const truths = await truthsFor(loaded.scenario);
    for (const { at, ...place } of plan.filter(({ scenario }) => scenario === id)) {
      const idea = entryOf(entryOf(progress.review, id) ?? {}, place.idea);
      const card = cardOf(loaded.scenario, place.idea, truths);
      if (!idea || !card) continue;
      if (at <= now) due.push({ place, idea, card });
      else later = Math.min(at, later ?? at);
    }
  }
  return { due, later };
}

/** The review: one card at a time, and how well it was known decides when it comes back. */
export default function ReviewRoute({ storage }: { readonly storage: TextStorage }) {
  const [, navigate] = useLocation();
  const [deck, setDeck] = useState<Deck | undefined>(undefined);
  const [done, setDone] = useState(0);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  useEffect(() => {
    document.title = 'Review · Perimeter';
    let current = true;
    void loadDeck(storage).then((next) => current && setDeck(next));
    return () => {
      current = false;
    };
  }, [storage]);
  if (!deck) return <Loading />;
  const current = deck.due[done];
  const grade = async ({ place }: Due, given: Grade): Promise<void> => {
    const at = browserClock.now();
    const changed = await changeProgress(storage, browserClock, (progress) => recordReview(progress, place, given, at));
    setFailed(changed.ok ? undefined : changed.words);
    if (changed.ok) setDone((now) => now + 1);
  };
  return (
    <div className={styles.home}>
      <PageTop />
      <main className={own.review}>
        <div className={own.head}>
          <h1>Review</h1>
          {deck.due.length > 0 ? (
            <>
              <p role="status">
                {done} of {count(deck.due.length, 'idea')}
              </p>
              <Meter value={done} max={deck.due.length} label="Reviewed" tone="good" />
            </>
          ) : null}
        </div>
        {failed === undefined ? null : (
          <p className={styles.removed} role="alert">
            {failed}
          </p>
        )}
        {current ? (
          <Card
            key={done}
            card={current.card}
            href={`#/play/${current.place.scenario}`}
            days={daysAfter(current.idea, browserClock.now())}
            onGrade={(given) => void grade(current, given)}
          />
        ) : (
          <EmptyState
            title={done > 0 ? 'That is all for now' : 'Nothing to review now'}
            icon={<BookOpenCheck />}
            action={
              <Button variant="primary" autoFocus onClick={() => navigate('/')}>
                To the scenarios
              </Button>
            }
          >
            {afterwards(deck.later)} Questions and predictions that you miss come back here after a day, and so do goals
            that needed more than a nudge.
          </EmptyState>
        )}
      </main>
    </div>
  );
}

function afterwards(later: number | undefined): string {
  if (later === undefined) return '';
  return `The next one comes back on ${new Date(later).toLocaleDateString([], { day: 'numeric', month: 'long' })}.`;
}
