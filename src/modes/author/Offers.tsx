import { Check, Plus, Search, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { startOf } from '../../game/author/designs';
import { offering, type Offer, type OfferStep } from '../../game/author/offers';
import { playable } from '../../game/author/playable';
import { withRequirement } from '../../game/author/requirements';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { EmptyState } from '../../kit/EmptyState';
import { TextInput } from '../../kit/TextInput';
import { useAuthor, useAuthorStore } from '../../store/use-author';
import { RunControls } from './RunControls';
import { useSteps, type Running } from './use-steps';
import styles from './views.module.css';

/** What the simulator says is true of every solution and false of the start; one click makes it a requirement. */
export function Offers({ onAdded }: { readonly onAdded: () => void }) {
  const store = useAuthorStore();
  const solutions = useAuthor((state) => state.draft.solutions.length);
  const run = useSteps<OfferStep, void>();
  const [found, setFound] = useState<readonly Offer[]>([]);
  const [taken, setTaken] = useState<ReadonlySet<Offer>>(new Set());
  const [query, setQuery] = useState('');
  const groups = useMemo(() => grouped(found, query), [found, query]);
  const search = (): void => {
    const { draft, rules } = store.getState();
    const { scenario } = playable(draft.scenario);
    const drawings = {
      start: startOf(draft),
      solutions: draft.solutions.map(({ diagram }) => diagram),
      account: scenario.account,
      asked: scenario.requirements,
    };
    setFound([]);
    setTaken(new Set());
    run.start(
      () => offering(drawings, rules),
      ({ offers }) => {
        if (offers.length > 0) setFound((before) => [...before, ...offers]);
      },
    );
  };
  const add = (offer: Offer): void => {
    const { actions } = store.getState();
    actions.edit((draft) => withRequirement(draft, offer));
    setTaken((before) => new Set([...before, offer]));
    onAdded();
  };
  return (
    <section className={styles.section} aria-label="Offers">
      <h2>True of your solution, false of your start</h2>
      <p className={styles.help}>
        Every check is tried with values from your drawings. What all solutions meet and the start misses can be a
        requirement.
      </p>
      <RunControls
        run={run}
        label="Checks tried"
        status={
          <span className={styles.help} role="status">
            {solutions === 0 ? 'Draw a solution first.' : statusOf(run, found.length)}
          </span>
        }
      >
        <Button
          variant={solutions > 0 && found.length === 0 ? 'primary' : 'secondary'}
          icon={<Search />}
          disabled={solutions === 0 || run.state === 'running'}
          onClick={search}
        >
          {run.state === 'idle' ? 'Find requirements' : 'Find again'}
        </Button>
      </RunControls>
      {found.length > 8 ? (
        <TextInput
          type="search"
          aria-label="Search the offers"
          placeholder="Search"
          icon={<Search />}
          value={query}
          onChange={setQuery}
        />
      ) : null}
      {run.state === 'done' && found.length === 0 ? (
        <EmptyState title="Nothing to offer">
          The start already meets all that your solutions meet, or they meet nothing yet. Take something out of the
          start.
        </EmptyState>
      ) : null}
      {groups.map(([question, offers]) => (
        <details key={question} className={styles.offers} open={offers.length <= 3 || query !== ''}>
          <summary>
            {question} <span>{offers.length}</span>
          </summary>
          <p className={styles.clamp} title={offers[0]?.help}>
            {offers[0]?.help}
          </p>
          <ul>
            {offers.map((offer) => (
              <li key={offer.title} className={styles.offer}>
                <div>
                  <p>{offer.title}</p>
                  <p className={styles.reason}>
                    <Check aria-label="Solution" /> {offer.meets}
                  </p>
                  <p className={styles.reason} data-tone="bad">
                    <X aria-label="Start" /> {offer.misses}
                  </p>
                </div>
                <Button
                  size="sm"
                  icon={taken.has(offer) ? <Check /> : <Plus />}
                  disabled={taken.has(offer)}
                  aria-label={taken.has(offer) ? `“${offer.title}” is added` : `Add “${offer.title}”`}
                  onClick={() => add(offer)}
                >
                  {taken.has(offer) ? 'Added' : 'Add'}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** By check, in the order in which they were found. */
function grouped(offers: readonly Offer[], query: string): readonly [string, readonly Offer[]][] {
  const words = query.trim().toLowerCase();
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    if (!`${offer.title} ${offer.question}`.toLowerCase().includes(words)) continue;
    const group = groups.get(offer.question);
    if (group) group.push(offer);
    else groups.set(offer.question, [offer]);
  }
  return [...groups];
}

function statusOf({ state, step }: Running<OfferStep, void>, found: number): string {
  if (state === 'idle') return '';
  if (state === 'running') return step?.what ?? 'Looking';
  return `${count(found, 'requirement')} found${state === 'cancelled' ? ' until you stopped' : ''}.`;
}
