import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDraftFile, readFolder, zipFolder } from '../../src/app/scenario-folder';
import { blankDraft, withDesign, withWords } from '../../src/game/author/designs';
import { bundleText } from '../../src/model/bundle';

const draft = (() => {
  const one = withDesign(blankDraft('mine'), 'solution', { nodes: {} });
  const two = withDesign(one.draft, 'attempt', { nodes: {} });
  return withWords(two.draft, two.key, { misses: ['rotation'] });
})();

describe('the folder of a scenario', () => {
  test('travels as a ZIP archive and comes back the same', () => {
    expect(readFolder(zipFolder(draft))).toEqual({ ok: true, value: draft });
    expect(readDraftFile('mine.zip', zipFolder(draft))).toEqual({ ok: true, value: draft });
  });

  test('may stand at any depth, with other files beside it', () => {
    const archive = zipSync({
      'course/week-1/scenario.json': strToU8(JSON.stringify(draft.scenario)),
      'course/week-1/README.md': strToU8('# Week 1'),
      '__MACOSX/course/._scenario.json': strToU8('rubbish'),
    });
    expect(readFolder(archive)).toMatchObject({ ok: true, value: { solutions: [], attempts: [] } });
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ['no archive', strToU8('PK but no more'), '', /not a ZIP archive/],
    ['an archive without a scenario', zipSync({ 'a.txt': strToU8('a') }), '', /no scenario.json/],
    [
      'a broken file',
      zipSync({ 'm/scenario.json': strToU8('{}'), 'm/attempts/x.json': strToU8('{ "title": ') }),
      'm/attempts/x.json',
      /ends too early/,
    ],
    [
      'a diagram that is none',
      zipSync({ 'm/scenario.json': strToU8('{}'), 'm/solutions/x.json': strToU8('{ "title": "x", "diagram": 1 }') }),
      'solutions[0].diagram',
      /must be/,
    ],
    [
      'more files than a scenario has',
      zipSync(Object.fromEntries([...Array(301).keys()].map((at) => [`m/attempts/a${at}.json`, strToU8('{}')]))),
      '',
      /more than a scenario/,
    ],
  ])('is refused as %s', (_, archive, place, reason) => {
    const read = readDraftFile('mine.zip', archive);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems[0]?.place).toContain(place);
    expect(read.problems[0]?.reason).toMatch(reason);
    expect(read.problems[0]?.remedy).not.toBe('');
  });
});

test('a bundle and a scenario are read as text, and text must be UTF-8', () => {
  expect(readDraftFile('mine.json', strToU8(bundleText(draft)))).toEqual({ ok: true, value: draft });
  expect(readDraftFile('s.json', strToU8(JSON.stringify(draft.scenario)))).toMatchObject({ ok: true });
  expect(readDraftFile('s.json', new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
    ok: false,
    problems: [{ reason: 'The file is not text in UTF-8.' }],
  });
});
