import type { FileProblem } from '../../model/read-json';
import type { Attempt, Scenario, Solution } from '../../model/scenario';

/** A file beside a scenario; `name` is its name without `.json`. */
export interface Named<T> {
  readonly name: string;
  readonly content: T;
}

/** One option of a prediction, held against the start. */
export interface Foretold {
  /** id of the prediction. */
  readonly prediction: string;
  /** id of the option. */
  readonly option: string;
  readonly holds: boolean;
  /** what the simulator says, in sentences. */
  readonly reasons: readonly string[];
}

/** A scenario with everything that is to prove it. */
export interface Proposal {
  readonly scenario: Scenario;
  readonly solutions: readonly Named<Solution>[];
  readonly attempts: readonly Named<Attempt>[];
}

/** What a proven scenario promises, in the order in which an author gets there. */
export const CLAIMS = {
  names: 'Every kind, check and parameter exists',
  texts: 'Every requirement has its hints and its debrief, and there is a question',
  numbers: 'Points, budget and par agree',
  predictions: 'Of each prediction exactly one option is true of the start',
  start: 'The start does not pass',
  solved: 'Every solution meets every requirement, within the budget',
  different: 'There are enough solutions, and they differ in structure',
  drawable: 'Every design can be drawn with what the player is given',
  needed: 'Every part of a solution is needed, or is called decoration',
  exact: 'Every attempt misses exactly what it says',
  covered: 'Every requirement is missed by an attempt',
} as const;
export type ClaimId = keyof typeof CLAIMS;

export type GapCode =
  | 'unknown-kind'
  | 'unknown-check'
  | 'bad-params'
  | 'contradiction'
  | 'bad-policy'
  | 'no-prediction'
  | 'no-true-option'
  | 'many-true-options'
  | 'few-hints'
  | 'empty-text'
  | 'no-question'
  | 'right-answers'
  | 'lopsided-points'
  | 'budget-below-par'
  | 'no-par'
  | 'par-differs'
  | 'start-passes'
  | 'no-solution'
  | 'one-solution'
  | 'same-structure'
  | 'solution-misses'
  | 'over-budget'
  | 'kind-not-allowed'
  | 'locked-missing'
  | 'locked-changed'
  | 'idle-part'
  | 'needed-decoration'
  | 'unknown-decoration'
  | 'attempt-passes'
  | 'attempt-misses-more'
  | 'attempt-meets'
  | 'unknown-requirement'
  | 'no-attempt';

/** Which file a gap is in. `name` is empty for the scenario itself. */
export interface Part {
  readonly type: 'scenario' | 'solution' | 'attempt';
  readonly name: string;
}

/** One thing between a scenario and its proof. `place` and `path` lead into the file that `part` names. */
export interface Gap extends FileProblem {
  readonly claim: ClaimId;
  readonly code: GapCode;
  readonly part: Part;
  readonly path: readonly (string | number)[];
}

export interface Cell {
  /** id of the requirement. */
  readonly requirement: string;
  readonly met: boolean;
  /** is it met or missed as the file promises? The start promises nothing about one requirement. */
  readonly asSaid: boolean;
  /** why it is missed, in sentences; empty when it is met. */
  readonly reasons: readonly string[];
}

/** One design against every requirement of the scenario, in the scenario's order. */
export interface Row {
  readonly type: 'start' | 'solution' | 'attempt';
  /** name of its file; empty for the start. */
  readonly name: string;
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly earned: number;
  readonly stars: 0 | 1 | 2 | 3;
  /** US dollars a month. */
  readonly monthly: number;
}

export interface Claim {
  readonly id: ClaimId;
  readonly title: string;
  /** `unasked`: something else is missing first, so that nothing could be tried. */
  readonly state: 'holds' | 'open' | 'unasked';
  readonly gaps: readonly Gap[];
}

export interface Proof {
  /** id of the scenario. */
  readonly scenario: string;
  /** every claim holds. */
  readonly proven: boolean;
  readonly claims: readonly Claim[];
  /** prediction × option; empty where nothing is predicted. */
  readonly foretold: readonly Foretold[];
  /** requirement × design. Of a solution and an attempt everything counts as foretold. */
  readonly matrix: readonly Row[];
  /** how many parts of each solution were taken away, one at a time. */
  readonly ablated: Readonly<Record<string, number>>;
}

/** How far a proof has come, in designs judged. */
export interface ProofStep {
  readonly done: number;
  readonly total: number;
  /** what was judged: `solution endpoints-only without vpc-1`. */
  readonly what: string;
}
