import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from '../kit/classes';
import card from './card.module.css';
import own from './work-home.module.css';

interface Props {
  readonly href: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** at the foot: one `span` each. */
  readonly facts: ReactNode;
  /** what opening it is called. */
  readonly go: string;
  /** in the upper corner. */
  readonly menu?: ReactNode;
  /** in the lower corner. */
  readonly remove?: ReactNode;
}

/** One of the works of this browser; larger than a card on the list of scenarios. */
export function WorkCard({ href, title, summary, facts, go, menu, remove }: Props) {
  return (
    <li className={card.entry}>
      <Link href={href} className={classes(card.card, own.card)}>
        <span className={classes(card.title, own.title, menu !== undefined && own.titled)}>{title}</span>
        <span className={card.summary}>{summary}</span>
        <span className={classes(card.foot, own.foot)}>
          {facts}
          <span className={card.go}>
            {go} <ArrowRight aria-hidden="true" />
          </span>
        </span>
      </Link>
      {menu === undefined ? null : <span className={own.menu}>{menu}</span>}
      {remove === undefined ? null : <span className={classes(card.remove, own.remove)}>{remove}</span>}
    </li>
  );
}

/** When something was changed last. `at`: ISO 8601. */
export function changedAt(at: string): string {
  return new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
