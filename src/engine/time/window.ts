import type { AlarmFacet } from '../monitoring/facets';
import { percentileShare } from '../monitoring/percentile';
import { evaluationRange } from '../monitoring/threshold';
import { estimatePercentile } from './percentile';

/** Bounds the memory of one alarm: seven days in minutes, the longest range that CloudWatch evaluates. */
const MOST_SLOTS = 7 * 24 * 60;

/**
 * The recent data of one metric, as one alarm looks at it. The window slides: it moves with every evaluation
 * ("Alarm evaluation window": the default). Slots of one minute, or of ten seconds below a period of one minute.
 */
export class SlidingWindow {
  readonly slotSeconds: number;
  private readonly slots: number;
  private readonly perPeriod: number;
  private readonly periods: number;
  /** running totals at the end of each slot, so that any window is one subtraction. */
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  /** the newest slot; slots count from the start of the simulation. */
  private slot: number;
  private readonly statistic: string;
  private readonly share: number | undefined;
  private readonly points: (number | undefined)[] = [];

  constructor(alarm: AlarmFacet, from: number) {
    this.statistic = alarm.statistic;
    this.share = percentileShare(alarm.statistic);
    this.slotSeconds = alarm.periodSeconds < 60 ? 10 : 60;
    this.perPeriod = Math.max(1, Math.round(alarm.periodSeconds / this.slotSeconds));
    this.periods = Math.min(evaluationRange(alarm), Math.max(1, Math.floor(MOST_SLOTS / this.perPeriod)));
    this.slots = this.perPeriod * this.periods + 1;
    this.sums = new Float64Array(this.slots);
    this.counts = new Float64Array(this.slots);
    this.lows = new Float64Array(this.slots).fill(Number.POSITIVE_INFINITY);
    this.highs = new Float64Array(this.slots).fill(Number.NEGATIVE_INFINITY);
    this.slot = Math.floor(from / this.slotSeconds);
  }

  add(at: number, sum: number, count: number, min: number, max: number): void {
    this.advance(at);
    const index = this.slot % this.slots;
    this.sums[index] = (this.sums[index] ?? 0) + sum;
    this.counts[index] = (this.counts[index] ?? 0) + count;
    this.lows[index] = Math.min(this.lows[index] ?? min, min);
    this.highs[index] = Math.max(this.highs[index] ?? max, max);
  }

  /** One value per period, newest first; `undefined` where nothing was published. The array is used again. */
  values(at: number): readonly (number | undefined)[] {
    this.advance(at);
    for (let period = 0; period < this.periods; period += 1) this.points[period] = this.valueOf(period);
    return this.points;
  }

  /** Samples of the newest period. */
  samples(at: number): number {
    this.advance(at);
    return this.between(this.counts, this.slot - this.perPeriod, this.slot);
  }

  private advance(at: number): void {
    const target = Math.floor(at / this.slotSeconds);
    while (this.slot < target) {
      const before = this.slot % this.slots;
      this.slot += 1;
      const index = this.slot % this.slots;
      this.sums[index] = this.sums[before] ?? 0;
      this.counts[index] = this.counts[before] ?? 0;
      this.lows[index] = Number.POSITIVE_INFINITY;
      this.highs[index] = Number.NEGATIVE_INFINITY;
    }
  }

  private valueOf(period: number): number | undefined {
    const newest = this.slot - period * this.perPeriod;
    const oldest = newest - this.perPeriod;
    if (newest < 0) return undefined;
    const count = this.between(this.counts, oldest, newest);
    if (count <= 0) return undefined;
    const sum = this.between(this.sums, oldest, newest);
    if (this.share !== undefined) {
      const min = this.extreme(this.lows, oldest, newest, Math.min);
      const max = this.extreme(this.highs, oldest, newest, Math.max);
      return estimatePercentile({ sum, count, min, max }, this.share);
    }
    switch (this.statistic) {
      case 'Sum':
        return sum;
      case 'SampleCount':
        return count;
      case 'Minimum':
        return this.extreme(this.lows, oldest, newest, Math.min);
      case 'Maximum':
        return this.extreme(this.highs, oldest, newest, Math.max);
      default:
        return sum / count;
    }
  }

  private between(totals: Float64Array, oldest: number, newest: number): number {
    const at = (slot: number) => (slot < 0 ? 0 : (totals[slot % this.slots] ?? 0));
    return at(newest) - at(oldest);
  }

  private extreme(of: Float64Array, oldest: number, newest: number, pick: (a: number, b: number) => number): number {
    let found = of[newest % this.slots] ?? 0;
    for (let slot = oldest + 1; slot < newest; slot += 1)
      if (slot >= 0) found = pick(found, of[slot % this.slots] ?? found);
    return found;
  }
}
