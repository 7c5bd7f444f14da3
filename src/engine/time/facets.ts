import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { AlarmState } from '../../model/timeline';
import type { FacetContext, NodeOf } from '../context';
import type { EventFacet } from '../monitoring/facets';
import type { RecordFacet } from '../record-facet';
import type { Origin, RequestSpec, Signer } from '../request/facets';

/** What the values of a metric are. The engine computes quantities; a kind knows which metric shows which. */
export type Measure =
  | {
      readonly quantity:
        | 'requests'
        | 'model-latency'
        | 'overhead-latency'
        | 'client-errors'
        | 'server-errors'
        | 'model-errors'
        | 'requests-per-instance'
        | 'cpu'
        | 'memory'
        | 'disk'
        /** share of right answers; with balanced classes precision, recall and F1 follow it. */
        | 'quality'
        /** (advantaged - disadvantaged) / all */
        | 'class-imbalance'
        /** difference of the shares of positive labels. */
        | 'label-gap'
        /** difference of the shares of positive predictions. */
        | 'prediction-gap'
        /** ratio of the shares of positive predictions. */
        | 'impact-ratio'
        | 'accuracy-gap'
        /** milliseconds since what is read now was written; no value while nobody reads. */
        | 'read-age'
        /** whole days until it is not valid any more. */
        | 'days-left';
    }
  /** distance of a feature's distribution from the baseline; share of values that are there; weight in predictions. */
  | { readonly quantity: 'drift' | 'completeness' | 'attribution'; readonly feature: string };

/** How a new version takes over, and which alarms may send it back while it bakes. */
export interface Rollout {
  readonly strategy: 'all-at-once' | 'canary' | 'linear';
  /** share of the traffic of the first step (canary) or of every step (linear), in percent. */
  readonly stepPercent: number;
  /** seconds that each step bakes. */
  readonly waitSeconds: number;
  /** seconds from the last step until the old fleet is gone. */
  readonly terminationWaitSeconds: number;
  readonly alarms: readonly NodeId[];
}

/** Something that answers requests with a model. */
export interface ServingFacet {
  /** 0 = scales by itself. */
  readonly instances: number;
  /** requests that one instance works on at once. */
  readonly workers: number;
  /** subnets that its interfaces stand in; empty = the service's own network, spread over three zones. */
  readonly subnets: readonly NodeId[];
  readonly rollout: Rollout;
  /** requests an hour that nobody sends: records that it works through by itself, once it has all that it needs. */
  readonly ownPerHour?: number;
  /** what must be asked of it to go back to the version before. */
  readonly rollback: string;
}

export type HarmKind =
  'deleted' | 'disabled' | 'deletion-scheduled' | 'closed-to-services' | 'stopped' | 'made-public' | 'lost' | 'expired';

export interface Harm {
  /** what somebody must ask of the node to bring it about; left out, it happens by itself. */
  readonly action?: string;
  /** the properties that are different afterwards; `gone` = the node is not there any more. */
  readonly leaves: 'gone' | { readonly [field: string]: Json };
  /** what must be asked of it to make it good again. */
  readonly undo?: string;
  /** what its service tells the event bus about it, whoever did it. */
  readonly tells?: EventFacet;
}

/** Something that is valid until a day. */
export interface ExpiryFacet {
  /** is it made anew in time, by itself? Why, or why not: one sentence. */
  readonly renewal: { readonly works: boolean; readonly why: string };
  /** days that a new one is valid. */
  readonly days: number;
  /** the name of the warnings. */
  readonly warns: string;
  /** what it tells the event bus once a day when so many days are left; `undefined` = nothing yet. */
  warning?(daysLeft: number): Json | undefined;
}

/** What an incident shows to whoever looks for it. */
export interface Sighting {
  /** what became of the node; `credentials-abroad`: its key is used from far away; `carried-away`: data leaves by it. */
  readonly what: HarmKind | 'credentials-abroad' | 'carried-away' | 'expiring';
  readonly node: NodeId;
  /** the calls that did it, as a trail would record them. */
  readonly calls: readonly RecordFacet[];
  /** of what expires. */
  readonly daysLeft?: number;
}

/** What a detector makes of it. */
export interface Found {
  /** as players read it: the type of the finding, or the name of the rule that is broken. */
  readonly name: string;
  /** from the deed to the event on the bus: the least and the most. */
  readonly afterSeconds: readonly [least: number, most: number];
  /** what it tells the event bus. */
  readonly events: readonly Json[];
  /** about how something is set: once that is made good, there is nothing to find. */
  readonly state?: boolean;
  /** a record and no finding: it shows only where a rule hears it. */
  readonly quiet?: boolean;
}

/** What a node does, suffers and means as time passes. */
export interface TimeFacet {
  readonly serves?: ServingFacet;
  /** requests an hour that it sends to each of its targets, unless the scenario says otherwise. */
  readonly sendsPerHour?: number;
  /** ids of its own requests that bring it its work: while none of them is answered, it makes no calls. */
  readonly fedBy?: readonly string[];
  /** its calls happen when it is invoked. */
  readonly runsOnInvocation?: boolean;
  /** a metric of its own, by name; `undefined` = the simulation has no values for it. */
  measures?(metric: string): Measure | undefined;
  /**
   * a rule on calls: is it about this one? It hears of calls that manage resources, and only while a trail records them.
   * What it does then are its requests with the purpose `delivery`.
   */
  hears?(call: { readonly source: string; readonly event: string }): boolean;
  /** of its metrics, does this one count such a call, once its record is delivered here? */
  counts?(
    metric: { readonly namespace: string; readonly metric: string },
    call: { readonly source: string; readonly event: string; readonly denied: boolean },
  ): boolean;
  /** people, and what leads to people, that it tells about every message. */
  readonly tells?: readonly { readonly who: string; readonly by: string }[];
  /** what it asks of others for every message that it receives. */
  readonly relays?: readonly RequestSpec[];
  /** for an alarm: what it tells the event bus when its state changes, whether or not its actions are on. */
  changes?(to: AlarmState, from: AlarmState): Json;
  /** for a schedule: what a run that has ended tells the event bus. */
  ran?(violations: boolean): Json;
  readonly expires?: ExpiryFacet;
  /** for a detector: what it makes of something that happens; `undefined` = it does not see such a thing. */
  finds?(sighting: Sighting): Found | undefined;
  readonly harms?: { readonly [harm in HarmKind]?: Harm };
  /** what somebody who controls it signs with, and from where. */
  readonly wields?: { readonly signer: Signer; readonly origin: Origin };
  /** records that somebody could carry away. */
  readonly holds?: {
    /** what must be asked of it to read them. */
    readonly read: string;
    /** what must be asked to put a copy elsewhere, and the same kind of place outside the account. */
    readonly write: string;
    readonly foreignResource: string;
  };
  /** code of the player's own people runs here, with a network: it could send data out. */
  readonly workbench?: boolean;
}

export interface TimeFacets<P> {
  time?(node: NodeOf<P>, context: FacetContext): TimeFacet | undefined;
}
