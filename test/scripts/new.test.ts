import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fill, refusal } from '../../scripts/new.mjs';
import { Attempt, Scenario, Solution } from '../../src/model/scenario';

const root = join(import.meta.dirname, '../..');
const filled = (path: string) => fill(readFileSync(join(root, path), 'utf8'), 'claims-triage');

describe('ids', () => {
  test.each(['sns-topic', 'vpc', 's3-bucket'])('%s may be taken', (id) => {
    expect(refusal(id)).toBeUndefined();
  });
  test.each([undefined, '', 'S3', '-a', 'a-', 'a--b', '../x', 'a/b', '_template', 'index', 'x'.repeat(61)])(
    '%s is refused with a sentence',
    (id) => {
      expect(refusal(id)).toMatch(/\w.*\./);
    },
  );
});

describe('templates', () => {
  const templates = ['src/catalog/_template', 'scenarios/_template', 'src/checks'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tmpl'))
      .map((name) => join(folder, name)),
  );
  test('are there for every room', () => {
    for (const room of ['src/catalog', 'src/checks', 'scenarios']) {
      expect(
        templates.some((path) => path.startsWith(room)),
        room,
      ).toBe(true);
    }
  });
  test.each(templates)('%s leaves no place open', (path) => {
    expect(filled(path)).not.toMatch(/\{\{|__[A-Z]+__/);
  });
  test('a new scenario parses, with its solution and its attempt', () => {
    const scenario = Scenario.parse(JSON.parse(filled('scenarios/_template/scenario.json.tmpl')));
    expect(scenario.id).toBe('claims-triage');
    Solution.parse(JSON.parse(filled('scenarios/_template/solutions/first.json.tmpl')));
    const attempt = Attempt.parse(JSON.parse(filled('scenarios/_template/attempts/no-rotation.json.tmpl')));
    expect(scenario.requirements.map(({ id }) => id)).toEqual(attempt.misses);
  });
});
