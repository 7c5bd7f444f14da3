import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBundle } from '../../src/model/bundle';
import { tablesOf } from '../e2e/guide';
import { examples, perimeter } from './command';

let folder: string;
const text = readFileSync(join(examples, 'clinic-scans.bundle.json'), 'utf8');
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perimeter-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('prove takes a bundle', () => {
  test('and a gap is at its line in the one file', () => {
    write('mine.json', text.replace('"misses": ["keys-rotate"]', '"misses": ["customer-managed-keys"]'));
    const { code, out } = perimeter(['prove', 'mine.json'], folder);
    expect(code).toBe(1);
    const line = text.split('\n').findIndex((words) => words.includes('"misses": ["keys-rotate"]')) + 1;
    expect(out).toContain(`mine.json:${line}: misses`);
    expect(out).toContain('It also misses “keys-rotate”');
  });

  test('but no scenario by itself, and says what is wrong with a broken one', () => {
    write('scenario-only.json', '{ "format": "perimeter-scenario" }');
    write('broken.json', text.replace('"perimeter-bundle",', '"perimeter-bundle"'));
    expect(perimeter(['prove', 'scenario-only.json'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is not a bundle of Perimeter.') as string,
    });
    expect(perimeter(['prove', 'broken.json'], folder)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^broken\.json:3: /m) as string,
    });
  });
});

test('the finished example of the guide says what the guide says', () => {
  const read = readBundle(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { scenario } = read.value;
  const [fields = [], question = []] = tablesOf('trainer.md', '5.');
  for (const [field = '', words = ''] of fields) {
    expect(
      Object.entries(scenario)
        .find(([key]) => key === field.toLowerCase())?.[1]
        ?.toString(),
    ).toBe(words);
  }
  expect(scenario.questions[0]?.options.map((one) => one.text)).toEqual([question[1]?.[1], question[3]?.[1]]);
  const [, hints = []] = tablesOf('trainer.md', '4.');
  const written = scenario.requirements.flatMap((one) => [...one.hints.map((hint) => hint.text), one.debrief]);
  expect(written).toEqual(hints.map(([, , words]) => words));
});
