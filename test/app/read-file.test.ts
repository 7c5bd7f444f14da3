import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyFile } from '../../src/app/read-file';
import { EMPTY_DIAGRAM } from '../../src/model/diagram';
import { makeSave } from '../../src/model/save';

describe('a file that somebody opens', () => {
  it('may be work', () => {
    const text = JSON.stringify(makeSave('some', EMPTY_DIAGRAM, '2026-01-01T00:00:00Z'));
    expect(readAnyFile(text)).toMatchObject({ type: 'save', save: { scenario: 'some' } });
  });
  it('may be a bundle: a player gets its scenario', () => {
    const text = readFileSync('docs/examples/clinic-scans.bundle.json', 'utf8');
    expect(readAnyFile(text)).toMatchObject({ type: 'scenario', scenario: { id: 'clinic-scans' } });
    expect(readAnyFile(text.replace('"minutes": 5', '"minutes": 0'))).toMatchObject({
      type: 'problems',
      problems: [{ place: 'scenario.minutes' }],
    });
  });
  it.each([
    '{"format":"perimeter-bundle"}',
    '',
    '{',
    'null',
    '[]',
    '42',
    '{"format":"other"}',
    '{"format":"perimeter-save"}',
    '{"format":"perimeter-scenario"}',
  ])('gets a reason and a remedy when it is %j', (text) => {
    const read = readAnyFile(text);
    if (read.type !== 'problems') throw new Error('it was accepted');
    expect(read.problems.length).toBeGreaterThan(0);
    for (const problem of read.problems) {
      expect(problem.reason).not.toBe('');
      expect(problem.remedy).not.toBe('');
    }
  });
});
