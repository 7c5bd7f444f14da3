const HOUR = 3600;
const DAY = 24 * HOUR;
/** "Using CloudWatch anomaly detection": the model is trained on up to two weeks of the metric. */
const DAYS = 14;
/** Ours: with fewer values nothing is said about what is usual. */
const FEWEST_VALUES = 3;
/** Below this share of the mean a difference is one of rounding. */
const ROUNDING = 1e-9;

interface Range {
  readonly mean: number;
  readonly spread: number;
}

/**
 * What a metric usually is at this hour of the day. Ours, and simpler than the model of CloudWatch, which also learns
 * weekdays and trends: mean and standard deviation of the same hour on earlier days of the run.
 */
export class UsualValues {
  /** by hour of the day: values of each day. */
  private readonly hours: Map<number, number[]>[] = Array.from({ length: 24 }, () => new Map<number, number[]>());
  /** by hour of the run: what earlier days say does not change any more. */
  private readonly known = new Map<number, Range | undefined>();

  /** The value of a period that starts at `at`. */
  learn(at: number, value: number): void {
    const day = Math.floor(at / DAY);
    const days = this.hours[hourOf(at)];
    const values = days?.get(day);
    if (values) values.push(value);
    else days?.set(day, [value]);
    days?.delete(day - DAYS - 1);
  }

  /** What was usual at `at`, as earlier days say; `undefined` = there are too few. */
  at(at: number): Range | undefined {
    const hour = Math.floor(at / HOUR);
    if (!this.known.has(hour)) this.known.set(hour, this.range(at));
    return this.known.get(hour);
  }

  private range(at: number): Range | undefined {
    const today = Math.floor(at / DAY);
    const days = [...(this.hours[hourOf(at)] ?? [])].filter(([day]) => day < today && day >= today - DAYS);
    const values = days.flatMap(([, some]) => some);
    if (values.length < FEWEST_VALUES) return undefined;
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
  }
}

/** How far a value lies outside of its band; 0 or less = inside. `width` is in standard deviations. */
export function outsideBand(
  value: number,
  { mean, spread }: Range,
  { width, sides }: { readonly width: number; readonly sides: 'both' | 'above' | 'below' },
): number {
  const above = value - mean;
  const away = sides === 'above' ? above : sides === 'below' ? -above : Math.abs(above);
  return away - width * spread - ROUNDING * Math.abs(mean);
}

function hourOf(at: number): number {
  return Math.floor((at % DAY) / HOUR);
}
