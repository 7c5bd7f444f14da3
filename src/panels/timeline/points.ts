import type { Facts } from '../../engine/facts';
import type { AlarmFacet } from '../../engine/monitoring/facets';
import { percentileShare } from '../../engine/monitoring/percentile';
import { estimatePercentile } from '../../engine/time/percentile';
import type { NodeId } from '../../model/diagram';
import type { MetricSeries, Seconds, Timeline } from '../../model/timeline';
import { intervalsOf } from './moments';
import type { Interval } from './moments';

const STATISTICS = ['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount'] as const;

/** In which a series can be shown: the usual ones, and those of its alarms. */
export function statisticsOf(alarms: readonly AlarmOn[]): readonly string[] {
  return [...new Set([...STATISTICS, ...alarms.map(({ facet }) => facet.statistic)])];
}

export interface Point {
  readonly at: Seconds;
  readonly value: number;
}

/** A series in one statistic. Sums are of `period` seconds, so that they can be held against a threshold. */
export function pointsOf(series: MetricSeries, statistic: string, period: Seconds): readonly Point[] {
  const percentile = percentileShare(statistic);
  const share = Math.min(1, period / series.bucket);
  return series.at.map((at, index) => {
    const sum = series.sum[index] ?? 0;
    const count = series.count[index] ?? 0;
    switch (statistic) {
      case 'Sum':
        return { at, value: sum * share };
      case 'SampleCount':
        return { at, value: count * share };
      case 'Minimum':
        return { at, value: series.min[index] ?? 0 };
      case 'Maximum':
        return { at, value: series.max[index] ?? 0 };
      default: {
        if (count === 0) return { at, value: 0 };
        const set = { sum, count, min: series.min[index] ?? 0, max: series.max[index] ?? 0 };
        return { at, value: percentile === undefined ? sum / count : estimatePercentile(set, percentile) };
      }
    }
  });
}

/** What counts things, each of them one, says nothing on average. */
export function usualStatistic(series: MetricSeries): string {
  const counts = series.at.length > 0 && series.min.every((low, index) => low === 1 && series.max[index] === 1);
  return counts ? 'Sum' : 'Average';
}

/** An alarm that watches the series at hand. */
export interface AlarmOn {
  readonly id: NodeId;
  readonly name: string;
  readonly facet: AlarmFacet;
}

export function alarmsOn(facts: Facts, { node, namespace, metric }: MetricSeries): readonly AlarmOn[] {
  return [...facts.alarmFacets].flatMap(([id, facet]) =>
    facet.source === node && facet.metric === metric && facet.namespace === namespace
      ? [{ id, name: facts.node(id)?.name ?? id, facet }]
      : [],
  );
}

/** Names of the dashboards that show the series at hand. */
export function dashboardsOn(facts: Facts, { node, namespace, metric }: MetricSeries): readonly string[] {
  return facts.dashboards.flatMap(({ dashboard, facet }) =>
    facet.widgets.some((one) => one.source === node && one.metric === metric && one.namespace === namespace)
      ? [facts.node(dashboard)?.name ?? dashboard]
      : [],
  );
}

export interface Threshold {
  /** the name of its alarm. */
  readonly alarm: string;
  readonly comparison: string;
  readonly value: number;
  readonly states: readonly Interval[];
}

/** Thresholds that can be held against values in this statistic. */
export function thresholdsOf(timeline: Timeline, alarms: readonly AlarmOn[], statistic: string): readonly Threshold[] {
  return alarms.flatMap(({ id, name, facet }) => {
    const history = timeline.alarms.find((one) => one.alarm === id);
    if (!history || facet.band || facet.statistic !== statistic) return [];
    const states = intervalsOf(history, timeline.from, timeline.to);
    return [{ alarm: name, comparison: facet.comparison, value: facet.threshold, states }];
  });
}

/** Short enough for an axis, exact enough for a table. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 3;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
