/** `p99.9` → 0.999; `undefined` = another statistic. */
export function percentileShare(statistic: string): number | undefined {
  const digits = /^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1];
  return digits === undefined ? undefined : Number(digits) / 100;
}

/**
 * Samples that CloudWatch calls enough for this percentile ("Percentile-based alarms and low data samples"); 0 for
 * another statistic.
 */
export function enoughSamples(statistic: string): number {
  const share = percentileShare(statistic);
  // To the whole sample: 1 - 0.99 is not quite 0.01.
  return share === undefined ? 0 : Math.round(10 / (share < 0.5 ? share : 1 - share));
}
