import type { Checks } from '../engine/check';
import { ask } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import type { NodeId } from '../model/diagram';
import { Incident, type Traffic } from '../model/incident';
import type { Control } from '../model/pack';
import type { Finding } from '../model/report';
import type { Evidence, Trace } from '../model/trace';
import { cardsOf, playCard, STANDING_WORDS, standingOf, type PlayedCard } from './defend';
import { INCIDENT_WORDS, possibleTargets } from './drill';
import { count } from './words';

/** What a design is good at. Money stands beside these: it has no share. */
export const QUALITIES = ['security', 'detection', 'least-privilege', 'availability'] as const;
export type Quality = (typeof QUALITIES)[number];

export const QUALITY_WORDS: Readonly<Record<Quality, { readonly title: string; readonly asks: string }>> = {
  security: { title: 'Security', asks: 'controls on networks, keys and policies' },
  detection: { title: 'Detection', asks: 'incidents that are noticed, and controls on records' },
  'least-privilege': { title: 'Least privilege', asks: 'identities and policies that grant what is used' },
  availability: { title: 'Availability', asks: 'losses of a zone or a gateway that cost no request' },
};

/** One thing that was asked of the design, and whether it holds. */
export interface Point extends Evidence {
  readonly quality: Quality;
  readonly good: boolean;
  readonly title: string;
  readonly says?: string;
  readonly trace?: Trace;
}

interface Asked {
  readonly facts: Facts;
  readonly checks: Checks;
  readonly controls: readonly Control[];
  readonly traffic: Traffic;
}

/** Actions that a service needs of its role and that no drawn request shows: logs, metrics, interfaces, images. */
const NEEDED_BY_SERVICES = ['logs:*', 'cloudwatch:PutMetricData', 'ecr:*', 'ec2:*NetworkInterface*', 'ec2:Describe*'];
/** A loss begins when monitors have run, and lasts two hours. */
const LOST_AT_HOUR = 34;
const LOST_HOURS = 2;
const SEED = 1;

/**
 * Everything that can be asked of the design, one answer at a time, so that whoever shows it can stop in between: a
 * control costs little, an incident is three simulated days.
 */
export function* weigh(asked: Asked): Generator<Point, void> {
  const { facts, checks, controls, traffic } = asked;
  for (const control of controls) {
    const point = judged(control, ask(control, facts, checks).findings);
    if (point) yield point;
  }
  yield* identities(facts, checks);
  for (const incident of losses(facts)) {
    const point = survives(facts, playCard(facts, incident, traffic, SEED));
    if (point) yield point;
  }
  for (const incident of cardsOf(facts, SEED)) {
    const point = noticed(facts, playCard(facts, incident, traffic, SEED));
    if (point) yield point;
  }
}

/** How much of what could be asked of one quality holds. */
export interface Reading {
  readonly quality: Quality;
  readonly good: number;
  readonly of: number;
  /** what does not hold comes first. */
  readonly points: readonly Point[];
}

export function readingsOf(points: readonly Point[]): readonly Reading[] {
  return QUALITIES.map((quality) => {
    const own = points.filter((point) => point.quality === quality);
    return {
      quality,
      good: own.filter(({ good }) => good).length,
      of: own.length,
      points: own.toSorted((a, b) => Number(a.good) - Number(b.good)),
    };
  });
}

function judged({ serves, demand }: Control, findings: readonly Finding[]): Point | undefined {
  const answered = findings.filter(({ answer }) => answer !== 'silent');
  if (answered.length === 0) return undefined;
  const misses = answered.filter(({ answer }) => answer === 'misses');
  const shown = misses.length > 0 ? misses : answered;
  return {
    quality: serves,
    good: misses.length === 0,
    title: demand,
    says: `${answered.length - misses.length} of ${answered.length}`,
    nodes: [...new Set(shown.flatMap(({ nodes }) => nodes))],
  };
}

/** One point for each identity that works: does it hold more than its work needs? */
function* identities(facts: Facts, checks: Checks): Generator<Point, void> {
  const question = { check: 'least-privilege', params: { tolerate: NEEDED_BY_SERVICES } };
  const byIdentity = new Map<NodeId, Finding[]>();
  for (const finding of ask(question, facts, checks).findings) {
    const [who] = finding.nodes;
    if (who !== undefined && finding.answer !== 'silent')
      byIdentity.set(who, [...(byIdentity.get(who) ?? []), finding]);
  }
  for (const [who, findings] of byIdentity) {
    const excess = findings.filter(({ answer }) => answer === 'misses');
    yield {
      quality: 'least-privilege',
      good: excess.length === 0,
      title: `${facts.node(who)?.name ?? who} holds no more than its work needs.`,
      ...(excess.length > 0 && { says: `${count(excess.length, 'grant')} too many or too wide` }),
      nodes: [who],
      statements: excess.flatMap(({ statements }) => statements ?? []),
    };
  }
}

/** The loss of each zone, and of each NAT gateway, that the drawing has. */
function losses(facts: Facts) {
  const targets = possibleTargets(facts);
  const zones = new Map(
    (targets.get('zone-lost') ?? []).toReversed().map((id) => {
      const facet = facts.networkOf(id);
      return [facet?.role === 'subnet' ? facet.zone : id, id] as const;
    }),
  );
  const lost = (kind: 'zone-lost' | 'nat-lost', on: NodeId) =>
    Incident.parse({ kind, on, atHour: LOST_AT_HOUR, hours: LOST_HOURS });
  return [
    ...[...zones.values()].toReversed().map((id) => lost('zone-lost', id)),
    ...(targets.get('nat-lost') ?? []).map((id) => lost('nat-lost', id)),
  ];
}

/** A drawing in which nobody calls anything loses nothing: then there is nothing to say. */
function survives(facts: Facts, card: PlayedCard): Point | undefined {
  const [outcome] = card.timeline.outcomes;
  const works = facts.requests.some(({ spec, trace }) => spec.purpose === 'call' && trace.allowed);
  if (!outcome || !works) return undefined;
  const facet = facts.networkOf(outcome.target);
  const name = facts.node(outcome.target)?.name ?? outcome.target;
  const what = facet?.role === 'subnet' ? `Zone ${facet.zone}` : name;
  const { requests } = outcome.loss;
  return {
    quality: 'availability',
    good: requests === 0,
    title: `${what} fails for ${count(LOST_HOURS, 'hour')}.`,
    says: requests === 0 ? 'No request is lost' : `${count(Math.round(requests), 'request')} not answered`,
    nodes: [outcome.target],
    trace: outcome.prevented.trace,
  };
}

/** What is prevented needs no notice. */
function noticed(facts: Facts, card: PlayedCard): Point | undefined {
  const standing = standingOf(card);
  const [outcome] = card.timeline.outcomes;
  if (!outcome || standing === 'nowhere' || standing === 'prevented') return undefined;
  const name = facts.node(outcome.target)?.name ?? outcome.target;
  return {
    quality: 'detection',
    good: standing === 'told' || standing === 'contained',
    title: `${INCIDENT_WORDS[card.incident.kind].title}: ${name}.`,
    says: STANDING_WORDS[standing],
    nodes: [outcome.target],
    trace: outcome.notified.trace,
  };
}
