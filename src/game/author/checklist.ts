import type { Draft } from '../../model/bundle';
import { EMPTY_DIAGRAM } from '../../model/diagram';
import { problemsOf } from '../../model/read-json';
import { Attempt, Solution } from '../../model/scenario';
import type { Rules } from '../judge';
import { CLAIMS, type Claim, type ClaimId, type Gap, type Part, type Proof } from '../proof/contract';
import { coverageGaps, differenceGaps, drawableGaps } from '../proof/designs';
import { SCENARIO } from '../proof/gap';
import { lint } from '../proof/lint';
import { proposalOf } from './designs';
import { playable } from './playable';

/** One thing that is missing: `path` leads to its place in the file that `part` names. */
export type Missing = Pick<Gap, 'part' | 'path' | 'place' | 'reason' | 'remedy'>;

export interface ChecklistLine {
  readonly id: ClaimId | 'written';
  readonly title: string;
  /** `unasked`: only Prove can tell. */
  readonly state: Claim['state'];
  readonly missing: readonly Missing[];
}

/** What only judged designs can show. */
const JUDGED: ReadonlySet<ClaimId> = new Set(['start', 'solved', 'needed', 'exact']);

/**
 * What a draft has and what it lacks, in the order in which an author gets there: what the schema says, then the claims
 * of `prove`. `proof` is the last one of this very draft; without it, what has to be judged stays open.
 */
export function checklist(draft: Draft, rules: Rules, proof?: Proof): readonly ChecklistLine[] {
  const { faults, aligned } = playable(draft.scenario);
  const unwritten = [...faults.map((fault): Missing => ({ ...fault, part: SCENARIO })), ...designFaults(draft)];
  const written: ChecklistLine = {
    id: 'written',
    title: 'Every field that a scenario needs is filled in',
    state: unwritten.length === 0 ? 'holds' : 'open',
    missing: unwritten,
  };
  if (proof)
    return [written, ...proof.claims.map(({ id, title, state, gaps }) => ({ id, title, state, missing: gaps }))];
  const proposal = proposalOf(draft);
  const gaps = aligned
    ? [
        ...lint(proposal.scenario, rules),
        ...drawableGaps(proposal, rules.catalog),
        ...differenceGaps(proposal, rules.catalog),
        ...coverageGaps(proposal),
      ].filter((gap) => !unwritten.some((fault) => isSame(fault, gap)))
    : [];
  const nothingDrawn = draft.solutions.length + draft.attempts.length === 0;
  const nothingAsked = proposal.scenario.requirements.length + proposal.scenario.predictions.length === 0;
  const isUnasked: Partial<Record<ClaimId, boolean>> = {
    drawable: nothingDrawn,
    texts: nothingAsked,
    different: nothingAsked,
    numbers: nothingAsked,
    covered: nothingAsked,
  };
  return [
    written,
    ...(Object.keys(CLAIMS) as ClaimId[]).map((id): ChecklistLine => {
      const missing = gaps.filter(({ claim }) => claim === id);
      const asked = aligned && !JUDGED.has(id) && !isUnasked[id];
      return { id, title: CLAIMS[id], state: missing.length > 0 ? 'open' : asked ? 'holds' : 'unasked', missing };
    }),
  ];
}

/** How many of the lines hold, and how many things are missing. */
export function countOf(lines: readonly ChecklistLine[]): { readonly open: number; readonly unasked: number } {
  return {
    open: lines.reduce((sum, { missing }) => sum + missing.length, 0),
    unasked: lines.filter(({ state }) => state === 'unasked').length,
  };
}

function designFaults(draft: Draft): Missing[] {
  const of = (part: Part, schema: typeof Solution | typeof Attempt, content: object): Missing[] => {
    const read = schema.safeParse({ ...content, diagram: EMPTY_DIAGRAM });
    if (read.success) return [];
    return problemsOf(read.error, '').map((problem, at) => ({
      ...problem,
      part,
      path: (read.error.issues[at]?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key)),
    }));
  };
  return [
    ...draft.solutions.flatMap(({ name, ...content }) => of({ type: 'solution', name }, Solution, content)),
    ...draft.attempts.flatMap(({ name, ...content }) => of({ type: 'attempt', name }, Attempt, content)),
  ];
}

function isSame(one: Missing, other: Missing): boolean {
  return one.place === other.place && one.part.type === other.part.type && one.part.name === other.part.name;
}
