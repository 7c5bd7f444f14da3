import type { Scenario } from '../model/scenario';
import type { Progress } from './progress';
import { bestOf } from './progress';

type Placed = Pick<Scenario, 'id' | 'title' | 'difficulty' | 'minutes' | 'domain'>;
export type Difficulty = Scenario['difficulty'];

const DIFFICULTIES: readonly Difficulty[] = ['foundation', 'intermediate', 'advanced'];

export interface Level<One> {
  readonly difficulty: Difficulty;
  /** the shortest first. */
  readonly scenarios: readonly One[];
}
export interface Domain<One> {
  readonly domain: string;
  /** the easiest first; a level that nobody has filled is absent. */
  readonly levels: readonly Level<One>[];
}

/** Scenarios from the easiest to the hardest, within that from the shortest to the longest. */
function inOrder<One extends Placed>(scenarios: readonly One[]): readonly One[] {
  const rank = ({ difficulty }: Placed): number => DIFFICULTIES.indexOf(difficulty);
  return [...scenarios].sort(
    (one, other) => rank(one) - rank(other) || one.minutes - other.minutes || one.title.localeCompare(other.title),
  );
}

/** The list of scenarios as a map: domain, level, scenarios. */
export function mapOf<One extends Placed>(scenarios: readonly One[]): readonly Domain<One>[] {
  const ordered = inOrder(scenarios);
  return [...new Set(scenarios.map(({ domain }) => domain))].map((domain) => ({
    domain,
    levels: DIFFICULTIES.map((difficulty) => ({
      difficulty,
      scenarios: ordered.filter((one) => one.domain === domain && one.difficulty === difficulty),
    })).filter((level) => level.scenarios.length > 0),
  }));
}

/** Two stars mean that everything is proved. */
const SOLVED = 2;

export function isSolved(progress: Progress, scenario: string): boolean {
  return (bestOf(progress, scenario)?.stars ?? 0) >= SOLVED;
}

/** What to play next: the first after this one that is not solved, else the first at all; nothing when all are. */
export function nextOf<One extends Placed>(
  scenarios: readonly One[],
  progress: Progress,
  after?: string,
): One | undefined {
  const ordered = inOrder(scenarios);
  const from = ordered.findIndex(({ id }) => id === after) + 1;
  return [...ordered.slice(from), ...ordered.slice(0, from)].find(({ id }) => id !== after && !isSolved(progress, id));
}
