import { describe, expect, test } from 'vitest';
import { formOf } from '../../../src/catalog/form-model';
import { Requirement, Scenario } from '../../../src/model/scenario';
import { fieldWords, placeWords } from '../../../src/modes/author/field-words';
import { targetOf } from '../../../src/modes/author/navigation';

const scenario = { type: 'scenario', name: '' } as const;
const solution = { type: 'solution', name: 'own-key' } as const;
const start = { type: 'start', name: '' } as const;

describe('a line of the list leads to', () => {
  test.each<[string, Parameters<typeof targetOf>[0], ReturnType<typeof targetOf>]>([
    ['a field of the story', { part: scenario, path: ['title'] }, { view: 'fields', place: 'title' }],
    [
      'a field of a requirement',
      { part: scenario, path: ['requirements', 1, 'hints', 0, 'text'] },
      { view: 'goals', place: 'requirements[1].hints[0].text' },
    ],
    ['the start', { part: scenario, path: ['start'] }, { view: 'draw', design: start }],
    [
      'an element of the start',
      { part: scenario, path: ['start', 'nodes', 'a', 'kind'] },
      { view: 'draw', design: start, node: 'a' },
    ],
    [
      'the drawings, when it is about the whole scenario',
      { part: scenario, path: [] },
      { view: 'draw', design: start },
    ],
    [
      'a property in a solution',
      { part: solution, path: ['diagram', 'nodes', 'a', 'props', 'kmsKey'] },
      { view: 'draw', design: solution, node: 'a', field: 'kmsKey' },
    ],
    [
      'what an attempt promises',
      { part: { type: 'attempt', name: 'x' }, path: ['misses', 0] },
      { view: 'draw', design: { type: 'attempt', name: 'x' } },
    ],
  ])('%s', (_, missing, target) => {
    expect(targetOf(missing)).toEqual(target);
  });
});

describe('a place in words', () => {
  test.each([
    ['allowedKinds', 'Palette of the player'],
    ['requirements[0].hints[1].text', 'Requirement 1, hint 2, hint'],
    ['questions[2]', 'Question 3'],
    ['account.scps[0].level', 'Account, level 1, level'],
    ['something.new', 'Something, new'],
  ])('%s', (place, words) => {
    expect(placeWords(place)).toBe(words);
  });

  test('what a check asks about an incident is called as in the incidents of the scenario', () => {
    expect(fieldWords('requirements[].params.incident.atHour')).toBe(fieldWords('incidents[].atHour'));
    expect(fieldWords('requirements[].params.action')).toBeUndefined();
  });

  test('every field of a scenario and of a requirement has words of its own', () => {
    const written = new Set(['$schema', 'format', 'version', 'start']);
    const fields = formOf(Scenario)
      .map(({ key }) => key)
      .filter((key) => !written.has(key));
    expect(fields.filter((key) => fieldWords(key)?.title === undefined)).toEqual([]);
    const own = formOf(Requirement).map(({ key }) => `requirements[].${key}`);
    expect(own.filter((key) => fieldWords(key)?.title === undefined)).toEqual([]);
  });
});
