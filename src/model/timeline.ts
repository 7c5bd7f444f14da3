import type { NodeId } from './diagram';
import type { IncidentKind } from './incident';
import type { Evidence, Reason, Trace } from './trace';

/** All instants are seconds since the start of the simulation, a Monday at 00:00 UTC. */
export type Seconds = number;

export interface TimelineEvent extends Evidence {
  readonly at: Seconds;
  readonly kind: 'incident' | 'alarm' | 'monitor' | 'delivery' | 'action' | 'deployment' | 'capture';
  readonly reason: Reason;
}

/** One metric, in buckets of equal length. Arrays of equal length; a bucket without data is left out. */
export interface MetricSeries {
  readonly node: NodeId;
  readonly namespace: string;
  readonly metric: string;
  readonly unit: string;
  /** seconds per bucket. */
  readonly bucket: number;
  readonly at: readonly Seconds[];
  readonly sum: readonly number[];
  readonly count: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface AlarmHistory {
  readonly alarm: NodeId;
  readonly changes: readonly { readonly at: Seconds; readonly from: AlarmState; readonly to: AlarmState }[];
}

/** Calls of one principal in one hour that left the same record. */
export interface AuditRecord {
  /** the hour in which they were made. */
  readonly at: Seconds;
  /** when the last of them had been made. */
  readonly last: Seconds;
  readonly event: string;
  readonly source: string;
  readonly category: 'management' | 'data';
  /** the name in the record: a role, a user, a service. */
  readonly principal: string;
  readonly from: NodeId;
  readonly target: NodeId;
  readonly result: 'allowed' | 'denied';
  readonly count: number;
  /** kept for 90 days without any trail (management events). */
  readonly history: boolean;
  /** trails that deliver it to their bucket. */
  readonly trails: readonly NodeId[];
  /** log groups in which a query finds it. */
  readonly logs: readonly NodeId[];
}

/** One question about an incident. `at` is when it became true. */
export interface Verdict {
  readonly holds: boolean;
  readonly at?: Seconds;
  readonly trace: Trace;
}

export interface Outcome {
  /** index into the incidents of the simulation; one incident has one outcome per node that it meets. */
  readonly incident: number;
  readonly kind: IncidentKind;
  readonly target: NodeId;
  readonly at: Seconds;
  readonly prevented: Verdict;
  readonly detected: Verdict & { readonly by: readonly NodeId[] };
  readonly notified: Verdict & { readonly who: readonly string[] };
  readonly contained: Verdict & { readonly by?: NodeId };
  readonly attributable: Verdict & { readonly who: readonly string[]; readonly records: readonly AuditRecord[] };
  /** compared with the same time without incidents; where two overlap at one target, each is given the whole. */
  readonly loss: {
    /** not answered. */
    readonly requests: number;
    /** answered wrongly. */
    readonly wrong: number;
    /** seen by somebody who should not. */
    readonly records: number;
    readonly dollars: number;
  };
}

/** What happened. Plain data, of a size that does not grow with the traffic. */
export interface Timeline {
  readonly seed: number;
  readonly from: Seconds;
  readonly to: Seconds;
  readonly events: readonly TimelineEvent[];
  readonly series: readonly MetricSeries[];
  readonly alarms: readonly AlarmHistory[];
  readonly records: readonly AuditRecord[];
  readonly outcomes: readonly Outcome[];
  /** events of the simulation, of which `events` shows the ones that somebody would want to see. */
  readonly processed: number;
  /** entries that did not fit into `events` and `records`. */
  readonly dropped: number;
}
