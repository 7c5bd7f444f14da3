import { resolve } from 'node:path';
import { evaluate } from '../../engine/evaluate';
import type { Facts } from '../../engine/facts';
import { factsOf } from '../../engine/facts-of';
import { simulate } from '../../engine/time/simulate';
import { say, wordsOf } from '../../engine/wording';
import { INCIDENT_WORDS, incidentOf, isDuring, isNews, possibleTargets } from '../../game/drill';
import { playCard } from '../../game/defend';
import { incidentMarkdown } from '../../game/defend-markdown';
import { incidentReport } from '../../game/defend-report';
import type { Rules } from '../../game/judge';
import type { Incident, IncidentKind } from '../../model/incident';
import type { NodeId } from '../../model/diagram';
import { readHandIn } from '../../model/read-design';
import type { Reason } from '../../model/trace';
import type { Outcome, Timeline } from '../../model/timeline';
import { readWith, shownPath, type FileFault } from '../files';
import { faultLine, plain, table } from '../formats/text';
import { EXIT, Refusal, type ExitCode, type Io } from '../io';
import { oneOf, only, readOptions, wholeNumber } from '../options';
import { readScenarioFile, scenarioPath } from '../scenario-files';

export const USAGE =
  'perimeter simulate <scenario> <diagram> [--incident <kind>@<node>[:<hour>]]… [--hours <hours>] [--seed <number>] [--format table|json|markdown]';
const HOUR = 3600;
const QUESTIONS = ['prevented', 'detected', 'notified', 'contained', 'attributable'] as const;

/** Lets the scenario's traffic and incidents, and others if wanted, run against one design. It tells; it does not judge. */
export function simulateCommand(args: readonly string[], io: Io, { catalog, checks }: Rules): ExitCode {
  const { values, positionals } = readOptions(args, { incident: [], hours: '168', seed: '1', format: 'table' });
  const format = oneOf('format', values.format, ['table', 'json', 'markdown']);
  const seed = wholeNumber('seed', values.seed, 0, 2 ** 31 - 1);
  const toHour = wholeNumber('hours', values.hours, 1, 24 * 90);
  const [first = '', ...rest] = positionals;
  const path = resolve(io.cwd, only(rest, 'The scenario or the diagram', USAGE));
  const file = shownPath(path, io.cwd);
  const scenario = readScenarioFile(scenarioPath(first, io.cwd, io.library), io.cwd);
  const design = readWith(path, file, readHandIn);
  if (!scenario.ok) return refuse(scenario.faults, io);
  if (!design.ok) return refuse(design.faults, io);

  const { account, traffic, incidents: given, id } = scenario.value.scenario;
  const facts = factsOf(design.value.diagram, account, catalog);
  const added = wanted(values.incident, facts);
  const tooLate = added.find((one) => !isDuring(one, toHour));
  if (tooLate) {
    const remedy = `Give an hour before ${toHour}, or more --hours.`;
    throw new Refusal(`${tooLate.kind} at hour ${tooLate.atHour} is after the end of the simulation.`, remedy);
  }
  const incidents = [...given.filter((one) => isDuring(one, toHour)), ...added];
  const later = given.filter((one) => !isDuring(one, toHour));
  const words = wordsOf(checks);
  const text = (reason: Reason) => say(reason, words);
  if (format === 'markdown') {
    const report = evaluate(facts, scenario.value.scenario, checks);
    const setting = { facts, report, scenario: scenario.value.scenario, catalog, say: text, at: io.today() };
    const cards = incidents.map((one) => playCard(facts, one, traffic, seed));
    io.out(cards.map((card) => incidentMarkdown(incidentReport(card, setting))).join('\n'));
    return EXIT.ok;
  }
  const timeline = simulate(facts, { seed, fromHour: 0, toHour, traffic, incidents });
  io.out(format === 'json' ? jsonOf(id, file, timeline, later, text) : tableOf(file, timeline, later, facts, text));
  return EXIT.ok;
}

/** `input-drift@fraud-endpoint:30`; the hour is 24 when it is left out. */
function wanted(texts: readonly string[], facts: Facts): readonly Incident[] {
  if (texts.length === 0) return [];
  const targets = possibleTargets(facts);
  return texts.flatMap((text) => text.split(',')).map((one) => readIncident(one.trim(), targets, facts));
}

function readIncident(text: string, targets: ReadonlyMap<IncidentKind, readonly NodeId[]>, facts: Facts): Incident {
  const [, kind = '', target = '', hour = '24'] = /^([a-z-]+)@([^:@]+)(?::(\d+))?$/.exec(text) ?? [];
  const kinds = Object.keys(INCIDENT_WORDS);
  if (!kinds.includes(kind))
    throw new Refusal(`“${text}” is no incident.`, `Write <kind>@<node>:<hour>. Kinds: ${kinds.join(', ')}.`);
  const hit = targets.get(kind as IncidentKind) ?? [];
  const called = hit.filter((id) => facts.node(id)?.name === target);
  const node = hit.find((id) => id === target) ?? called[0];
  if (node !== target && called.length > 1)
    throw new Refusal(`“${target}” is the name of several.`, `Give an id: ${called.join(', ')}.`);
  if (node === undefined) {
    const names = hit.map((id) => facts.node(id)?.name ?? id);
    const remedy =
      names.length > 0 ? `It can happen to ${names.join(', ')}.` : 'It can happen to nothing in this design.';
    throw new Refusal(`${kind} cannot happen to “${target}”.`, remedy);
  }
  const incident = incidentOf(kind as IncidentKind, node, Number(hour));
  if (!incident) throw new Refusal(`“${hour}” is no hour of a simulation.`, 'Give one from 0 to 2160.');
  return incident;
}

function refuse(faults: readonly FileFault[], io: Io): ExitCode {
  for (const fault of faults) io.err(`${faultLine(fault)}\n`);
  return EXIT.unusable;
}

function tableOf(
  file: string,
  { outcomes, events, to }: Timeline,
  later: readonly Incident[],
  facts: Facts,
  text: (reason: Reason) => string,
): string {
  const answer = (outcome: Outcome, question: (typeof QUESTIONS)[number]) => {
    const { holds, at } = outcome[question];
    if (!holds) return 'no';
    return at === undefined ? 'yes' : `after ${hours(at - outcome.at)} h`;
  };
  const rows = outcomes.map((one) => [
    `${one.kind} at ${facts.node(one.target)?.name ?? one.target}`,
    hours(one.at),
    ...QUESTIONS.map((question) => answer(one, question)),
  ]);
  const news = events.filter(isNews);
  return [
    `${plain(file)}: ${hours(to)} hours; incidents: ${outcomes.length}\n`,
    ...later.map(({ kind, atHour }) => `Later, and not simulated: ${kind} at hour ${atHour}.\n`),
    ...(rows.length > 0
      ? ['\n', table([['incident', 'hour', ...QUESTIONS], ...rows])]
      : ['No incident happens in this time. --incident adds one.\n']),
    ...(news.length > 0 ? ['\n', table([['hour', ''], ...news.map((one) => [hours(one.at), text(one.reason)])])] : []),
  ].join('');
}

function jsonOf(
  scenario: string,
  file: string,
  timeline: Timeline,
  later: readonly Incident[],
  text: (reason: Reason) => string,
): string {
  const { seed, from, to, events, outcomes, alarms, records, dropped } = timeline;
  const content = {
    format: 'perimeter-timeline',
    version: 1,
    scenario,
    file,
    seed,
    from,
    to,
    outcomes,
    later,
    events: events.map((one) => ({ at: one.at, kind: one.kind, nodes: one.nodes, text: text(one.reason) })),
    alarms,
    records,
    dropped,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function hours(seconds: number): string {
  return String(Math.round((seconds / HOUR) * 10) / 10);
}
