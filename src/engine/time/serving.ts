import type { NodeId } from '../../model/diagram';
import type { Measure, ServingFacet } from './facets';
import type { Metric } from './metrics';
import { binomialQuantile, type Random } from './random';

/** Ours, not AWS's: what a container takes beside the model, and what an idle instance uses. */
const OVERHEAD_MS = 4;
const SPREAD = 0.3;
const MEMORY_PERCENT = 45;
const IDLE_DISK_PERCENT = 30;
/** A model container must answer within 60 seconds (InvokeEndpoint); what takes longer is an error of the model. */
const LONGEST_MS = 60_000;

/** What is wrong with a fleet at the moment. Several faults multiply and add up. */
export interface Fault {
  readonly latencyFactor: number;
  readonly errorShare: number;
  /** share of the requests that meet the fault (a canary). */
  readonly share: number;
}

export interface Minute {
  readonly answered: number;
  /** refused by an overloaded fleet, or answered with an error. */
  readonly failed: number;
}

/** One fleet, minute by minute. */
export class Serving {
  readonly faults = new Map<string, Fault>();
  /** share of the instances that are still there. */
  capacity = 1;
  /** percent of the instances' disk in use. */
  disk = IDLE_DISK_PERCENT;
  private readonly outlets: readonly { readonly metric: Metric; readonly measure: Measure }[];

  constructor(
    readonly node: NodeId,
    readonly facet: ServingFacet,
    metrics: readonly Metric[],
    measureOf: (metric: string) => Measure | undefined,
    private readonly dice: Random,
    private readonly modelMs: number,
  ) {
    this.outlets = metrics.flatMap((metric) => {
      const measure = measureOf(metric.source.metric);
      return measure ? [{ metric, measure }] : [];
    });
  }

  /** Answers what `arrived` in the minute before `at`, and publishes its metrics with the minute's own time. */
  minute(at: number, arrived: number): Minute {
    const noise = this.dice.normal();
    const luck = this.dice.uniform();
    let factor = 1;
    let errors = 0;
    for (const fault of this.faults.values()) {
      factor *= 1 + (fault.latencyFactor - 1) * fault.share;
      const wrong = this.modelMs * fault.latencyFactor > LONGEST_MS ? 1 : fault.errorShare;
      errors = 1 - (1 - errors) * (1 - wrong * fault.share);
    }
    const servers = this.facet.instances === 0 ? Infinity : this.facet.instances * this.facet.workers * this.capacity;
    const ms = this.modelMs * factor;
    if (ms > LONGEST_MS) errors = 1;
    const most = servers * (60_000 / ms);
    const served = Math.min(arrived, Math.floor(most));
    const refused = arrived - served;
    const busy = servers === Infinity ? 0 : servers === 0 ? 0 : Math.min(1, served / most);
    const mean =
      Math.min(LONGEST_MS, ms + waiting(busy, servers, ms)) *
      Math.max(0.2, 1 + (SPREAD * noise) / Math.sqrt(Math.max(1, served)));
    const failed = binomialQuantile(luck, served, errors);
    this.publish(at - 60, { served, refused, failed, mean, busy, servers });
    return { answered: served - failed, failed: refused + failed };
  }

  private publish(
    at: number,
    now: {
      readonly served: number;
      readonly refused: number;
      readonly failed: number;
      readonly mean: number;
      readonly busy: number;
      readonly servers: number;
    },
  ): void {
    const arrived = now.served + now.refused;
    const there = now.servers > 0;
    const highest = Math.min(LONGEST_MS, now.mean * (1 + SPREAD * Math.sqrt(2 * Math.log(Math.max(1, now.served)))));
    for (const { metric, measure } of this.outlets) {
      switch (measure.quantity) {
        case 'requests':
          metric.publish(at, arrived, arrived, 1, 1);
          break;
        case 'requests-per-instance':
          metric.publish(at, arrived / Math.max(1, this.facet.instances), arrived, 1, 1);
          break;
        case 'model-latency':
          // CloudWatch has latency in microseconds.
          metric.publish(at, now.mean * 1000 * now.served, now.served, now.mean * 500, highest * 1000);
          break;
        case 'overhead-latency':
          metric.publish(at, OVERHEAD_MS * 1000 * now.served, now.served, OVERHEAD_MS * 500, OVERHEAD_MS * 2000);
          break;
        case 'client-errors':
          metric.publish(at, 0, arrived, 0, 0);
          break;
        case 'server-errors':
          this.errors(metric, at, now.failed + now.refused, arrived);
          break;
        case 'model-errors':
          this.errors(metric, at, now.failed, arrived);
          break;
        case 'cpu': {
          const percent = 100 * this.facet.workers * Math.max(0.02, now.busy);
          if (there) metric.publish(at, percent, 1, percent, percent);
          break;
        }
        case 'memory':
          if (there) metric.publish(at, MEMORY_PERCENT, 1, MEMORY_PERCENT, MEMORY_PERCENT);
          break;
        case 'disk':
          if (there) metric.publish(at, this.disk, 1, this.disk, this.disk);
          break;
        default:
      }
    }
  }

  /** One sample per request: 1 for an error, else 0. */
  private errors(metric: Metric, at: number, errors: number, arrived: number): void {
    metric.publish(at, errors, arrived, errors === arrived ? 1 : 0, errors > 0 ? 1 : 0);
  }
}

/** Time in the queue of an M/M/c station (Sakasegawa's approximation), in milliseconds. */
function waiting(busy: number, servers: number, ms: number): number {
  if (servers === Infinity || servers <= 0 || busy <= 0) return 0;
  const full = Math.min(busy, 0.995);
  return (ms * full ** (Math.sqrt(2 * (servers + 1)) - 1)) / (servers * (1 - full));
}
