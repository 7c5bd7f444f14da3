import type { Account } from '../model/account';
import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import type { CostLine, Problem } from '../model/report';
import type { Trace } from '../model/trace';
import type { KeyFacet, Store } from './encryption/facets';
import type { AnyNode, FacetContext } from './facets';
import type { Policy } from './iam/contract';
import type { PrincipalFacet, ResourcePolicyFacet } from './iam/facets';
import type {
  AlarmFacet,
  CaptureFacet,
  DashboardFacet,
  DetectorFacet,
  FlowLogFacet,
  LogFacet,
  MetricSource,
  RuleFacet,
  ScheduleFacet,
  TopicFacet,
  TrailFacet,
} from './monitoring/facets';
import type { Network, Via } from './network/contract';
import type { NetworkFacet } from './network/facets';
import type { RecordFacet } from './record-facet';
import type { DoorFacet, Operation, RequestSpec } from './request/facets';
import type { TimeFacet } from './time/facets';

/** One request with its outcome over all interfaces of its origin. */
export interface WalkedRequest {
  readonly spec: RequestSpec;
  /** the action that was really asked (a call may leave it open: the target's main operation). */
  readonly action: string;
  readonly trace: Trace;
  /** the ways the packets took, one per interface; empty for `platform`. */
  readonly vias: readonly Via[];
  /** what IAM was asked, including the key uses: for "which permissions are used". */
  readonly used: readonly {
    readonly principal: NodeId | undefined;
    readonly action: string;
    readonly resource: string;
  }[];
  readonly record?: RecordFacet;
}

/** From a metric to a person: every hop with its verdict. */
export interface AlarmChain {
  readonly alarm: NodeId;
  readonly metric?: MetricSource;
  /** can the alarm ever change state, and does it say something when it does? */
  readonly fires: 'can-fire' | 'never' | 'always';
  /** the whole chain; `allowed` iff a change of state reaches at least one confirmed subscription. */
  readonly trace: Trace;
  readonly reaches: readonly Reached[];
}

/** What a dashboard shows, and who may see it. */
export interface DashboardChain {
  readonly dashboard: NodeId;
  readonly facet: DashboardFacet;
  /** `allowed` iff it shows something, every metric of it is published, and whoever looks may see it. */
  readonly trace: Trace;
}

/** A person whom a message comes to. */
export interface Reached {
  readonly topic: NodeId;
  readonly protocol: string;
  readonly endpoint: string;
}

/** From an event to a person. */
export interface RuleChain {
  readonly rule: NodeId;
  readonly facet: RuleFacet;
  /** nodes whose events, or calls to which, it would hear. */
  readonly hears: readonly NodeId[];
  /** at least one target takes what it sends. */
  readonly delivers: boolean;
  readonly reaches: readonly Reached[];
  /** the whole chain; `allowed` iff it hears something, or the clock, and tells a confirmed subscription. */
  readonly trace: Trace;
}

/** Somebody outside the account whom a policy lets in. */
export interface ExternalAccess {
  readonly node: NodeId;
  /** `everybody`, or the account, role or user that is named. */
  readonly who: string;
  readonly public: boolean;
  readonly actions: readonly string[];
}

/** From a detector to a person. */
export interface DetectorChain {
  readonly detector: NodeId;
  readonly facet: DetectorFacet;
  /** on, not blind, and allowed to do what it needs. */
  readonly works: boolean;
  readonly reaches: readonly Reached[];
  /** what it reports now, where it looks for access from outside. */
  readonly external: readonly ExternalAccess[];
  /** `allowed` iff it works and a rule brings its findings to a confirmed subscription. */
  readonly trace: Trace;
}

export interface ScheduleChain {
  readonly schedule: NodeId;
  readonly facet: ScheduleFacet;
  /** capture → baseline → permissions → run → result. */
  readonly trace: Trace;
  readonly publishes: boolean;
  /** hours from an event to its metric at the worst: interval plus the 20-minute start lag. */
  readonly detectionHours?: number;
}

export interface TrailChain {
  readonly trail: NodeId;
  readonly facet: TrailFacet;
  /** where its events arrive as well, whatever becomes of the files. */
  readonly logGroup?: NodeId;
  /** logging on → bucket admits it → key usable. */
  readonly trace: Trace;
}

export interface FlowLogChain {
  readonly log: NodeId;
  readonly facet: FlowLogFacet;
  /** destination set → it admits the records. */
  readonly trace: Trace;
}

export interface PrincipalFacts {
  readonly node: NodeId;
  readonly facet: PrincipalFacet;
  /** valid policies only; what does not parse is in `problems`. */
  readonly identity: readonly Policy[];
  readonly boundary?: Policy;
  readonly trust?: Policy;
}

/** What an incident leaves behind: other properties, or a node that is gone. */
export type Change =
  | { readonly node: NodeId; readonly props: { readonly [field: string]: Json } }
  | { readonly node: NodeId; readonly gone: true };

/** What the diagram means. Checks read this and nothing else. */
export interface Facts extends FacetContext {
  readonly account: Account;
  readonly nodes: readonly AnyNode[];
  readonly problems: readonly Problem[];
  readonly network: Network;
  networkOf(node: NodeId): NetworkFacet | undefined;
  readonly principals: ReadonlyMap<NodeId, PrincipalFacts>;
  /** policies for identities, each where it stands and once: with an identity itself, a group, or alone. */
  readonly identityPolicies: ReadonlyMap<NodeId, readonly Policy[]>;
  resourcePolicyOf(node: NodeId): { readonly facet: ResourcePolicyFacet; readonly policy?: Policy } | undefined;
  operationsOf(node: NodeId): readonly Operation[];
  readonly requests: readonly WalkedRequest[];
  /** asks "what if": walks a request that nobody drew. */
  walk(spec: RequestSpec): WalkedRequest;
  readonly stores: readonly { readonly node: NodeId; readonly store: Store }[];
  readonly keys: ReadonlyMap<NodeId, KeyFacet>;
  readonly captures: ReadonlyMap<NodeId, CaptureFacet>;
  readonly metrics: readonly { readonly node: NodeId; readonly source: MetricSource }[];
  readonly schedules: readonly ScheduleChain[];
  readonly alarms: readonly AlarmChain[];
  readonly alarmFacets: ReadonlyMap<NodeId, AlarmFacet>;
  readonly dashboards: readonly DashboardChain[];
  readonly topics: ReadonlyMap<NodeId, TopicFacet>;
  readonly trails: readonly TrailChain[];
  readonly flowLogs: readonly FlowLogChain[];
  readonly rules: readonly RuleChain[];
  readonly detectors: readonly DetectorChain[];
  readonly logs: ReadonlyMap<NodeId, LogFacet>;
  readonly doors: ReadonlyMap<NodeId, DoorFacet>;
  /** what the node does as time passes. */
  timeOf(node: NodeId): TimeFacet | undefined;
  /** the facts of the same drawing after some changes. */
  changed(changes: readonly Change[]): Facts;
  readonly cost: { readonly monthly: number; readonly lines: readonly CostLine[] };
}
