import { clock } from '../../engine/time/diary';
import { STANDING_WORDS, standingOf } from '../../game/defend';
import { cardTitle } from '../../game/defend-report';
import { Badge } from '../../kit/Badge';
import type { Round } from '../../store/state';
import { useSession } from '../../store/use-session';
import { toneOf } from './tones';
import rowButton from '../../kit/RowButton.module.css';
import styles from './defend.module.css';

interface Props {
  readonly rounds: readonly Round[];
  /** the round on the table. */
  readonly current: number | undefined;
  readonly onShow: (round: Round) => void;
}

/** What has been played in this session, the last round first. */
export function Rounds({ rounds, current, onShow }: Props) {
  const catalog = useSession((state) => state.catalog);
  if (rounds.length === 0) return null;
  return (
    <section className={styles.rounds} aria-label="Rounds">
      <h3>Rounds</h3>
      <ol reversed start={rounds.at(-1)?.id}>
        {rounds.toReversed().map((round) => {
          const { facts, card, id } = round;
          const standing = standingOf(card);
          return (
            <li key={id}>
              <button
                type="button"
                className={rowButton.row}
                aria-current={id === current || undefined}
                onClick={() => onShow(round)}
              >
                <span>
                  {id}. {cardTitle(card.incident, (one) => facts.node(one)?.name, catalog)},{' '}
                  {clock(card.incident.atHour * 3600)}
                </span>
                <Badge tone={toneOf(standing)}>{STANDING_WORDS[standing]}</Badge>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
