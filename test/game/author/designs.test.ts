import { describe, expect, test } from 'vitest';
import {
  START,
  blankDraft,
  diagramOf,
  isLocked,
  keysOf,
  relocked,
  startOf,
  unlocked,
  withDesign,
  withDiagram,
  withLock,
  withName,
  withScenario,
  withWords,
  withoutDesign,
} from '../../../src/game/author/designs';
import { withRequirement } from '../../../src/game/author/requirements';
import type { Draft } from '../../../src/model/bundle';
import type { Diagram } from '../../../src/model/diagram';

const key = (props = {}): Diagram => ({
  nodes: { key: { id: 'key', kind: 'kms-key', name: 'key', position: { x: 0, y: 0 }, props } },
});
const drawn = (diagram: Diagram): Draft => withDiagram(blankDraft('mine'), START, diagram);

describe('the designs of a draft', () => {
  test('begin with an empty start', () => {
    expect(keysOf(blankDraft('mine'))).toEqual([START]);
    expect(startOf(blankDraft('mine'))).toEqual({ nodes: {} });
  });

  test('are copies of a drawing with a free name, and can be renamed and removed', () => {
    const one = withDesign(drawn(key()), 'solution', key());
    const two = withDesign(one.draft, 'solution', key());
    expect(two.draft.solutions.map(({ name, title }) => [name, title])).toEqual([
      ['solution-1', 'Solution 1'],
      ['solution-2', 'Solution 2'],
    ]);
    expect(withName(two.draft, two.key, 'solution-1')).toBeUndefined();
    expect(withName(two.draft, two.key, 'Not a name')).toBeUndefined();
    const renamed = withName(two.draft, two.key, 'own-key');
    expect(renamed && keysOf(renamed).at(-1)).toEqual({ type: 'solution', name: 'own-key' });
    expect(withoutDesign(two.draft, one.key).solutions.map(({ name }) => name)).toEqual(['solution-2']);
  });

  test('change by themselves', () => {
    const { draft, key: attempt } = withDesign(drawn(key()), 'attempt', key());
    const edited = withWords(withDiagram(draft, attempt, key({ enableKeyRotation: true })), attempt, {
      misses: ['rotation'],
    });
    expect(diagramOf(edited, attempt)).toEqual(key({ enableKeyRotation: true }));
    expect(startOf(edited)).toEqual(key());
    expect(edited.attempts[0]?.misses).toEqual(['rotation']);
  });

  test('give the same diagram again, so that nobody redraws for nothing', () => {
    const draft = drawn(key());
    expect(startOf(draft)).toBe(startOf(draft));
    const diagram = key({ enableKeyRotation: true });
    expect(startOf(withDiagram(draft, START, diagram))).toBe(diagram);
  });
});

describe('what the start locks', () => {
  const { draft } = withDesign(drawn(key()), 'solution', key());
  const locked = withLock(draft, 'key', true);
  const solution = (of: Draft) => of.solutions[0]?.diagram.nodes['key'];

  test('is locked in every design, and free again with it', () => {
    expect(isLocked(locked, 'key')).toBe(true);
    expect(solution(locked)?.locked).toBe(true);
    const freed = withLock(locked, 'key', false);
    expect(isLocked(freed, 'key')).toBe(false);
    expect(solution(freed)).not.toHaveProperty('locked');
  });

  test('has the values of the start everywhere', () => {
    const changed = withDiagram(locked, START, relocked(key({ enableKeyRotation: true }), startOf(locked)));
    expect(solution(changed)?.props).toEqual({ enableKeyRotation: true });
    expect(solution(changed)?.locked).toBe(true);
  });

  test('is free while the start itself is drawn, and locked again after it', () => {
    const free = unlocked(startOf(locked));
    expect(free.nodes['key']).not.toHaveProperty('locked');
    expect(relocked(free, startOf(locked))).toEqual(startOf(locked));
    expect(unlocked(key())).toEqual(key());
  });

  test('a lock on what is not there changes nothing', () => {
    expect(withLock(draft, 'nothing', true)).toBe(draft);
  });
});

test('a requirement is added with an id of its own, points and a ladder to fill', () => {
  const offer = { check: 'keys-rotate', params: {}, title: 'Keys rotate' };
  const twice = withRequirement(withRequirement(blankDraft('mine'), offer), offer);
  expect(twice.scenario['requirements']).toMatchObject([
    { id: 'keys-rotate', title: 'Keys rotate', points: 10, hints: [{ level: 'nudge', text: '' }, {}, {}] },
    { id: 'keys-rotate-2' },
  ]);
  const renamed = withScenario(twice, ['requirements', 0, 'title'], 'Once a year');
  expect(renamed.scenario['requirements']).toMatchObject([{ title: 'Once a year' }, { title: 'Keys rotate' }]);
});
