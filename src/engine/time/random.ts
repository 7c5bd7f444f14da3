/**
 * Dice of one component: sfc32 (Chris Doty-Humphrey), seeded by the seed of the simulation and the component's own
 * name. What one component throws does not shift what another one throws.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number, label: string) {
    this.a = seed | 0;
    this.b = hash(label, 2_166_136_261);
    this.c = hash(label, 3_339_451_269);
    for (let round = 0; round < 12; round += 1) this.uniform();
  }

  /** Between 0 and 1, both excluded. */
  uniform(): number {
    const t = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return ((t >>> 0) + 0.5) / 4_294_967_296;
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string, start: number): number {
  let value = start | 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  }
  return value;
}

/** Below this mean a count is searched exactly; above it the normal distribution is near enough. */
const EXACT = 30;

/**
 * The count of events whose mean is `mean`, for one throw of the dice. Grows with the mean for the same throw, so
 * that more traffic never makes a minute emptier.
 */
export function poissonQuantile(uniform: number, mean: number): number {
  if (mean <= 0) return 0;
  if (mean >= EXACT) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(uniform)));
  let chance = Math.exp(-mean);
  let total = chance;
  let count = 0;
  while (uniform > total && count < 200) {
    count += 1;
    chance *= mean / count;
    total += chance;
  }
  return count;
}

/** How many of `size` fall to `share`, for one throw of the dice. */
export function binomialQuantile(uniform: number, size: number, share: number): number {
  if (size <= 0 || share <= 0) return 0;
  if (share >= 1) return size;
  if (size * share < EXACT) return Math.min(size, poissonQuantile(uniform, size * share));
  const spread = Math.sqrt(size * share * (1 - share));
  return Math.min(size, Math.max(0, Math.round(size * share + spread * normalQuantile(uniform))));
}

/** Inverse of the normal distribution: the rational approximation of P. J. Acklam, relative error below 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return tail(q);
  }
  if (p > 1 - 0.02425) {
    const q = Math.sqrt(-2 * Math.log(1 - p));
    return -tail(q);
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

function tail(q: number): number {
  return (
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
  );
}
