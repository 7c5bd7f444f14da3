import { expect, it } from 'vitest';
import { mapOf, nextOf } from '../../src/game/level-map';
import { NO_PROGRESS } from '../../src/game/progress';

const one = (id: string, difficulty: 'foundation' | 'intermediate' | 'advanced', minutes: number, domain = 'D') => ({
  id,
  title: id,
  difficulty,
  minutes,
  domain,
});
const all = [
  one('c', 'advanced', 5),
  one('b', 'foundation', 20),
  one('a', 'foundation', 5),
  one('e', 'advanced', 5, 'E'),
];
const solved = (...ids: string[]) => ({
  ...NO_PROGRESS,
  best: Object.fromEntries(
    ids.map((id) => [id, { earned: 1, possible: 1, stars: 2 as const, monthly: 0, at: '2026-01-01T00:00:00Z' }]),
  ),
});

it('groups by domain, then by level, the shortest first', () => {
  const shape = mapOf(all).map(({ domain, levels }) => [
    domain,
    ...levels.map(({ difficulty, scenarios }) => `${difficulty}: ${scenarios.map(({ id }) => id).join(' ')}`),
  ]);
  expect(shape).toEqual([
    ['D', 'foundation: a b', 'advanced: c'],
    ['E', 'advanced: e'],
  ]);
});

it('goes on after a scenario, and comes back to what was left out', () => {
  const next = (after: string | undefined, ...ids: string[]) => nextOf(all, solved(...ids), after)?.id;
  expect([next(undefined), next('a'), next('b', 'b'), next('e', 'e'), next('a', 'a', 'b', 'c', 'e')]).toEqual([
    'a',
    'b',
    'c',
    'a',
    undefined,
  ]);
});
