import { Layers } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { clock } from '../../engine/time/diary';
import { cardsOf, shuffled } from '../../game/defend';
import { cardTitle } from '../../game/defend-report';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { NumberInput } from '../../kit/NumberInput';
import { Select } from '../../kit/Select';
import type { Incident } from '../../model/incident';
import type { Defence } from '../../store/state';
import { useFacts, useSession } from '../../store/use-session';
import styles from './defend.module.css';

interface Props {
  readonly defence: Defence;
  readonly onDefence: (defence: Defence) => void;
}

/** The cards that are left: the game deals the next one, or somebody picks one. */
export function Pile({ defence, onDefence }: Props) {
  const facts = useDeferredValue(useFacts());
  const catalog = useSession((state) => state.catalog);
  const offered = useSession((state) => state.scenario.incidents);
  const { seed, pile, dealt } = defence;
  const own = useMemo(() => cardsOf(facts, seed), [facts, seed]);
  const cards = pile === 'scenario' ? offered : own;
  const order = useMemo(
    () =>
      shuffled(
        cards.map((_, index) => index),
        seed,
      ),
    [cards, seed],
  );
  const left = order.filter((index) => !dealt.includes(index));
  const deal = (index: number | undefined): void => {
    const card = index === undefined ? undefined : cards[index];
    if (index === undefined || card === undefined) return;
    onDefence({ ...defence, card, dealt: [...dealt.filter((one) => one !== index), index] });
  };
  const title = (card: Incident) =>
    `${cardTitle(card, (id) => facts.node(id)?.name, catalog)}, ${clock(card.atHour * 3600)}`;
  const piles = [
    ...(offered.length > 0 ? [{ value: 'scenario', label: `Of this scenario (${offered.length})` }] : []),
    { value: 'design', label: `What can happen to this design (${own.length})` },
  ];
  return (
    <section className={styles.pile} aria-label="Pile">
      <Button variant="primary" icon={<Layers />} disabled={left.length === 0} onClick={() => deal(left[0])}>
        Deal a card
      </Button>
      <Field label="Or pick one">
        <Select
          value=""
          onChange={(value) => deal(value === '' ? undefined : Number(value))}
          options={[
            { value: '', label: 'Choose a card' },
            ...cards.map((card, index) => ({ value: String(index), label: title(card) })),
          ]}
        />
      </Field>
      <Field label="Cards">
        <Select
          value={pile}
          onChange={(value) =>
            onDefence({ ...defence, pile: value === 'scenario' ? 'scenario' : 'design', dealt: [], card: undefined })
          }
          options={piles}
        />
      </Field>
      <Field label="Shuffle">
        <NumberInput
          value={seed}
          min={0}
          max={1_000_000}
          step={1}
          onChange={(value) => onDefence({ ...defence, seed: Math.round(value ?? 1), dealt: [] })}
        />
      </Field>
      <p className={styles.faint} aria-live="polite">
        {left.length === 0
          ? cards.length === 0
            ? 'Nothing can happen to this design yet.'
            : 'Every card has been dealt.'
          : `${left.length} of ${cards.length} cards are left.`}{' '}
        {dealt.length > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => onDefence({ ...defence, dealt: [] })}>
            Shuffle them all again
          </Button>
        ) : null}
      </p>
    </section>
  );
}
