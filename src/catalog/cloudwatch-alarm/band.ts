import type { Props } from './props';

/** Comparisons with a band of what is usual, and the sides on which it is left. */
export const SIDES = {
  LessThanLowerOrGreaterThanUpperThreshold: 'both',
  LessThanLowerThreshold: 'below',
  GreaterThanUpperThreshold: 'above',
} as const;

export function isBand(comparison: Props['comparison']): comparison is keyof typeof SIDES {
  return comparison in SIDES;
}
