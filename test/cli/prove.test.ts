import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { examples, perimeter } from './command';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perimeter-prove-'));
  cpSync(join(examples, 'own-key'), join(folder, 'own-key'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
};
interface Proofs {
  readonly scenarios: readonly {
    readonly folder: string;
    readonly state: string;
    readonly claims?: readonly {
      readonly id: string;
      readonly state: string;
      readonly gaps: readonly { readonly code: string; readonly file: string; readonly line?: number }[];
    }[];
    readonly matrix?: readonly { readonly name: string; readonly cells: readonly { readonly met: boolean }[] }[];
    readonly faults?: readonly { readonly file: string; readonly line?: number }[];
  }[];
}
const proofs = (...args: string[]) => {
  const ran = perimeter(['prove', ...args, '--format', 'json'], folder);
  return { ...ran, json: JSON.parse(ran.out) as Proofs };
};

describe('prove', () => {
  test('a folder of scenarios: each is proven, with its matrix', () => {
    cpSync(join(folder, 'own-key'), join(folder, 'again'), { recursive: true });
    const { code, json } = proofs('.');
    expect(code).toBe(0);
    expect(json.scenarios.map((one) => [one.folder, one.state])).toEqual([
      ['again', 'proven'],
      ['own-key', 'proven'],
    ]);
    expect(json.scenarios[0]?.matrix?.map(({ name }) => name)).toEqual([
      '',
      'bucket',
      'topic',
      'no-key',
      'no-rotation',
    ]);
  });
  test('a gap is in a file, at a line', () => {
    edit('own-key/attempts/no-rotation.json', '"rotation"', '"own-keys"');
    const { code, json } = proofs('own-key');
    expect(code).toBe(1);
    const gaps = json.scenarios[0]?.claims?.flatMap((claim) => claim.gaps);
    expect(gaps?.map((gap) => [gap.code, gap.file, gap.line])).toEqual([
      ['attempt-misses-more', 'own-key/attempts/no-rotation.json', 3],
      ['attempt-meets', 'own-key/attempts/no-rotation.json', 3],
    ]);
  });
  test('a file that cannot be read stops that scenario, not the others', () => {
    cpSync(join(folder, 'own-key'), join(folder, 'again'), { recursive: true });
    edit('again/solutions/topic.json', '"kms-key"', '5');
    const { code, err, json } = proofs('.');
    expect(code).toBe(2);
    expect(json.scenarios.map(({ state }) => state)).toEqual(['unreadable', 'proven']);
    expect(err).toMatch(/^again\/solutions\/topic\.json:[4-9]: diagram\.nodes\.key\.kind: /);
  });
});

describe('lint', () => {
  test('says what is wrong where, and does not judge designs', () => {
    rmSync(join(folder, 'own-key/solutions'), { recursive: true });
    expect(perimeter(['lint', 'own-key'], folder).code).toBe(0);
    edit('own-key/scenario.json', '"keys-rotate"', '"keys-rotat"');
    const { code, out } = perimeter(['lint', 'own-key'], folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^own-key\/scenario\.json:\d+: requirements\[0\]\.check: .*“keys-rotat”/m);
  });
  test('a scenario that is not understood is a finding; one that is not there is not', () => {
    edit('own-key/scenario.json', '"minutes": 5', '"minutes": "five"');
    const { code, out } = perimeter(['lint', 'own-key'], folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^own-key\/scenario\.json:\d+: minutes: /m);
    expect(perimeter(['lint', 'missing'], folder).code).toBe(2);
  });
});
