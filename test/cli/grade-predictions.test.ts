import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSave } from '../../src/model/save';
import { Scenario } from '../../src/model/scenario';
import { perimeter } from './command';

const ID = 'before-the-business-notices';
const folder = mkdtempSync(join(tmpdir(), 'perimeter-foretold-'));
const text = readFileSync(join(import.meta.dirname, '../../scenarios', ID, 'scenario.json'), 'utf8');
const scenario = Scenario.parse(JSON.parse(text));
const handIn = (name: string, answers: Record<string, string[]>) => {
  const save = makeSave(ID, scenario.start, '2026-01-01T00:00:00Z', answers);
  writeFileSync(join(folder, name), JSON.stringify(save));
  return join(folder, name);
};

interface Grades {
  readonly scenario: { readonly possible: number; readonly predictions: readonly { readonly id: string }[] };
  readonly summary: { readonly missed: Record<string, number> };
  readonly handIns: readonly { readonly earned: number; readonly predictions: readonly { readonly id: string }[] }[];
}

beforeAll(() => void perimeter(['--help']), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was foretold counts, and is in every format', () => {
  const ana = handIn('ana.json', { 'season-gone': ['told', 'seen-untold'], 'slow-morning': ['minutes'] });
  const ben = handIn('ben.json', {});
  const json = JSON.parse(perimeter(['grade', ID, ana, ben, '--format', 'json']).out) as Grades;
  expect(json.scenario.possible).toBe(100);
  expect(json.scenario.predictions).toHaveLength(5);
  const [first, second] = json.handIns;
  expect((first?.earned ?? 0) - (second?.earned ?? 0)).toBe(15);
  expect(first?.predictions).toContainEqual({
    id: 'season-gone',
    right: true,
    earned: 5,
    committed: ['told', 'seen-untold'],
  });
  expect(json.summary.missed).toMatchObject({ 'season-gone': 2, 'slow-morning': 1, 'disk-full': 2 });

  const [head = '', row = ''] = perimeter(['grade', ID, ana, '--format', 'csv']).out.split('\r\n');
  const column = head.split(',').indexOf('season-gone');
  expect([row.split(',')[column], row.split(',')[column + 1]]).toEqual(['5', '0']);
  const report = perimeter(['grade', ID, ana, '--format', 'junit']).out;
  expect(report).toContain('name="slow-morning: Thursday, 08:00 to 11:00.');
  expect(report.match(/<failure message="It was not foretold at the first try/g)).toHaveLength(4);
}, 60_000);
