// @vitest-environment jsdom
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { examples, perimeter } from './command';

const folder = mkdtempSync(join(tmpdir(), 'perimeter-junit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads it as XML; what is not well-formed fails here. */
function reportOf(args: readonly string[]): Document {
  const document = new DOMParser().parseFromString(perimeter([...args, '--format', 'junit']).out, 'text/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}
const texts = (document: Document, name: string) =>
  [...document.querySelectorAll(name)].map(({ textContent }) => textContent);

describe('JUnit', () => {
  test('counts right and escapes what it quotes', () => {
    const odd = join(folder, '<&">\'.json');
    writeFileSync(odd, readFileSync(join(examples, 'hand-ins/ana.json')));
    const report = reportOf(['grade', 'own-key', 'hand-ins', odd]);
    const suites = [...report.querySelectorAll('testsuite')];
    expect(suites.map((suite) => suite.getAttribute('name'))).toContain(odd);
    for (const suite of [...suites, report.documentElement]) {
      const many = (name: string) => String(suite.querySelectorAll(name).length);
      expect(suite.getAttribute('tests')).toBe(many('testcase'));
      expect(suite.getAttribute('failures')).toBe(many('failure'));
      expect(suite.getAttribute('errors')).toBe(many('error'));
    }
    const failed = [...report.querySelectorAll('failure')].map(({ parentElement }) => parentElement);
    expect(failed.map((one) => one?.getAttribute('name'))).toEqual(['rotation: Keys rotate']);
    expect(texts(report, 'error')).toEqual([expect.stringContaining('nodes.key.position')]);
  });
  test('of a proof has a test for every claim; what could not be asked is skipped', () => {
    const report = reportOf(['prove', 'broken']);
    expect(report.querySelectorAll('testcase')).toHaveLength(11);
    expect(report.querySelectorAll('skipped')).toHaveLength(4);
    expect(texts(report, 'failure').join('\n')).toContain('There is no solution.');
  });
  test('of a lint has a test for every fault', () => {
    const report = reportOf(['lint', 'own-key', 'broken']);
    expect(texts(report, 'failure')).toEqual([
      expect.stringContaining('sns-topik'),
      expect.stringContaining('customer-managed-kees'),
      expect.stringContaining('2 of 3 hints'),
    ]);
  });
});
