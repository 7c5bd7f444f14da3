import { Play } from 'lucide-react';
import { clock } from '../../engine/time/diary';
import { cardTitle } from '../../game/defend-report';
import { INCIDENT_NUMBERS, INCIDENT_WORDS, numbersOf, wordsIn } from '../../game/drill';
import { Button } from '../../kit/Button';
import type { Incident } from '../../model/incident';
import { useSession } from '../../store/use-session';
import { figure } from '../timeline/points';
import styles from './defend.module.css';

interface Props {
  readonly incident: Incident;
  readonly onPlay: () => void;
}

/** What is about to happen, to what, and when. */
export function CardFace({ incident, onPlay }: Props) {
  const nodes = useSession((state) => state.diagram.nodes);
  const catalog = useSession((state) => state.catalog);
  const name = (id: string) => nodes[id]?.name;
  return (
    <article className={styles.card} data-side="face" aria-labelledby="defend-card">
      <h3 id="defend-card">{cardTitle(incident, name, catalog)}</h3>
      <p className={styles.lead}>{INCIDENT_WORDS[incident.kind].help}</p>
      <dl className={styles.facts}>
        <div>
          <dt>When</dt>
          <dd>{clock(incident.atHour * 3600)} UTC</dd>
        </div>
        {wordsIn(incident, name).map(({ title, value }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {numbersOf(incident)
          .filter(({ value }) => value !== 0)
          .map(({ field, value }) => (
            <div key={field}>
              <dt>{INCIDENT_NUMBERS[field].title}</dt>
              <dd>{figure(value)}</dd>
            </div>
          ))}
      </dl>
      <Button variant="primary" icon={<Play />} onClick={onPlay}>
        Play it
      </Button>
    </article>
  );
}
