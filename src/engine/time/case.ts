import type { NodeId } from '../../model/diagram';
import type { Incident } from '../../model/incident';
import type { TraceStep } from '../../model/trace';
import type { AuditRecord } from '../../model/timeline';
import type { Payload } from './payload';

/** Something that shows the incident and that the twin without it does not show. */
export interface Sign {
  readonly at: number;
  readonly by: NodeId;
  readonly steps: readonly TraceStep[];
}

export interface Notice extends Sign {
  readonly who: string;
}

/** One incident at one node, while it runs and afterwards. */
export interface Case {
  readonly index: number;
  readonly incident: Incident;
  readonly target: NodeId;
  readonly at: number;
  /** ends by itself. */
  readonly until: number;
  /** what was tried, and what came of it. */
  readonly steps: TraceStep[];
  /** where the messages about it were lost, each place once. */
  readonly lost: TraceStep[];
  /** nothing came of it. */
  refused: boolean;
  /** nodes whose signals it can disturb; `undefined` = any. */
  readonly disturbs: ReadonlySet<NodeId> | undefined;
  payload?: Payload;
  /** what must be asked of the target to end it. */
  undo?: string;
  /** takes the effect back. */
  revert?: () => void;
  ended?: {
    readonly at: number;
    readonly by?: NodeId;
    readonly steps: readonly TraceStep[];
    /** the twin without the incident does the same at the same time: nobody meant to end it. */
    readonly byChance: boolean;
  };
  readonly signs: Sign[];
  readonly notices: Notice[];
  readonly records: Set<AuditRecord>;
  /** detectors that have seen it, or will have. */
  readonly found: Set<NodeId>;
  wrong: number;
  stolen: number;
}

export function isActive(one: Case, at: number): boolean {
  return !one.refused && one.at <= at && one.ended === undefined && at <= one.until;
}
