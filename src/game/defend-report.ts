import type { KindCatalog } from '../catalog/kind';
import type { Facts } from '../engine/facts';
import { selects } from '../engine/monitoring/record';
import { clock } from '../engine/time/diary';
import { Incident } from '../model/incident';
import type { Report, RequirementResult } from '../model/report';
import type { Requirement, Scenario } from '../model/scenario';
import type { AuditRecord, Outcome, Verdict } from '../model/timeline';
import { firstFailure, type Reason, type TraceStep } from '../model/trace';
import { WATCHED_HOURS, type PlayedCard } from './defend';
import { INCIDENT_WORDS, isNews, span } from './drill';
import { count, dollars, listWords } from './words';

/** More lines than anybody reads. */
const MOST_EVENTS = 40;
const MOST_LINES = 8;
const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;

/** The section that says what was missing. */
export const NEEDED = 'What would have noticed it, or named who did it';

export interface ReportSection {
  readonly title: string;
  /** sentences; each is a line of its own. */
  readonly lines: readonly string[];
}
/** What became of one incident, in words: what the screen, the paper and the Markdown file show. */
export interface IncidentReport {
  readonly title: string;
  readonly subject: string;
  /** when it was written, ISO 8601. */
  readonly at: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly timeline: readonly { readonly at: string; readonly text: string }[];
}

export interface IncidentSetting {
  /** the design that the card was played against, and how it was judged. */
  readonly facts: Facts;
  readonly report: Report;
  readonly scenario: Scenario;
  /** for the titles of kinds. */
  readonly catalog: KindCatalog;
  /** a reason as a sentence. */
  readonly say: (reason: Reason) => string;
  /** ISO 8601; the report never asks a clock. */
  readonly at: string;
}

/** `Stolen access key at loan-ops`, `Trail stopped at every CloudTrail trail` */
export function cardTitle(
  { kind, on }: Incident,
  name: (id: string) => string | undefined,
  catalog: KindCatalog,
): string {
  return `${INCIDENT_WORDS[kind].title} at ${name(on) ?? `every ${catalog.get(on)?.title ?? on}`}`;
}

/** The post-incident report of a card. */
export function incidentReport(card: PlayedCard, setting: IncidentSetting): IncidentReport {
  const { facts, scenario, catalog, say, at } = setting;
  const nameOf = (id: string) => facts.node(id)?.name ?? id;
  const { outcomes, events } = card.timeline;
  const each = (lines: (outcome: Outcome) => readonly string[]) => {
    const several = outcomes.length > 1;
    return outcomes.flatMap((one) => lines(one).map((line) => (several ? `${nameOf(one.target)}: ${line}` : line)));
  };
  const news = events.filter(isNews);
  const more = news.length - MOST_EVENTS;
  const missing = [...new Set(outcomes.flatMap((one) => whatWouldHelp(one, setting)))];
  return {
    title: `Post-incident report: ${cardTitle(card.incident, (id) => facts.node(id)?.name, catalog)}`,
    subject: scenario.title,
    at,
    summary: summaryOf(outcomes),
    notes: [
      `Played in simulated time, which starts on a Monday at 00:00 UTC. Losses are counted for at most ${span(WATCHED_HOURS * HOUR)}, against the same time without the incident.`,
    ],
    sections: [
      section('What happened', [
        INCIDENT_WORDS[card.incident.kind].help,
        ...each((one) => [
          `It began on ${utc(one.at)} at ${nameOf(one.target)}.`,
          ...some(stepsOf(one, ['info', 'fail']).map(({ reason }) => say(reason))),
        ]),
      ]),
      section(
        'What noticed it',
        each((one) => [
          one.prevented.holds
            ? 'It came to nothing, so there was nothing to notice.'
            : one.detected.holds
              ? `${one.detected.by.map(nameOf).join(', ')}, after ${after(one, one.detected)}.`
              : 'Nothing.',
        ]),
      ),
      section(
        'Who was told',
        each(({ prevented, notified, ...one }) => [
          notified.holds
            ? `${notified.who.join(', ')}, after ${after(one, notified)}.`
            : prevented.holds
              ? 'Nobody had to be.'
              : 'Nobody.',
        ]),
      ),
      section(
        'Who did it',
        each(({ attributable }) =>
          attributable.holds
            ? some(attributable.records.map((one) => recordLine(one, nameOf)))
            : ['No record names anybody.'],
        ),
      ),
      section('What was lost', each(lossLines)),
      section(
        'What stopped it',
        each((one) => stopLines(one, nameOf, say)),
      ),
      section(NEEDED, missing),
      section('Goals and controls that it touches', touched(card, setting)),
    ].filter(({ lines }) => lines.length > 0),
    timeline: [
      ...news.slice(0, MOST_EVENTS).map((one) => ({ at: utc(one.at), text: say(one.reason) })),
      ...(more > 0 ? [{ at: '', text: `And ${more} more.` }] : []),
    ],
  };
}

function section(title: string, lines: readonly string[]): ReportSection {
  return { title, lines: [...new Set(lines)] };
}

function some(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `And ${more} more.`] : lines;
}

function stepsOf({ prevented }: Outcome, verdicts: readonly TraceStep['verdict'][]): readonly TraceStep[] {
  return prevented.trace.steps.filter(({ verdict }) => verdicts.includes(verdict));
}

/** `Tue 02:00 UTC`, and from the second week on `Tue 02:00 UTC, week 2`. */
function utc(at: number): string {
  const week = Math.floor(at / WEEK);
  return `${clock(at)} UTC${week > 0 ? `, week ${week + 1}` : ''}`;
}

function after({ at }: Pick<Outcome, 'at'>, verdict: Verdict): string {
  return span((verdict.at ?? at) - at);
}

function summaryOf(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return 'Nothing in this design could meet it.';
  const open = outcomes.filter(({ prevented }) => !prevented.holds);
  if (open.length === 0) return 'It came to nothing.';
  const all = (question: 'detected' | 'notified' | 'attributable') => open.every((one) => one[question].holds);
  const names = [...new Set(open.flatMap(({ attributable }) => attributable.who))];
  return [
    all('detected') ? 'It took effect, and was noticed.' : 'It took effect, and nothing showed it.',
    all('notified') ? 'Somebody was told.' : 'Nobody was told.',
    all('attributable') ? `Records name ${listWords(names, 'and')}.` : 'No record names who did it.',
  ].join(' ');
}

function recordLine(record: AuditRecord, nameOf: (id: string) => string): string {
  const { event, principal, target, result, count: calls, trails, history } = record;
  const kept =
    trails.length > 0
      ? `kept by ${trails.map(nameOf).join(', ')}`
      : history
        ? 'kept in the Event history for 90 days'
        : 'kept nowhere';
  return `${principal}: ${event} on ${nameOf(target)}, ${result}, ${count(calls, 'call')} in the hour from ${utc(record.at)}, ${kept}.`;
}

function lossLines({ loss }: Outcome): readonly string[] {
  const lost = [
    ...(loss.requests > 0 ? [`${count(loss.requests, 'request')} without an answer.`] : []),
    ...(loss.wrong > 0 ? [`${count(loss.wrong, 'answer')} that turned wrong.`] : []),
    ...(loss.records > 0 ? [`${count(loss.records, 'record')} seen by strangers.`] : []),
    ...(loss.dollars > 0 ? [`Worth ${dollars(loss.dollars)}.`] : []),
  ];
  return lost.length > 0 ? lost : ['Nothing that is counted.'];
}

function stopLines(one: Outcome, nameOf: (id: string) => string, say: (reason: Reason) => string): readonly string[] {
  const { prevented, contained } = one;
  if (prevented.holds) return some(stepsOf(one, ['pass']).map(({ reason }) => say(reason)));
  if (contained.holds && contained.by !== undefined)
    return [`${nameOf(contained.by)}, after ${after(one, contained)}.`];
  return ['Nothing in the design.'];
}

/** Why the chains did not hold: the hops that failed, calls that nothing records, trails whose files do not arrive. */
function whatWouldHelp(outcome: Outcome, { facts, say }: IncidentSetting): readonly string[] {
  const { prevented, detected, notified, attributable } = outcome;
  if (prevented.holds) return [];
  const failed = [detected, notified]
    .filter((one) => !one.holds)
    .flatMap(({ trace }) => trace.steps.slice(0, -1).filter(isLacking));
  const kept = attributable.records.some(({ trails }) => trails.length > 0);
  const silent = !notified.holds || !kept ? silentTrails(facts, say) : [];
  const unheard = detected.holds ? [] : deafRules(attributable.records, facts);
  return [...failed.map(({ reason }) => say(reason)), ...silent, ...unheard, ...unrecorded(outcome, facts)];
}

/** A hop that failed, or an alarm that could go off and saw no reason to. */
function isLacking({ verdict, reason }: TraceStep): boolean {
  return verdict === 'fail' || reason.code === 'time.stays-quiet';
}

/** Calls that a trail keeps and that no rule hears. */
function deafRules(made: readonly AuditRecord[], facts: Facts): readonly string[] {
  const heard = ({ source, event }: AuditRecord) =>
    facts.nodes.some(({ id }) => facts.timeOf(id)?.hears?.({ source, event }));
  const kept = made.filter((one) => one.category === 'management' && one.trails.length > 0);
  return kept.filter((one) => !heard(one)).map(({ event }) => `No rule hears of ${event}.`);
}

/** Calls of the incident that are data events, where no trail that delivers selects them. */
function unrecorded(outcome: Outcome, facts: Facts): readonly string[] {
  return stepsOf(outcome, ['fail']).flatMap(({ nodes, reason }) => {
    const asked = reason.values['action'];
    return nodes.flatMap((id) => {
      const { record, resource } = facts.operationsOf(id).find(({ action }) => action === asked) ?? {};
      if (record?.category !== 'data') return [];
      const able = facts.trails.some((one) => one.trace.allowed && selects(one, record, resource));
      const name = facts.node(id)?.name ?? id;
      return able
        ? []
        : [`No trail keeps ${record.eventName} on ${name}: it is a data event of ${record.resourceType}.`];
    });
  });
}

function silentTrails(facts: Facts, say: (reason: Reason) => string): readonly string[] {
  if (facts.trails.length === 0)
    return ['No trail is drawn. The Event history keeps management events for 90 days, and no rule hears of calls.'];
  return facts.trails.flatMap(({ trail, trace }) => {
    const broken = firstFailure(trace);
    if (!broken) return [];
    const refused = facts.requests.find(({ spec, trace: way }) => spec.from === trail && !way.allowed);
    const why = refused && firstFailure(refused.trace);
    return [say(broken.reason), ...(why ? [say(why.reason)] : [])];
  });
}

/** Goals that ask about this incident, or that miss at a place that it rests on. */
function touched(card: PlayedCard, { report, scenario }: IncidentSetting): readonly string[] {
  const places = new Set(card.timeline.outcomes.flatMap(placesOf));
  return scenario.requirements.flatMap((one) => {
    const result = report.requirements.find(({ id }) => id === one.id);
    if (!result || !(asksAbout(one, card.incident) || missesAt(result, places))) return [];
    const controls = one.controls.map(({ standard, number }) => `${standard} ${number}`);
    return [
      `${result.met ? 'Met' : 'Not met'}: ${one.title}.${controls.length > 0 ? ` Controls: ${controls.join(', ')}.` : ''}`,
    ];
  });
}

function asksAbout({ params }: Requirement, incident: Incident): boolean {
  const asked = Incident.safeParse(params['incident']);
  if (!asked.success || asked.data.kind !== incident.kind || asked.data.on !== incident.on) return false;
  return actorOf(asked.data) === actorOf(incident);
}

function actorOf(incident: Incident): string | undefined {
  return 'by' in incident ? incident.by : undefined;
}

function missesAt({ findings }: RequirementResult, places: ReadonlySet<string>): boolean {
  return findings.some(({ answer, nodes }) => answer === 'misses' && nodes.some((node) => places.has(node)));
}

function placesOf(outcome: Outcome): readonly string[] {
  const failed = ({ verdict }: TraceStep) => verdict === 'fail';
  const traces = [outcome.prevented, outcome.detected, outcome.notified].map(({ trace }) => trace.steps);
  return [
    outcome.target,
    ...traces
      .flat()
      .filter(failed)
      .flatMap(({ nodes }) => nodes),
  ];
}
