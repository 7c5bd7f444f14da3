import type { Facts } from '../engine/facts';
import { simulate } from '../engine/time/simulate';
import { World } from '../engine/time/world';
import type { NodeId } from '../model/diagram';
import { Incident, Traffic, type IncidentKind } from '../model/incident';
import type { AlarmState, Seconds, TimelineEvent } from '../model/timeline';

interface IncidentWords {
  readonly title: string;
  /** what happens, in one sentence. */
  readonly help: string;
}

/** Every kind of incident in the words of the game, in the order in which it is offered. */
export const INCIDENT_WORDS: Readonly<Record<IncidentKind, IncidentWords>> = {
  'input-drift': { title: 'Input drift', help: 'One feature of the requests moves away from the training data.' },
  'concept-drift': { title: 'Concept drift', help: 'Inputs look the same, yet the right answers are other ones.' },
  'bias-drift': { title: 'Bias drift', help: 'One group of people gets fewer positive answers than before.' },
  'feature-schema-change': {
    title: 'Feature schema change',
    help: 'The callers change the columns that they send, without a word.',
  },
  latency: { title: 'Slow answers', help: 'The model takes many times as long as before.' },
  errors: { title: 'Failing answers', help: 'Part of the requests ends in an error of the model.' },
  'bad-deployment': { title: 'Bad deployment', help: 'A new version goes live, and it is worse than the old one.' },
  'capture-disk-full': { title: 'Disk full', help: 'The disk of the instances fills up, so data capture stops.' },
  'long-lived-key-stolen': {
    title: 'Stolen access key',
    help: 'Somebody far away has a long-lived access key, if there is one to steal.',
  },
  'notebook-exfiltration': {
    title: 'Data leaves a notebook',
    help: 'Code in a notebook reads data and tries to send it out of the account.',
  },
  'resource-deleted': { title: 'Resource deleted', help: 'Somebody whose credentials allow it deletes the resource.' },
  'bucket-made-public': {
    title: 'Bucket made public',
    help: 'Somebody whose credentials allow it opens a bucket to everybody.',
  },
  'key-disabled': { title: 'Key disabled', help: 'Somebody whose credentials allow it disables a KMS key.' },
  'key-deletion-scheduled': {
    title: 'Key scheduled for deletion',
    help: 'Somebody whose credentials allow it schedules a KMS key for deletion.',
  },
  'key-closed-to-services': {
    title: 'Key policy closed to services',
    help: 'A key policy goes back to the account alone: services that come in their own name are locked out.',
  },
  'trail-stopped': {
    title: 'Trail stopped',
    help: 'Somebody whose credentials allow it stops the logging of a trail.',
  },
  'certificate-expiring': {
    title: 'Certificate expiring',
    help: 'A certificate has few days left. What does not renew by itself expires, and clients hang up.',
  },
  'zone-lost': {
    title: 'Availability Zone lost',
    help: 'The zone of a subnet fails, with all that stands in it.',
  },
  'nat-lost': { title: 'NAT gateway lost', help: 'A NAT gateway fails.' },
};

const KINDS = Object.keys(INCIDENT_WORDS) as IncidentKind[];

interface NumberBounds {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** How bad it is: the numbers of an incident that a player may change, with their bounds. */
export const INCIDENT_NUMBERS = {
  shift: { title: 'Shift, in standard deviations', min: -10, max: 10 },
  accuracyDrop: { title: 'Share of right answers that turn wrong', min: 0, max: 1 },
  gap: { title: 'Share of positive answers that a group loses', min: 0, max: 1 },
  factor: { title: 'Times as slow', min: 1, max: 1000 },
  latencyFactor: { title: 'Times as slow', min: 1, max: 1000 },
  share: { title: 'Share of requests that fail', min: 0, max: 1 },
  errors: { title: 'Share of answers that are errors', min: 0, max: 1 },
  recordsPerHour: { title: 'Records an hour', min: 0, max: 1_000_000 },
  daysLeft: { title: 'Days left', min: 1, max: 45, whole: true },
} as const satisfies Readonly<Record<string, NumberBounds>>;
export type IncidentNumber = keyof typeof INCIDENT_NUMBERS;

/** The numbers of one incident, in its own order. */
export function numbersOf(incident: Incident): readonly { readonly field: IncidentNumber; readonly value: number }[] {
  return Object.entries(incident).flatMap(([field, value]) =>
    isNumber(field) && typeof value === 'number' ? [{ field, value }] : [],
  );
}

function isNumber(field: string): field is IncidentNumber {
  return Object.hasOwn(INCIDENT_NUMBERS, field);
}

/** What an incident may say in words, beside where and when. */
export const INCIDENT_TEXTS = {
  feature: { title: 'Feature', usual: 'The first one' },
  change: { title: 'What changes', usual: '' },
  by: { title: 'Who does it', usual: 'Anybody whose credentials allow it' },
} as const;
export type IncidentText = keyof typeof INCIDENT_TEXTS;

/** How a schema can change, in words. */
export const SCHEMA_CHANGES = {
  missing: 'The column is missing',
  type: 'It arrives as text in place of a number',
  new: 'A new column appears',
} as const;

/** The words that an incident of this kind takes. */
export function textsOf(kind: IncidentKind): readonly IncidentText[] {
  const tries: Readonly<Record<IncidentText, string>> = { feature: 'x', change: 'missing', by: 'x' };
  const fields = Object.keys(INCIDENT_TEXTS) as IncidentText[];
  return fields.filter((field) => incidentOf(kind, 'x', 0, { [field]: tries[field] }) !== undefined);
}

export type IncidentDetails = { readonly [field in IncidentNumber]?: number } & {
  readonly [field in IncidentText]?: string;
};

/** An incident as usual, or with other numbers and words; `undefined` when they make no incident. */
export function incidentOf(
  kind: IncidentKind,
  on: string,
  atHour: number,
  details: IncidentDetails = {},
): Incident | undefined {
  const parsed = Incident.safeParse({ kind, on, atHour, ...details });
  return parsed.success ? parsed.data : undefined;
}

/** What an incident says in words: `Who does it: ada`. Usual words are left out. */
export function wordsIn(
  incident: Incident,
  nameOf: (id: string) => string | undefined,
): readonly { readonly title: string; readonly value: string }[] {
  const say = (field: IncidentText, value: string | undefined) =>
    value === undefined ? [] : [{ title: INCIDENT_TEXTS[field].title, value }];
  return [
    ...('change' in incident ? say('change', SCHEMA_CHANGES[incident.change]) : []),
    ...('feature' in incident ? say('feature', incident.feature) : []),
    ...('by' in incident ? say('by', incident.by && (nameOf(incident.by) ?? `every ${incident.by}`)) : []),
  ];
}

/** The features that requests have in this design: as the scenario says, and what the monitors watch. */
export function featuresIn(facts: Facts, traffic: Traffic): readonly string[] {
  return new World(facts, { seed: 0, from: 0, to: 0, traffic }).features;
}

/** Whose credentials somebody could use. */
export function actorsIn(facts: Facts): readonly NodeId[] {
  return facts.nodes.flatMap(({ id }) => (facts.timeOf(id)?.wields ? [id] : []));
}

/** What each kind of incident could happen to in this design. The simulation itself says so, over no time at all. */
export function possibleTargets(facts: Facts): ReadonlyMap<IncidentKind, readonly NodeId[]> {
  const incidents = KINDS.flatMap((kind) => facts.nodes.flatMap(({ id }) => incidentOf(kind, id, 0) ?? []));
  const { outcomes } = simulate(facts, { seed: 0, fromHour: 0, toHour: 0, traffic: Traffic.parse({}), incidents });
  const targets = new Map<IncidentKind, readonly NodeId[]>(KINDS.map((kind) => [kind, []]));
  for (const { incident, kind, target } of outcomes) {
    // The id of one node may be the name of what another one is: that one is asked about by its own id.
    if (incidents[incident]?.on === target) targets.set(kind, [...(targets.get(kind) ?? []), target]);
  }
  return targets;
}

/** Whether it begins before a run of so many hours ends. */
export function isDuring({ atHour }: Incident, hours: number): boolean {
  return atHour < hours;
}

/** An alarm that comes to rest is no news to most readers, and many do so every hour. */
export function isNews({ kind, reason }: TimelineEvent): boolean {
  return kind !== 'alarm' || !('to' in reason.values) || reason.values['to'] === ('ALARM' satisfies AlarmState);
}

const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
] as const;

/** `2 d 3 h`, `1 h 14 min`, `45 s`: two units are enough. */
export function span(seconds: Seconds): string {
  const first = UNITS.findIndex((unit) => seconds >= unit.seconds);
  if (first === -1) return `${Math.round(seconds)} s`;
  let left = seconds;
  const parts = UNITS.slice(first, first + 2).flatMap(({ name, seconds: size }) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return parts.join(' ');
}
