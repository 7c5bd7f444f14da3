import type { NodeId } from '../../model/diagram';
import type { Traffic } from '../../model/incident';
import type { AuditRecord } from '../../model/timeline';
import type { Change, Facts, WalkedRequest } from '../facts';
import { AlarmWatch } from './alarms';
import { Audit } from './audit';
import { CaptureLog } from './capture';
import { isActive, type Case } from './case';
import { Diary } from './diary';
import type { TimeFacet } from './facets';
import { MetricBook } from './metrics';
import { combine, featuresOf, type Payload, CALM } from './payload';
import { EventQueue } from './queue';
import { Random } from './random';
import type { RequestSpec } from '../request/facets';
import { Serving } from './serving';

const HOUR = 3600;

export interface Setting {
  readonly seed: number;
  /** seconds. */
  readonly from: number;
  readonly to: number;
  readonly traffic: Traffic;
}

/** Something that answers requests, with what it captures and what its requests carry. */
export interface Fleet {
  readonly serving: Serving;
  readonly log: CaptureLog;
  payload: Payload;
}

/** What the run without incidents showed. */
export interface Twin {
  readonly signs: ReadonlySet<string>;
  failedBetween(target: NodeId, from: number, to: number): number;
}

/** Everything that changes while one simulation runs. */
export class World {
  readonly queue: EventQueue;
  readonly metrics: MetricBook;
  readonly diary = new Diary();
  readonly audit = new Audit();
  readonly alarms: readonly AlarmWatch[];
  readonly fleets: ReadonlyMap<NodeId, Fleet>;
  readonly features: readonly string[];
  readonly cases: Case[] = [];
  /** the end of whatever is valid until a day; another object is another countdown. */
  readonly expiries = new Map<NodeId, { readonly end: number }>();
  /** alarms, violations and deeds as they came, to be compared with the twin's. */
  readonly signs = new Set<string>();
  facts: Facts;
  /** whoever listens to records: rules on calls. */
  onRecord: ((record: AuditRecord) => void) | undefined;
  /** whoever counts calls, as they happen. */
  onCalls: ((walked: WalkedRequest, count: number) => void) | undefined;
  /** what the last call that a metric of this node counts was about. */
  readonly counted = new Map<NodeId, NodeId>();
  private readonly failed = new Map<NodeId, Float64Array>();
  private readonly damage = new Map<Case, readonly Change[]>();
  private readonly facets = new Map<NodeId, TimeFacet | undefined>();
  private links: { readonly of: Facts; readonly byId: Map<string, WalkedRequest> } | undefined;

  constructor(
    /** the design as it was drawn. */
    readonly drawn: Facts,
    readonly setting: Setting,
    readonly twin?: Twin,
  ) {
    this.facts = drawn;
    const { seed, from, to, traffic } = setting;
    this.queue = new EventQueue(from);
    this.metrics = new MetricBook(drawn.metrics, from, to);
    this.alarms = [...drawn.alarmFacets].map(([id, facet]) => new AlarmWatch(id, facet, this.metrics, from));
    const watched = drawn.metrics.flatMap(({ node, source }) => {
      const measure = this.timeOf(node)?.measures?.(source.metric);
      return measure && 'feature' in measure ? [measure.feature] : [];
    });
    this.features = featuresOf(traffic, watched);
    const fleets = new Map<NodeId, Fleet>();
    for (const { id } of drawn.nodes) {
      const time = this.timeOf(id);
      if (!time?.serves) continue;
      const measures = (metric: string) => time.measures?.(metric);
      const dice = new Random(seed, `fleet ${id}`);
      const serving = new Serving(id, time.serves, this.metrics.of(id), measures, dice, traffic.modelMs);
      fleets.set(id, { serving, log: new CaptureLog(), payload: CALM });
    }
    this.fleets = fleets;
  }

  get now(): number {
    return this.queue.now;
  }

  /** The node's own facet, as drawn. */
  timeOf(node: NodeId): TimeFacet | undefined {
    if (!this.facets.has(node)) this.facets.set(node, this.drawn.timeOf(node));
    return this.facets.get(node);
  }

  nameOf(node: NodeId | undefined): string {
    return node === undefined ? 'nothing' : (this.drawn.node(node)?.name ?? node);
  }

  /** The request as it goes at this moment; `undefined` when its sender is gone. */
  link(id: string): WalkedRequest | undefined {
    if (this.links?.of !== this.facts) {
      this.links = { of: this.facts, byId: new Map(this.facts.requests.map((one) => [one.spec.id, one])) };
    }
    return this.links.byId.get(id);
  }

  /** A request that is not drawn, at this moment. Asked once for each state of the design. */
  walk(spec: RequestSpec): WalkedRequest {
    const known = this.link(spec.id);
    if (known) return known;
    const walked = this.facts.walk(spec);
    this.links?.byId.set(spec.id, walked);
    return walked;
  }

  /** One call leaves its record, and whoever listens hears of it. */
  record(walked: WalkedRequest): AuditRecord | undefined {
    const made = this.audit.note({ at: this.now, now: this.now }, walked, 1, this.facts);
    if (made) this.onRecord?.(made);
    this.onCalls?.(walked, 1);
    return made;
  }

  /** The design is another one from now on. */
  breakDown(one: Case, changes: readonly Change[]): void {
    this.damage.set(one, changes);
    this.facts = this.drawn.changed([...this.damage.values()].flat());
  }

  repair(one: Case): void {
    if (!this.damage.delete(one)) return;
    const left = [...this.damage.values()].flat();
    this.facts = left.length === 0 ? this.drawn : this.drawn.changed(left);
  }

  /** Recomputes what the requests of a fleet carry. */
  loadPayload(target: NodeId): void {
    const fleet = this.fleets.get(target);
    if (!fleet) return;
    fleet.payload = combine(
      this.cases.flatMap((one) =>
        one.target === target && isActive(one, this.now) && one.payload ? [one.payload] : [],
      ),
    );
  }

  countFailed(target: NodeId, at: number, count: number): void {
    if (count <= 0) return;
    const { from, to } = this.setting;
    let hours = this.failed.get(target);
    if (!hours) this.failed.set(target, (hours = new Float64Array(Math.ceil((to - from) / HOUR) + 1)));
    const hour = Math.max(0, Math.floor((at - from) / HOUR));
    hours[hour] = (hours[hour] ?? 0) + count;
  }

  /** Requests that failed in whole hours from `from` on. */
  failedBetween(target: NodeId, from: number, to: number): number {
    const hours = this.failed.get(target);
    if (!hours) return 0;
    let total = 0;
    const start = this.setting.from;
    for (let hour = Math.floor((from - start) / HOUR); start + hour * HOUR < to; hour += 1) total += hours[hour] ?? 0;
    return total;
  }

  /** Targets of requests that failed at least once. */
  get failing(): readonly NodeId[] {
    return [...this.failed.keys()];
  }
}
