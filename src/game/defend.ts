import type { Facts } from '../engine/facts';
import { Random } from '../engine/time/random';
import { simulate } from '../engine/time/simulate';
import type { Incident, Traffic } from '../model/incident';
import type { Outcome, Seconds, Timeline } from '../model/timeline';
import { incidentOf, possibleTargets } from './drill';

/** The dice of every card: those of the goals, so that a card and a goal about the same incident agree. */
const DICE = 1;
const HOUR = 3600;
/** What nobody ends goes on. Losses are counted for three days, and that is as long as somebody may take to notice. */
export const WATCHED_HOURS = 72;
/** A card is shown from shortly before it happens until shortly after the last answer. */
const AROUND: Seconds = HOUR;
/** When a card of free play happens: monitors have run by then. */
const HAPPENS_AT = 34;
/** Moments at which a card of free play begins differ by so many hours, so that not all of them come at the same time of day. */
const SPREAD_HOURS = 12;

/** A card that was played against one state of the design. */
export interface PlayedCard {
  readonly incident: Incident;
  /** what there is to see of it, without the metrics; it begins and ends with the story of the card. */
  readonly timeline: Timeline;
}

/** The same cards in an order that the seed decides (Fisher and Yates). */
export function shuffled<T>(cards: readonly T[], seed: number): readonly T[] {
  const dice = new Random(seed, 'deck of cards');
  const order = [...cards];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(dice.uniform() * (last + 1));
    const [one, two] = [order[last], order[other]];
    if (one !== undefined && two !== undefined) [order[last], order[other]] = [two, one];
  }
  return order;
}

/** One card for each kind of incident that could happen to the design, at a place that the seed decides. */
export function cardsOf(facts: Facts, seed: number): readonly Incident[] {
  return [...possibleTargets(facts)].flatMap(([kind, targets]) => {
    const dice = new Random(seed, `card ${kind}`);
    const target = targets[Math.floor(dice.uniform() * targets.length)];
    const at = HAPPENS_AT + Math.floor(dice.uniform() * SPREAD_HOURS);
    return target === undefined ? [] : (incidentOf(kind, target, at) ?? []);
  });
}

/** Plays one card, and nothing else, against the design. Nothing that it can meet: no outcomes. */
export function playCard(facts: Facts, incident: Incident, traffic: Traffic, seed = DICE): PlayedCard {
  const toHour = incident.atHour + Math.max(WATCHED_HOURS, incident.hours ?? 0);
  const whole = simulate(facts, { seed, fromHour: 0, toHour, traffic, incidents: [incident] });
  const [from, to] = storyOf(whole);
  const during = ({ at }: { readonly at: Seconds }) => at >= from && at <= to;
  return {
    incident,
    timeline: {
      ...whole,
      from,
      to,
      events: whole.events.filter(during),
      series: [],
      alarms: whole.alarms.map((one) => ({ ...one, changes: one.changes.filter(during) })),
      records: [],
    },
  };
}

/** From shortly before the first outcome until shortly after the last answer to any question. */
function storyOf({ outcomes, from, to }: Timeline): readonly [Seconds, Seconds] {
  const [first] = outcomes;
  if (!first) return [from, to];
  const starts = outcomes.map(({ at }) => at);
  const answers = outcomes.flatMap(({ at, detected, notified, contained }) =>
    [detected, notified, contained].map((one) => one.at ?? at),
  );
  return [Math.max(from, Math.min(...starts) - AROUND), Math.min(to, Math.max(...starts, ...answers) + AROUND)];
}

/** How a card ended, from best to worst. */
export type Standing = 'prevented' | 'contained' | 'told' | 'noticed' | 'unnoticed' | 'nowhere';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  prevented: 'Prevented',
  contained: 'Ended by the design',
  told: 'Somebody was told',
  noticed: 'Noticed, nobody told',
  unnoticed: 'Nobody noticed',
  nowhere: 'Met nothing',
};

const ORDER: readonly Standing[] = ['prevented', 'contained', 'told', 'noticed', 'unnoticed'];

/** Of several outcomes the worst counts. */
export function standingOf({ timeline }: PlayedCard): Standing {
  const each = new Set(timeline.outcomes.map(standing));
  return ORDER.findLast((one) => each.has(one)) ?? 'nowhere';
}

function standing({ prevented, contained, notified, detected }: Outcome): Standing {
  if (prevented.holds) return 'prevented';
  if (contained.holds) return 'contained';
  if (notified.holds) return 'told';
  return detected.holds ? 'noticed' : 'unnoticed';
}
