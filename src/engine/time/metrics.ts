import type { NodeId } from '../../model/diagram';
import type { MetricSeries } from '../../model/timeline';
import type { MetricSource } from '../monitoring/facets';

/** Points of a chart; a longer simulation gets wider buckets, not more of them. */
const CHART_POINTS = 336;

/** Whoever wants every value of a metric: an alarm. */
export type Listener = (at: number, sum: number, count: number, min: number, max: number) => void;

/** One metric while it is published. `sum`, `count`, `min`, `max` are the statistic set of what one minute brought. */
export class Metric {
  readonly listeners: Listener[] = [];
  private readonly at: number[] = [];
  private readonly sum: number[] = [];
  private readonly count: number[] = [];
  private readonly min: number[] = [];
  private readonly max: number[] = [];

  constructor(
    readonly node: NodeId,
    readonly source: MetricSource,
    private readonly bucket: number,
  ) {}

  publish(at: number, sum: number, count: number, min: number, max: number): void {
    if (count <= 0) return;
    const start = Math.floor(at / this.bucket) * this.bucket;
    const last = this.at.length - 1;
    if (last >= 0 && this.at[last] === start) {
      this.sum[last] = (this.sum[last] ?? 0) + sum;
      this.count[last] = (this.count[last] ?? 0) + count;
      this.min[last] = Math.min(this.min[last] ?? min, min);
      this.max[last] = Math.max(this.max[last] ?? max, max);
    } else {
      this.at.push(start);
      this.sum.push(sum);
      this.count.push(count);
      this.min.push(min);
      this.max.push(max);
    }
    for (const listener of this.listeners) listener(at, sum, count, min, max);
  }

  series(): MetricSeries {
    const { namespace, metric, unit } = this.source;
    const { node, bucket, at, sum, count, min, max } = this;
    return { node, namespace, metric, unit, bucket, at, sum, count, min, max };
  }
}

/** All metrics of a run. */
export class MetricBook {
  private readonly byNode = new Map<NodeId, Metric[]>();

  constructor(sources: readonly { readonly node: NodeId; readonly source: MetricSource }[], from: number, to: number) {
    const bucket = Math.max(60, Math.ceil((to - from) / CHART_POINTS / 60) * 60);
    for (const { node, source } of sources) {
      const known = this.byNode.get(node) ?? [];
      known.push(new Metric(node, source, bucket));
      this.byNode.set(node, known);
    }
  }

  of(node: NodeId): readonly Metric[] {
    return this.byNode.get(node) ?? [];
  }

  series(): readonly MetricSeries[] {
    return [...this.byNode.values()].flatMap((metrics) => metrics.map((one) => one.series()));
  }
}
