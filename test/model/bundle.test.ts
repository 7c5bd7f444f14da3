import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundleText, readBundle, readDraft, type Draft } from '../../src/model/bundle';
import type { Json } from '../../src/model/json';
import { LIMITS } from '../../src/model/diagram';

const read = (path: string) =>
  JSON.parse(readFileSync(`docs/examples/own-key/${path}`, 'utf8')) as { [key: string]: Json };
const whole = {
  format: 'perimeter-bundle',
  version: 1,
  scenario: read('scenario.json'),
  solutions: [{ name: 'bucket', ...read('solutions/bucket.json') }],
  attempts: [{ name: 'no-key', ...read('attempts/no-key.json') }],
};
const text = (change: object = {}) => JSON.stringify({ ...whole, ...change }, null, 2);
const draft = (source: string): Draft => {
  const made = readDraft(source);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
};

describe('a bundle', () => {
  test('holds what the folder of a scenario holds', () => {
    const { value } = readBundle(text()) as { value: { scenario: { id: string }; solutions: { name: string }[] } };
    expect(value.scenario.id).toBe('own-key');
    expect(value.solutions.map(({ name }) => name)).toEqual(['bucket']);
  });

  test('comes back from its own text', () => {
    const first = draft(text());
    expect(draft(bundleText(first))).toEqual(first);
    expect(readBundle(bundleText(first)).ok).toBe(true);
  });

  test.each<[string, string, { place: string; reason: string }]>([
    ['no JSON', '{ "format": ', { place: '', reason: 'The text ends too early.' }],
    [
      'another file',
      '{ "format": "perimeter-save" }',
      { place: '', reason: expect.stringMatching(/not a bundle/) as string },
    ],
    ['a bundle of a later version', text({ version: 2 }), { place: 'version', reason: expect.any(String) as string }],
    [
      'an attempt that misses nothing',
      text({ attempts: [{ ...whole.attempts[0], misses: [] }] }),
      { place: 'attempts[0].misses', reason: 'This is too short.' },
    ],
    [
      'two designs of one name',
      text({ solutions: [...whole.solutions, ...whole.solutions] }),
      { place: 'solutions[1].name', reason: 'The name “bucket” is used twice.' },
    ],
    [
      'a name that leads out of the folder',
      text({ solutions: [{ ...whole.solutions[0], name: '../bucket' }] }),
      { place: 'solutions[0].name', reason: 'This is not written as expected.' },
    ],
    [
      'a scenario that is not whole',
      text({ scenario: { ...whole.scenario, title: '' } }),
      { place: 'scenario.title', reason: 'This is too short.' },
    ],
    [
      'more than fits',
      `${text()}${' '.repeat(LIMITS.fileBytes)}`,
      { place: '', reason: 'The file is larger than 2 MB.' },
    ],
  ])('is refused with %s', (_, source, problem) => {
    const made = readBundle(source);
    expect(made).toMatchObject({ ok: false, problems: [problem] });
    if (made.ok) return;
    for (const one of made.problems) expect(one.remedy).not.toBe('');
    if (problem.place !== '') expect(made.problems[0]?.line).toBeGreaterThan(1);
  });
});

describe('a draft', () => {
  test('may lack anything but what is drawn', () => {
    const unfinished = { title: '', start: { nodes: {} } };
    expect(draft(text({ scenario: unfinished, attempts: [{ ...whole.attempts[0], misses: [] }] })).scenario).toEqual(
      unfinished,
    );
  });

  test('may be a scenario by itself', () => {
    expect(draft(JSON.stringify(whole.scenario))).toEqual({ scenario: whole.scenario, solutions: [], attempts: [] });
  });

  test.each([
    [
      'the scenario',
      JSON.stringify({ ...whole.scenario, start: { nodes: { a: { id: 'b' } } } }, null, 2),
      'start.nodes.a',
    ],
    ['the bundle', text({ scenario: { start: { nodes: { a: { id: 'b' } } } } }), 'scenario.start.nodes.a'],
    ['a solution', text({ solutions: [{ name: 'x', title: '', diagram: { nodes: 3 } }] }), 'solutions[0].diagram'],
  ])('cannot be worked on while a diagram of %s is none', (_, source, place) => {
    const made = readDraft(source);
    expect(made.ok).toBe(false);
    if (made.ok) return;
    expect(made.problems[0]?.place).toContain(place);
    expect(made.problems[0]?.line).toBeGreaterThan(1);
  });
});
