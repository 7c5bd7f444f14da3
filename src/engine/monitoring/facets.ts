import type { NodeId } from '../../model/diagram';
import type { FacetContext, NodeOf } from '../context';

export interface MetricSource {
  readonly namespace: string;
  readonly metric: string;
  readonly unit: string;
  /** plain range of values it can take with each statistic, for "can never fire". */
  readonly min: number;
  readonly max: number;
  /** what a value above the threshold would mean: `latency`, `errors`, `data-drift`, `quality-drift`, `bias-drift`, `attribution-drift`, `usage`. */
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
  readonly publishesMetrics: boolean;
  /** the account may not use it (closed to new customers). */
  readonly refused?: string;
}

export interface AlarmFacet {
  readonly namespace: string;
  readonly metric: string;
  /** the node whose metric it is. */
  readonly source?: NodeId;
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: '>' | '>=' | '<' | '<=';
  readonly missingData: 'missing' | 'breaching' | 'notBreaching' | 'ignore';
  readonly actionsEnabled: boolean;
  readonly actions: readonly NodeId[];
}

export interface TopicFacet {
  readonly subscriptions: readonly {
    readonly protocol: string;
    readonly endpoint: string;
    readonly confirmed: boolean;
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

export interface MonitoringFacets<P> {
  metrics?(node: NodeOf<P>, context: FacetContext): readonly MetricSource[];
  capture?(node: NodeOf<P>, context: FacetContext): CaptureFacet | undefined;
  schedule?(node: NodeOf<P>, context: FacetContext): ScheduleFacet | undefined;
  alarm?(node: NodeOf<P>, context: FacetContext): AlarmFacet | undefined;
  topic?(node: NodeOf<P>, context: FacetContext): TopicFacet | undefined;
  trail?(node: NodeOf<P>, context: FacetContext): TrailFacet | undefined;
  flowLog?(node: NodeOf<P>, context: FacetContext): FlowLogFacet | undefined;
  log?(node: NodeOf<P>, context: FacetContext): LogFacet | undefined;
}
