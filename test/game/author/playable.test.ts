import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blankScenario, idOf, playable } from '../../../src/game/author/playable';
import { listAt, valueAt, writeAt } from '../../../src/game/author/place';
import type { Json } from '../../../src/model/json';
import { Scenario } from '../../../src/model/scenario';

const whole = JSON.parse(readFileSync('docs/examples/own-key/scenario.json', 'utf8')) as { [key: string]: Json };

describe('an unfinished scenario', () => {
  test('that lacks nothing is itself', () => {
    const { scenario, faults, aligned } = playable(whole);
    expect(scenario).toEqual(Scenario.parse(whole));
    expect(faults).toEqual([]);
    expect(aligned).toBe(true);
  });

  test('can be tried as soon as it is begun, and says what is missing where', () => {
    const { scenario, faults, aligned } = playable(blankScenario('mine'));
    expect(scenario).toMatchObject({ id: 'mine', title: '…', requirements: [], allowedKinds: [] });
    expect(aligned).toBe(true);
    expect(faults.map(({ place }) => place).sort()).toEqual([
      'allowedKinds',
      'debrief',
      'requirements',
      'story',
      'summary',
      'title',
    ]);
    for (const fault of faults) expect(fault.remedy).not.toBe('');
  });

  test.each<[string, (string | number)[], Json | undefined]>([
    ['a title that is a number', ['title'], 5],
    ['no story', ['story'], undefined],
    ['a task that does not exist', ['task'], 'guess'],
    ['a property that does not exist', ['weather'], 'fine'],
    ['a hint without words', ['requirements', 0, 'hints', 0, 'text'], ''],
    ['a requirement that is a word', ['requirements', 0], 'rotation'],
    ['points below one', ['requirements', 1, 'points'], 0],
    ['a question with one answer', ['questions', 0, 'options'], []],
    ['requirements that are no list', ['requirements'], 'none'],
    ['a start that is no diagram', ['start'], { nodes: [] }],
    ['an account that is no account', ['account'], { id: 'mine' }],
  ])('stays playable with %s', (_, place, value) => {
    const broken = writeAt(whole, place, value) as { [key: string]: Json };
    const { scenario, faults } = playable(broken);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]?.path.slice(0, 1)).toEqual(place[0] === 'weather' ? [] : place.slice(0, 1));
    expect(Scenario.safeParse({ ...scenario, requirements: Scenario.parse(whole).requirements }).success).toBe(true);
  });

  test('what cannot be understood goes alone, and places no longer agree', () => {
    const { scenario, aligned } = playable(writeAt(whole, ['requirements', 0], 'rotation') as typeof whole);
    expect(scenario.requirements.map(({ id }) => id)).toEqual(['own-keys']);
    expect(aligned).toBe(false);
  });

  test('has an id even when none is written', () => {
    expect(idOf(whole)).toBe('own-key');
    expect(idOf({ id: 'Not An Id' })).toBe('draft');
  });
});

describe('a place', () => {
  test('is read, written and taken out without touching the rest', () => {
    const root: Json = { list: [{ a: 1 }, { a: 2 }], other: true };
    expect(valueAt(root, ['list', 1, 'a'])).toBe(2);
    expect(valueAt(root, ['list', 9, 'a'])).toBeUndefined();
    expect(valueAt(root, ['constructor'])).toBeUndefined();
    expect(writeAt(root, ['list', 0, 'a'], 3)).toEqual({ list: [{ a: 3 }, { a: 2 }], other: true });
    expect(writeAt(root, ['list', 0], undefined)).toEqual({ list: [{ a: 2 }], other: true });
    expect(writeAt(root, ['list', 7], { a: 9 })).toEqual({ list: [{ a: 1 }, { a: 2 }, { a: 9 }], other: true });
    expect(writeAt(root, ['deep', 'er'], 1)).toEqual({ ...root, deep: { er: 1 } });
    expect(writeAt(root, ['other'], undefined)).toEqual({ list: root['list'] });
    expect(listAt(root, ['other'])).toEqual([]);
  });
});
