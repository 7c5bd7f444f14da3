import type { Requirement } from '../model/scenario';

/** A goal or a prediction: whatever has hints. */
type Hinted = Pick<Requirement, 'hints'>;

export type Hint = Requirement['hints'][number];

const ORDER: readonly Hint['level'][] = ['nudge', 'principle', 'where', 'step'];

/** The hints of a requirement that are open, from the gentlest on. */
export function hintsFor(requirement: Hinted, opened: number): Hint[] {
  const sorted = [...requirement.hints].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return sorted.slice(0, Math.max(0, opened));
}

/** How many hints are still closed. */
export function hintsLeft(requirement: Hinted, opened: number): number {
  return Math.max(0, requirement.hints.length - Math.max(0, opened));
}
