import type { NodeId } from '../../model/diagram';
import { editDistance } from '../closest';
import type { ScheduleChain } from '../facts';
import type { Graph } from '../graph';
import type { Step } from './chain';
import type { MetricSource } from './facets';

export interface Published {
  readonly node: NodeId;
  readonly source: MetricSource;
}

interface MetricWorld {
  readonly graph: Graph;
  readonly metrics: readonly Published[];
  readonly schedules: readonly ScheduleChain[];
}

/** `unit: Microseconds`; a share or a distance has none. */
export function unitWords({ unit }: MetricSource): string {
  return unit === 'None' ? 'no unit' : `unit: ${unit}`;
}

interface Wanted {
  readonly namespace: string;
  readonly metric: string;
  readonly source?: NodeId;
}

/** Does anything ever publish this metric? Says so in one step, in the name of whoever asks. */
export function findMetric(
  asker: NodeId,
  wanted: Wanted,
  fields: { readonly source: string; readonly metric: string },
  { graph, metrics, schedules }: MetricWorld,
  step: Step,
): MetricSource | undefined {
  const { source } = wanted;
  if (source === undefined) {
    step('fail', 'alarm-no-source', [asker], {}, fields.source);
    return undefined;
  }
  const published = metrics.filter((one) => one.node === source).map((one) => one.source);
  const metric = published.find((one) => one.metric === wanted.metric && one.namespace === wanted.namespace);
  if (!metric) {
    step('fail', 'no-such-metric', [asker, source], { nearest: nearest(wanted, published) }, fields.metric);
    return undefined;
  }
  const schedule = schedules.find((one) => one.schedule === metric.schedule);
  if (schedule && !schedule.publishes) {
    step('fail', 'metric-silent', [asker, schedule.schedule], { schedule: graph.nameOf(schedule.schedule) });
    return metric;
  }
  step('pass', 'metric-exists', [asker, source], { unit: unitWords(metric) });
  return metric;
}

function nearest(wanted: Wanted, published: readonly MetricSource[]): string {
  const name = wanted.metric.toLowerCase();
  const scored = published.map((one) => ({ one, distance: editDistance(name, one.metric.toLowerCase()) }));
  scored.sort((a, b) => a.distance - b.distance);
  const best = scored[0]?.one;
  return best ? `${best.metric} in ${best.namespace}` : 'none, it publishes nothing';
}
