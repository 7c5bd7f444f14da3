import { ArrowRight, Clock, Star, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Best } from '../game/progress';
import { Badge } from '../kit/Badge';
import { IconButton } from '../kit/IconButton';
import type { Scenario } from '../model/scenario';
import styles from './app.module.css';

export type CardScenario = Pick<Scenario, 'id' | 'title' | 'summary' | 'task' | 'difficulty' | 'minutes' | 'domain'>;

const TASKS: Readonly<Record<Scenario['task'], string>> = {
  build: 'Build',
  fix: 'Fix',
  complete: 'Complete',
  predict: 'Predict',
  harden: 'Harden',
  defend: 'Defend',
};

interface Props {
  readonly scenario: CardScenario;
  readonly best: Best | undefined;
  readonly started: boolean;
  /** for a scenario that came as a file: takes it out of the list. */
  readonly onRemove: (() => void) | undefined;
}

export function ScenarioCard({ scenario, best, started, onRemove }: Props) {
  return (
    <li className={styles.entry}>
      <Link href={`/play/${scenario.id}`} className={styles.card}>
        <span className={styles.cardHead}>
          <Badge tone="accent">{TASKS[scenario.task]}</Badge>
          <Badge>{scenario.difficulty}</Badge>
          {onRemove ? <Badge>from a file</Badge> : null}
          <span className={styles.cardStars} role="img" aria-label={`${best?.stars ?? 0} of 3 stars`}>
            {[1, 2, 3].map((star) => (
              <Star key={star} aria-hidden="true" data-lit={star <= (best?.stars ?? 0) || undefined} />
            ))}
          </span>
        </span>
        <span className={styles.cardTitle}>{scenario.title}</span>
        <span className={styles.cardSummary}>{scenario.summary}</span>
        <span className={styles.cardFoot}>
          <span>
            <Clock aria-hidden="true" /> {scenario.minutes} minutes
          </span>
          {best ? (
            <span>
              Best {best.earned} / {best.possible}
            </span>
          ) : null}
          <span className={styles.go}>
            {started ? 'Continue' : 'Start'} <ArrowRight aria-hidden="true" />
          </span>
        </span>
      </Link>
      {onRemove ? (
        <span className={styles.remove}>
          <IconButton
            size="sm"
            label={`Take “${scenario.title}” out of the list`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={onRemove}
          />
        </span>
      ) : null}
    </li>
  );
}
