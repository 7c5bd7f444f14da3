import { normalQuantile } from './random';

/** What a metric keeps of its values. */
export interface StatisticSet {
  readonly sum: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

/**
 * A percentile of values of which only a statistic set is known; CloudWatch has the values themselves. Ours: values that
 * reach from 0 to 1 are answers of yes or no, as errors are; all others lie around their mean as widely as a normal
 * distribution whose largest of `count` is `max`, and never outside of `min` and `max`. `share` is 0 to 1.
 */
export function estimatePercentile({ sum, count, min, max }: StatisticSet, share: number): number {
  const mean = sum / count;
  if (min === 0 && max === 1) return share > 1 - mean ? 1 : 0;
  if (count < 2 || min === max) return max;
  const spread = (max - mean) / Math.sqrt(2 * Math.log(count));
  return Math.min(max, Math.max(min, mean + spread * normalQuantile(share)));
}
