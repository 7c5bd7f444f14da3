import type { Payload } from './payload';

const HOUR = 3600;
/** What a monitor could still read: the longest interval, and labels that come as late as a scenario may say. */
const KEPT_HOURS = 24 * 62;

/** How many captured requests carried which payload. */
export type Sample = ReadonlyMap<Payload, number>;

/** Captured requests of one endpoint, counted by the hour and by what they carried. */
export class CaptureLog {
  private readonly hours = new Map<number, Map<Payload, number>>();

  add(at: number, payload: Payload, count: number): void {
    if (count <= 0) return;
    const hour = Math.floor(at / HOUR);
    let here = this.hours.get(hour);
    if (!here) {
      this.hours.set(hour, (here = new Map<Payload, number>()));
      this.hours.delete(hour - KEPT_HOURS);
    }
    here.set(payload, (here.get(payload) ?? 0) + count);
  }

  /** What was captured from `from` until before `to`. */
  between(from: number, to: number): Sample {
    const sample = new Map<Payload, number>();
    for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour += 1) {
      for (const [payload, count] of this.hours.get(hour) ?? []) {
        sample.set(payload, (sample.get(payload) ?? 0) + count);
      }
    }
    return sample;
  }
}

export function sizeOf(sample: Sample): number {
  let size = 0;
  for (const count of sample.values()) size += count;
  return size;
}

/** The mean of something over a sample. */
export function meanOf(sample: Sample, of: (payload: Payload) => number): number {
  const size = sizeOf(sample);
  if (size === 0) return 0;
  let total = 0;
  for (const [payload, count] of sample) total += of(payload) * count;
  return total / size;
}
