import { useState } from 'react';
import { playCard, STANDING_WORDS, standingOf } from '../../game/defend';
import { EmptyState } from '../../kit/EmptyState';
import { Hidden } from '../../kit/Hidden';
import type { Incident } from '../../model/incident';
import type { Defence, Round } from '../../store/state';
import { useActions, useFacts, useSession } from '../../store/use-session';
import type { ReportDesk } from '../audit/AuditPanel';
import { CardBack } from './CardBack';
import { CardFace } from './CardFace';
import { Pile } from './Pile';
import { Rounds } from './Rounds';
import { Story } from './Story';
import styles from './defend.module.css';

/** Earlier rounds than these are forgotten. */
const MOST_ROUNDS = 20;

/** `again`: somebody watches what they have seen the end of. */
type Phase = 'face' | 'story' | 'again' | 'back';

/** Incident cards, dealt on the design as it is now: each is played, turned over, and may be played again. */
export function DefendPanel({ desk }: { readonly desk: ReportDesk }) {
  const facts = useFacts();
  const scenario = useSession((state) => state.scenario);
  const report = useSession((state) => state.report);
  const kept = useSession((state) => state.defence);
  const { setDefence } = useActions();
  const defence: Defence = kept ?? {
    seed: 1,
    pile: scenario.incidents.length > 0 ? 'scenario' : 'design',
    dealt: [],
    rounds: [],
  };
  const { card, rounds } = defence;
  const [shown, setShown] = useState<Round | undefined>(() => rounds.findLast((one) => one.card.incident === card));
  const [phase, setPhase] = useState<Phase>(shown ? 'back' : 'face');
  const [said, setSaid] = useState('');

  const lay = (next: Defence): void => {
    setDefence(next);
    setShown(undefined);
    setPhase('face');
    setSaid('');
  };
  const play = (incident: Incident): void => {
    const round: Round = {
      id: (rounds.at(-1)?.id ?? 0) + 1,
      card: playCard(facts, incident, scenario.traffic),
      facts,
      report,
    };
    setDefence({ ...defence, card: incident, rounds: [...rounds, round].slice(-MOST_ROUNDS) });
    setShown(round);
    setPhase(round.card.timeline.outcomes.length > 0 ? 'story' : 'back');
  };
  const turn = (round: Round): void => {
    setPhase('back');
    setSaid(`The card is turned over. ${STANDING_WORDS[standingOf(round.card)]}.`);
  };
  return (
    <section className={styles.panel} aria-label="Defend">
      <Pile defence={defence} onDefence={lay} />
      <div className={styles.table}>
        {card === undefined ? (
          <EmptyState title="No card lies on the table">
            A card is one incident. It is played against the design on the canvas, and turns over into what became of
            it.
          </EmptyState>
        ) : (phase === 'story' || phase === 'again') && shown ? (
          <Story key={shown.id} round={shown} onEnd={() => turn(shown)} />
        ) : phase === 'back' && shown ? (
          <CardBack
            key={shown.id}
            round={shown}
            stale={shown.facts !== facts}
            desk={desk}
            onAgain={() => play(card)}
            onWatch={() => setPhase('again')}
          />
        ) : (
          <CardFace incident={card} onPlay={() => play(card)} />
        )}
      </div>
      <Rounds
        // The end of a story is not told before it.
        rounds={phase === 'story' ? rounds.slice(0, -1) : rounds}
        current={shown?.id}
        onShow={(round) => {
          setDefence({ ...defence, card: round.card.incident });
          setShown(round);
          setPhase('back');
        }}
      />
      <Hidden live>{said}</Hidden>
    </section>
  );
}
