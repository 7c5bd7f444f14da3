import * as z from 'zod/mini';
import type { LooseScenario } from '../../model/bundle';
import type { Json } from '../../model/json';
import { problemsOf, type FileProblem } from '../../model/read-json';
import { contradictions } from '../../model/read-scenario';
import { Requirement, Scenario } from '../../model/scenario';
import { list } from '../../model/schema';
import { isRecord, valueAt, writeAt, type Place } from './place';

export type Fault = FileProblem & { readonly path: Place };

/** Stands where nothing is written yet. */
const BLANK_TEXT = '…';
/** A defect may hide another one below it. */
const MOST_ROUNDS = 8;

/** What can already be drawn and tried: goals and kinds may still be missing. */
const Unfinished = z.extend(Scenario, {
  allowedKinds: list(z.string(), 120),
  requirements: list(Requirement, 40),
});

export interface Playable {
  readonly scenario: Scenario;
  /** what the schema says of the draft as it is; empty for a whole scenario. */
  readonly faults: readonly Fault[];
  /** nothing was left out, so that places in `scenario` are places in the draft. */
  readonly aligned: boolean;
}

/** A new scenario: nothing is filled in but what has a sensible value. */
export function blankScenario(id: string): LooseScenario {
  return {
    format: 'perimeter-scenario',
    version: 1,
    id,
    title: '',
    summary: '',
    story: '',
    task: 'build',
    difficulty: 'foundation',
    minutes: 15,
    domain: 'ML Solution Monitoring, Maintenance, and Security',
    start: { nodes: {} },
    allowedKinds: [],
    requirements: [],
    questions: [],
    debrief: '',
  };
}

/** The scenario that an unfinished one would be: empty texts show a dot, what cannot be understood is left out. */
export function playable(draft: LooseScenario): Playable {
  const strict = Scenario.safeParse(draft);
  if (strict.success) return { scenario: strict.data, faults: contradictions(strict.data), aligned: true };
  const faults = problemsOf(strict.error, '').map((problem, at) => {
    const issue = strict.error.issues[at];
    return { ...problem, ...unwritten(issue), path: namesIn(issue?.path ?? []) };
  });
  let value: Json = draft;
  let aligned = true;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = Unfinished.safeParse(value);
    if (read.success) {
      // Places in it are places in the draft, so what its parts say against each other can be told too.
      const more = aligned
        ? contradictions(read.data).filter(({ place }) => !faults.some((one) => one.place === place))
        : [];
      return { scenario: read.data, faults: [...faults, ...more], aligned };
    }
    // From the back: what is taken out of a list does not move what comes before it.
    for (const issue of read.error.issues.toReversed()) {
      const mended = mend(value, issue);
      value = mended.value;
      aligned = aligned && mended.aligned;
    }
  }
  return { scenario: Unfinished.parse({ ...filled(blankScenario('draft')) }), faults, aligned: false };
}

/** What is empty is not wrong, only not there yet. */
function unwritten(issue: z.core.$ZodIssue | undefined): Partial<FileProblem> {
  if (issue?.code !== 'too_small' || issue.minimum !== 1) return {};
  if (issue.origin === 'string') return { reason: 'Nothing is written here yet.', remedy: 'Write it.' };
  return issue.origin === 'array' ? { reason: 'Nothing is chosen yet.', remedy: 'Choose at least one.' } : {};
}

function mend(value: Json, issue: z.core.$ZodIssue): { value: Json; aligned: boolean } {
  const path = namesIn(issue.path);
  const put = (place: Place, next: Json | undefined) => writeAt(value, place, next) ?? {};
  if (issue.code === 'unrecognized_keys') {
    const kept = issue.keys.reduce<Json>((all, key) => writeAt(all, [...path, key], undefined) ?? {}, value);
    return { value: kept, aligned: true };
  }
  const wantsText =
    (issue.code === 'too_small' && issue.origin === 'string') ||
    (issue.code === 'invalid_type' && issue.expected === 'string');
  if (wantsText && path.at(-1) !== 'id') return { value: put(path, BLANK_TEXT), aligned: true };
  const item = path.findLastIndex((part) => typeof part === 'number');
  if (item >= 0) return { value: put(path.slice(0, item + 1), undefined), aligned: false };
  const [key] = path;
  return key === undefined
    ? { value: filled(blankScenario('draft')), aligned: false }
    : { value: put([key], valueAt(filled(blankScenario('draft')), [key])), aligned: key !== 'start' };
}

function filled(scenario: LooseScenario): LooseScenario {
  return Object.fromEntries(Object.entries(scenario).map(([key, value]) => [key, value === '' ? BLANK_TEXT : value]));
}

function namesIn(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((part) => (typeof part === 'symbol' ? String(part) : part));
}

/** The id of a scenario, as far as one is written. */
export function idOf(draft: LooseScenario): string {
  const id = isRecord(draft) ? draft['id'] : undefined;
  return typeof id === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ? id : 'draft';
}
