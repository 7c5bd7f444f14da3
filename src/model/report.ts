import type { Evidence, Reason, Trace } from './trace';

/** `silent` means that the subject has nothing to do with the question. */
export type Answer = 'meets' | 'misses' | 'silent';

/** One subject's answer to one check, with its witness or counterexample. */
export interface Finding extends Evidence {
  readonly answer: Answer;
  readonly reason: Reason;
  readonly trace?: Trace;
}

/** Something that is wrong with the drawing itself, whatever the scenario wants. */
export interface Problem extends Evidence {
  readonly severity: 'error' | 'warning';
  readonly reason: Reason;
}

export interface RequirementResult {
  readonly id: string;
  readonly met: boolean;
  readonly points: number;
  readonly earned: number;
  /** findings that meet / findings that do not stay silent. */
  readonly meets: number;
  readonly judged: number;
  readonly findings: readonly Finding[];
}

/** One prediction, as far as the player has committed to an answer. */
export interface PredictionResult {
  readonly id: string;
  readonly points: number;
  readonly earned: number;
  /** ids of the options that were committed, the first one first. */
  readonly committed: readonly string[];
  readonly state: 'open' | 'wrong' | 'right';
  /** what the simulator says about the option that was committed last; empty while the answer is open. */
  readonly findings: readonly Finding[];
}

export interface CostLine extends Evidence {
  readonly label: string;
  /** US dollars per month of 730 hours. */
  readonly monthly: number;
}

export interface Report {
  /** absent where nothing is predicted. */
  readonly predictions?: readonly PredictionResult[];
  readonly requirements: readonly RequirementResult[];
  readonly problems: readonly Problem[];
  readonly traces: readonly Trace[];
  readonly cost: { readonly monthly: number; readonly lines: readonly CostLine[] };
  readonly score: { readonly earned: number; readonly possible: number; readonly stars: 0 | 1 | 2 | 3 };
}
