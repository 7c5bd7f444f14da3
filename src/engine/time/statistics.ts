/** Steps per standard deviation when two distributions are compared. */
const GRID = 20;

/** Part of a mixture: normal with unit variance, moved by `shift`. */
export interface Part {
  readonly weight: number;
  readonly shift: number;
}

/**
 * The largest distance between the distribution function of a mixture and that of the standard normal baseline: what
 * Model Monitor's `baseline_drift_check` measures (L-infinity). 0 = the same, 1 = nothing in common.
 */
export function drift(parts: readonly Part[]): number {
  const total = parts.reduce((sum, one) => sum + one.weight, 0);
  if (total <= 0 || parts.every((one) => one.shift === 0)) return 0;
  let largest = 0;
  for (let step = -12 * GRID; step <= 12 * GRID; step += 1) {
    const x = step / GRID;
    const here = parts.reduce((sum, { weight, shift }) => sum + weight * normalShare(x - shift), 0) / total;
    largest = Math.max(largest, Math.abs(here - normalShare(x)));
  }
  return largest;
}

/** Mean and spread of Kolmogorov's distribution: how far a sample of n strays from its own source, times 1/sqrt(n). */
const STRAY_MEAN = 0.8687;
const STRAY_SPREAD = 0.2603;

/** The same distance as a sample of `size` shows it: a small sample strays from the baseline by itself. */
export function sampledDrift(distance: number, size: number, dice: number): number {
  const stray = Math.max(0, STRAY_MEAN + STRAY_SPREAD * dice) / Math.sqrt(Math.max(1, size));
  return Math.min(1, Math.hypot(distance, stray));
}

/** Distribution function of the normal distribution (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
export function normalShare(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}

/**
 * How well the live order of feature attributions keeps the baseline's order (normalised discounted cumulative gain):
 * the baseline's weights in live order, against the baseline's weights in their own order. 1 = the same order.
 */
export function attributionOrder(baseline: readonly number[], live: readonly number[]): number {
  const gain = (weights: readonly number[]) =>
    weights.reduce((sum, weight, index) => sum + weight / Math.log2(index + 2), 0);
  const inLiveOrder = live
    .map((weight, index) => ({ weight, baseline: baseline[index] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight)
    .map((one) => one.baseline);
  const best = gain(baseline.toSorted((a, b) => b - a));
  return best === 0 ? 1 : gain(inLiveOrder) / best;
}
