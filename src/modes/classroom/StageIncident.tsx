import { CircleCheck, CircleDashed, CircleX, Siren } from 'lucide-react';
import { INCIDENT_WORDS } from '../../game/drill';
import type { Room } from '../../model/classroom';
import type { Outcome } from '../../model/timeline';
import { figure } from '../../panels/timeline/points';
import { ANSWERS, questionsOf } from '../../panels/timeline/questions';
import { useSession } from '../../store/use-session';
import { placeOf } from './incident-words';
import { useTrial } from './use-trial';
import styles from './stage.module.css';

const SIGNS = { yes: CircleCheck, no: CircleX, needless: CircleDashed } as const;

interface Props {
  readonly drill: NonNullable<Room['drill']>;
}

/** What is about to happen; then who noticed, and what it cost. */
export function StageIncident({ drill }: Props) {
  const outcomes = useTrial(drill);
  const nodes = useSession((state) => state.diagram.nodes);
  const catalog = useSession((state) => state.catalog);
  const { incident, shown } = drill;
  const { title, help } = INCIDENT_WORDS[incident.kind];
  const [first, ...others] = outcomes ?? [];
  return (
    <section className={styles.card} data-incident aria-label="Incident">
      <h2>
        <Siren aria-hidden="true" />
        {`${title} ${placeOf(incident.on, nodes, catalog)}`}
      </h2>
      {!shown ? <p className={styles.help}>{help}</p> : null}
      {shown && first ? <Answers outcome={first} /> : null}
      {shown && outcomes && !first ? (
        <p className={styles.help}>There is nothing in this design that it can meet.</p>
      ) : null}
      {shown && others.length > 0 ? <p className={styles.help}>It meets {others.length} more.</p> : null}
    </section>
  );
}

function Answers({ outcome }: { readonly outcome: Outcome }) {
  const nodes = useSession((state) => state.diagram.nodes);
  const { loss } = outcome;
  const losses = [
    { many: loss.requests, words: 'requests without an answer' },
    { many: loss.wrong, words: 'wrong answers' },
    { many: loss.records, words: 'records seen by strangers' },
  ].filter(({ many }) => many > 0);
  return (
    <>
      <ul className={styles.answers}>
        {questionsOf(outcome, (id) => nodes[id]?.name ?? id).map(({ question, answer, verdict, detail }) => {
          const Sign = SIGNS[answer];
          return (
            <li key={question} data-answer={answer}>
              <Sign aria-hidden="true" />
              <span>{question}</span>
              <span>
                <strong>{ANSWERS[answer]}</strong>
                {verdict.holds && detail !== '' ? ` ${detail}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={styles.loss}>
        {losses.length === 0
          ? 'Nothing was lost.'
          : losses.map(({ many, words }) => `${figure(many)} ${words}`).join(', ')}
        {loss.dollars > 0 ? `: worth $${figure(loss.dollars)}` : ''}
      </p>
    </>
  );
}
