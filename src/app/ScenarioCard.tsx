import { ArrowRight, Check, Clock, Star, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Best } from '../game/progress';
import { dollars } from '../game/words';
import { Badge } from '../kit/Badge';
import { classes } from '../kit/classes';
import { Hidden } from '../kit/Hidden';
import { IconButton } from '../kit/IconButton';
import type { Scenario } from '../model/scenario';
import card from './card.module.css';
import own from './home.module.css';

export type CardScenario = Pick<Scenario, 'id' | 'title' | 'summary' | 'task' | 'difficulty' | 'minutes' | 'domain'>;

export const TASKS: Readonly<Record<Scenario['task'], string>> = {
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
  /** for the scenario that is proposed now: how it is called. */
  readonly next: string | undefined;
  /** for a scenario that came as a file: takes it out of the list. */
  readonly onRemove: (() => void) | undefined;
}

export function ScenarioCard({ scenario, best, started, next, onRemove }: Props) {
  const stars = best?.stars ?? 0;
  const solved = stars >= 2;
  return (
    <li className={classes(card.entry, own.entry)} data-removable={onRemove ? true : undefined}>
      <Link
        href={`/play/${scenario.id}`}
        className={classes(card.card, own.card)}
        data-next={next === undefined ? undefined : true}
      >
        <span className={own.cardHead}>
          <Badge tone={next === undefined ? 'neutral' : 'accent'}>
            {next === undefined ? TASKS[scenario.task] : `${next}: ${TASKS[scenario.task]}`}
          </Badge>
          {solved ? (
            <Badge tone="good" icon={<Check aria-hidden="true" />}>
              Solved
            </Badge>
          ) : null}
          {onRemove ? <Badge>from a file</Badge> : null}
          <span className={own.cardStars} role="img" aria-label={`${stars} of 3 stars`}>
            {[1, 2, 3].map((star) => (
              <Star key={star} aria-hidden="true" data-lit={star <= stars || undefined} />
            ))}
          </span>
        </span>
        <span className={classes(card.title, own.cardTitle)}>{scenario.title}</span>
        <span className={classes(card.summary, own.cardSummary)}>{scenario.summary}</span>
        <span className={classes(card.foot, own.cardFoot)}>
          {best ? (
            <span>
              <Hidden>Best:</Hidden>
              {solved ? `${dollars(best.monthly)} a month` : `${best.earned} of ${best.possible} points`}
            </span>
          ) : (
            <span>
              <Clock aria-hidden="true" /> {scenario.minutes} minutes
            </span>
          )}
          <span className={classes(card.go, own.go)}>
            {solved ? 'Play again' : started ? 'Continue' : 'Start'} <ArrowRight aria-hidden="true" />
          </span>
        </span>
      </Link>
      {onRemove ? (
        <span className={classes(card.remove, own.remove)}>
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
