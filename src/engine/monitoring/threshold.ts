import type { AlarmFacet, MetricSource } from './facets';
import { percentileShare } from './percentile';

export interface Judgement {
  readonly fires: 'can-fire' | 'never' | 'always';
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** CloudWatch looks two periods further back than it evaluates (user guide: a range of 5 for 3 periods). */
const EXTRA_PERIODS = 2;

export function evaluationRange({ evaluationPeriods }: Pick<AlarmFacet, 'evaluationPeriods'>): number {
  return evaluationPeriods + EXTRA_PERIODS;
}

const SIDES = { both: 'outside of', above: 'above', below: 'below' } as const;

/** What an alarm waits for, as sentences say it: `> 0.2`, `outside of its usual band (2 standard deviations)`. */
export function waitsFor({ band, comparison, threshold }: Pick<AlarmFacet, 'band' | 'comparison' | 'threshold'>): {
  readonly comparison: string;
  readonly threshold: string | number;
} {
  if (!band) return { comparison, threshold };
  const { sides, width } = band;
  return { comparison: SIDES[sides], threshold: `its usual band (${width} standard deviations)` };
}

/** With missing data "missing", a lone breach counts once it is old enough; "breaching" fills up by itself. */
const NEEDS_POINTS = new Set<AlarmFacet['missingData']>(['ignore', 'notBreaching']);

/**
 * Can this alarm ever fire, and does it ever rest? A metric's `min` and `max` bound every single value, so
 * Average, Minimum, Maximum and percentiles stay between them; Sum and SampleCount grow with traffic, a Sum of negative values
 * downwards too.
 */
export function judgeThreshold(alarm: AlarmFacet, metric: MetricSource): Judgement {
  const window = evaluationRange(alarm) * alarm.periodSeconds;
  const values = {
    statistic: alarm.statistic,
    ...waitsFor(alarm),
    min: metric.min,
    max: metric.max,
    needed: alarm.datapointsToAlarm,
    periods: alarm.evaluationPeriods,
    every: metric.every,
    window,
  };
  if (alarm.datapointsToAlarm > alarm.evaluationPeriods) return { fires: 'never', code: 'n-of-m', values };
  const points = Math.min(alarm.evaluationPeriods, Math.ceil(window / metric.every));
  if (NEEDS_POINTS.has(alarm.missingData) && points < alarm.datapointsToAlarm) {
    return { fires: 'never', code: 'too-few-datapoints', values };
  }
  // "Percentile statistics are not available for metrics when any of the metric values are negative" (GetMetricStatistics).
  if (percentileShare(alarm.statistic) !== undefined && metric.min < 0)
    return { fires: 'never', code: 'no-percentile', values };
  if (alarm.band) return { fires: 'can-fire', code: 'can-fire', values };
  const grows = alarm.statistic === 'Sum' || alarm.statistic === 'SampleCount';
  const sinks = alarm.statistic === 'Sum' && metric.min < 0;
  const lowest = sinks ? Number.NEGATIVE_INFINITY : grows ? 0 : metric.min;
  const highest = grows ? Number.POSITIVE_INFINITY : metric.max;
  const breaches = (value: number): boolean =>
    alarm.comparison === '>'
      ? value > alarm.threshold
      : alarm.comparison === '>='
        ? value >= alarm.threshold
        : alarm.comparison === '<'
          ? value < alarm.threshold
          : value <= alarm.threshold;
  if (!breaches(lowest) && !breaches(highest)) return { fires: 'never', code: 'never-fires', values };
  if (breaches(lowest) && breaches(highest)) return { fires: 'always', code: 'always-fires', values };
  return { fires: 'can-fire', code: 'can-fire', values };
}
