import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { FacetContext, NodeOf } from '../context';
import type { RecordFacet } from '../record-facet';

export interface MetricSource {
  readonly namespace: string;
  readonly metric: string;
  readonly unit: string;
  /** plain range of values it can take with each statistic, for "can never fire". */
  readonly min: number;
  readonly max: number;
  /** what a value above the threshold would mean: `latency`, `errors`, `data-drift`, `quality-drift`, `bias-drift`, `attribution-drift`, `usage`, `lag`. */
  readonly signal: string;
  /** a metric that a running schedule publishes, and only if it can. */
  readonly schedule?: NodeId;
  /** shortest useful period, seconds. */
  readonly every: number;
}

export interface CaptureFacet {
  readonly enabled: boolean;
  readonly samplingPercent: number;
  readonly bucket?: NodeId;
  readonly input: boolean;
  readonly output: boolean;
}

export interface ScheduleFacet {
  readonly watches: 'data-quality' | 'model-quality' | 'model-bias' | 'explainability';
  readonly source?: NodeId;
  readonly hasBaseline: boolean;
  readonly needsGroundTruth: boolean;
  readonly groundTruth?: NodeId;
  readonly output?: NodeId;
  /** hours between runs; `undefined` = never (an expression AWS refuses). */
  readonly everyHours?: number;
  /** hour of the day (UTC) at which one of its runs is due; left out, midnight. */
  readonly startHour?: number;
  readonly publishesMetrics: boolean;
  /** the account may not use it (closed to new customers). */
  readonly refused?: string;
}

export interface AlarmFacet {
  readonly namespace: string;
  readonly metric: string;
  /** the node whose metric it is. */
  readonly source?: NodeId;
  /** `Average`, `Sum`, `Minimum`, `Maximum`, `SampleCount`, or a percentile: `p99`. */
  readonly statistic: string;
  /** keeps its state while a period has too few samples for its percentile. */
  readonly waitsForSamples?: boolean;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  /** in place of a threshold: what is usual, so many standard deviations wide. `threshold` is 0 and `comparison` `>` then. */
  readonly band?: { readonly width: number; readonly sides: 'both' | 'above' | 'below' };
  readonly threshold: number;
  readonly comparison: '>' | '>=' | '<' | '<=';
  readonly missingData: 'missing' | 'breaching' | 'notBreaching' | 'ignore';
  readonly actionsEnabled: boolean;
  /** what is told when it goes to ALARM. */
  readonly actions: readonly NodeId[];
  /** what is told when it goes to one of the other states. */
  readonly otherActions?: Readonly<Record<'OK' | 'INSUFFICIENT_DATA', readonly NodeId[]>>;
}

/** A page that shows metrics and alarms to whoever looks. */
export interface DashboardFacet {
  readonly widgets: readonly {
    readonly namespace: string;
    readonly metric: string;
    readonly source?: NodeId;
    readonly field: string;
  }[];
  readonly alarms: readonly NodeId[];
  /** people who look at it; what they ask are its requests with the field `viewers[…]`. */
  readonly viewers: readonly NodeId[];
}

export interface TopicFacet {
  readonly subscriptions: readonly {
    readonly protocol: string;
    readonly endpoint: string;
    readonly confirmed: boolean;
    /** a function or a queue: a message there tells nobody by itself. */
    readonly machine?: boolean;
    readonly field: string;
  }[];
}

export interface TrailFacet {
  readonly logging: boolean;
  readonly multiRegion: boolean;
  readonly validatesFiles: boolean;
  readonly managementEvents: boolean;
  /** resource types of the data events it records: `AWS::S3::Object`. */
  readonly dataEvents: readonly string[];
  /** calls that it leaves out all the same; without a resource: of some resource. Left out = none. */
  leavesOut?: ((call: RecordFacet, resource?: string) => boolean) | undefined;
  readonly bucket?: NodeId;
  readonly logGroup?: NodeId;
}

export interface FlowLogFacet {
  /** the VPC or subnet whose interfaces it records. */
  readonly watches?: NodeId;
  readonly traffic: 'ALL' | 'ACCEPT' | 'REJECT';
  readonly intervalSeconds: number;
  readonly destination?: NodeId;
}

export interface LogFacet {
  /** `undefined` = never expires. */
  readonly retentionDays?: number;
}

/** What a node tells the account's event bus when something happens to it: one sample event. */
export interface EventFacet {
  /** as players read it: `State Change of an endpoint`. */
  readonly name: string;
  readonly event: Json;
  /** something that a detector found. */
  readonly finding?: boolean;
}

/** A rule on the event bus: what it hears, and what it sets off. */
export interface RuleFacet {
  readonly enabled: boolean;
  /** it goes off by the clock and hears no event: seconds between two times; 0 = an expression that AWS refuses. */
  readonly everySeconds?: number;
  /** is it about this event? */
  hears(event: Json): boolean;
  /** is it about the calls that leave such a record? It hears of them only where a trail keeps them. */
  hearsCall(record: RecordFacet): boolean;
  readonly targets: readonly NodeId[];
}

/** What a detector can look for. */
export type Search = 'threats' | 'posture' | 'changes' | 'sensitive-data' | 'external-access' | 'unused-access';

/** Something that looks at the account and reports what it finds as events. */
export interface DetectorFacet {
  /** off, suspended, or with nothing to look at: it finds nothing. */
  readonly on: boolean;
  /** the property that would have to change. */
  readonly field: string;
  readonly finds: readonly Search[];
  /** the only nodes it looks at; left out, the whole account. */
  readonly watches?: readonly NodeId[];
  /** why it finds nothing although it is on, one sentence. */
  readonly blind?: string;
}

export interface MonitoringFacets<P> {
  metrics?(node: NodeOf<P>, context: FacetContext): readonly MetricSource[];
  capture?(node: NodeOf<P>, context: FacetContext): CaptureFacet | undefined;
  schedule?(node: NodeOf<P>, context: FacetContext): ScheduleFacet | undefined;
  alarm?(node: NodeOf<P>, context: FacetContext): AlarmFacet | undefined;
  dashboard?(node: NodeOf<P>, context: FacetContext): DashboardFacet | undefined;
  topic?(node: NodeOf<P>, context: FacetContext): TopicFacet | undefined;
  trail?(node: NodeOf<P>, context: FacetContext): TrailFacet | undefined;
  flowLog?(node: NodeOf<P>, context: FacetContext): FlowLogFacet | undefined;
  log?(node: NodeOf<P>, context: FacetContext): LogFacet | undefined;
  events?(node: NodeOf<P>, context: FacetContext): readonly EventFacet[];
  rule?(node: NodeOf<P>, context: FacetContext): RuleFacet | undefined;
  detector?(node: NodeOf<P>, context: FacetContext): DetectorFacet | undefined;
}
