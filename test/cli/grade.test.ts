import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { examples, perimeter } from './command';

const folder = mkdtempSync(join(tmpdir(), 'perimeter-cli-'));
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const save = readFileSync(join(examples, 'hand-ins/ana.json'), 'utf8');
const diagram = (JSON.parse(save) as { diagram: { nodes: Record<string, object> } }).diagram;

interface Grades {
  readonly summary: { readonly handIns: number; readonly passed: number; readonly missed: Record<string, number> };
  readonly handIns: readonly {
    readonly file: string;
    readonly result: string;
    readonly earned?: number;
    readonly breaches?: readonly { readonly code: string }[];
    readonly faults?: readonly { readonly place: string; readonly line?: number; readonly reason: string }[];
  }[];
}
const grades = (...args: string[]) => {
  const ran = perimeter(['grade', 'own-key', ...args, '--format', 'json']);
  return { ...ran, json: JSON.parse(ran.out) as Grades };
};

beforeAll(() => void perimeter(['--help']), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is handed in', () => {
  test('a save and a bare diagram earn the same', () => {
    const { code, json } = grades('hand-ins/ana.json', put('bare.json', JSON.stringify(diagram)));
    expect(code).toBe(0);
    expect(json.handIns.map(({ result, earned }) => [result, earned])).toEqual([
      ['pass', 5],
      ['pass', 5],
    ]);
  });
  test('a pattern, a folder and a file named twice', () => {
    expect(grades('hand-ins/[ab]*.json').json.handIns.map(({ file }) => file)).toEqual([
      'hand-ins/ana.json',
      'hand-ins/ben.json',
    ]);
    expect(grades('hand-ins', 'hand-ins/ana.json').json.summary.handIns).toBe(3);
  });
  test('one that misses something fails, and a lower bar lets it pass', () => {
    expect(grades('hand-ins/ben.json').code).toBe(1);
    expect(grades('hand-ins/ben.json', '--pass', '60').code).toBe(0);
    expect(grades('hand-ins/ben.json', '--pass', '61%').code).toBe(1);
  });
  test('one that uses what the scenario does without earns its points and does not pass', () => {
    const more = { id: 'user', kind: 'iam-user', name: 'user', position: { x: 0, y: 0 }, props: {} };
    const { code, json } = grades(put('foreign.json', JSON.stringify({ nodes: { ...diagram.nodes, user: more } })));
    expect(code).toBe(1);
    expect(json.handIns[0]).toMatchObject({ result: 'fail', earned: 5, breaches: [{ code: 'kind-not-allowed' }] });
  });
  test('a template, once it is imported', () => {
    const { code, out, err } = perimeter(['import', 'template.yaml']);
    expect(code).toBe(0);
    expect(err).toContain('template.yaml:27: left out: Outputs');
    expect(grades(put('imported.json', out)).json.handIns[0]).toMatchObject({ result: 'pass', earned: 5 });
  });
  test.each(['yaml', 'json'])('a design that went to a %s template and back', (format) => {
    const exported = perimeter(['export', 'hand-ins/ana.json', '--format', format]);
    expect(exported.code).toBe(0);
    const back = perimeter(['import', put(`design.${format}`, exported.out)]);
    expect(Object.keys((JSON.parse(back.out) as typeof diagram).nodes).sort()).toEqual(
      Object.keys(diagram.nodes).sort(),
    );
    expect(grades(put('back.json', back.out)).json.handIns[0]).toMatchObject({ result: 'pass', earned: 5 });
  });
  test('a scenario of the library is found by its id', () => {
    const { code, err } = perimeter(['grade', 'card-fraud-realtime', 'hand-ins/ben.json', '--format', 'csv']);
    expect(err).toBe('');
    expect(code).toBe(1);
  });
});

const deep = `{"nodes":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
const hostile: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['a prototype', '{"nodes":{"a":{"__proto__":{"polluted":true}}}}', '__proto__'],
  ['a constructor', '{"nodes":{"constructor":{}}}', 'constructor'],
  ['a depth of 5000', deep, 'nested deeper'],
  ['three megabytes', `{"nodes":{},"x":"${'x'.repeat(3_000_000)}"}`, 'larger than 2 MB'],
  ['not JSON', '{"nodes": {\n  "a": oops\n}}', 'not expected'],
  ['nothing', '', 'empty'],
  ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'UTF-8'],
  ['something else', '{"hello":1}', 'neither a save nor a diagram'],
  ['a list', '[]', 'neither a save nor a diagram'],
  ['a save of another scenario', save.replace('"own-key"', '"other"'), 'not of “own-key”'],
  ['a save of the future', save.replace('"diagram": 1', '"diagram": 99'), 'newer version'],
];

describe('files that are refused', () => {
  test.each(hostile)('%s', (_name, content, reason) => {
    const path = join(folder, 'hostile.json');
    writeFileSync(path, content);
    const { code, err, json } = grades(path, 'hand-ins/ana.json');
    expect(code).toBe(2);
    expect(err).toContain(path);
    expect(err).toContain(reason);
    expect(err.trim().split('\n').length).toBeLessThan(25);
    expect(json.handIns.map(({ result }) => result)).toEqual(['unreadable', 'pass']);
    expect(json.handIns[0]?.faults?.[0]?.reason).toContain(reason);
  });
  test('a fault of syntax has its line', () => {
    writeFileSync(join(folder, 'line.json'), '{"nodes": {\n  "a": oops\n}}');
    expect(grades(join(folder, 'line.json')).json.handIns[0]?.faults).toMatchObject([{ line: 2 }]);
  });
  test('a folder without files, a path that is not there', () => {
    mkdirSync(join(folder, 'none'));
    expect(grades(join(folder, 'none')).err).toContain('no .json file');
    expect(grades('hand-ins/dora.json').err).toContain('There is no such file');
    expect(grades('hand-ins/*.txt').code).toBe(2);
  });
  test('names and titles cannot move the cursor or run in a spreadsheet', () => {
    const path = put('=cmd|a.json', save.replace('"name": "data"', '"name": "\\u001b[2Jdata"'));
    expect(perimeter(['grade', join(examples, 'own-key'), '=cmd|a.json'], folder).out).not.toContain('\u001b');
    const { out } = perimeter(['grade', join(examples, 'own-key'), path, '--format', 'csv'], '/');
    expect(out).not.toMatch(/(^|,)[=+@]/m);
    expect(perimeter(['grade', join(examples, 'own-key'), '=cmd|a.json', '--format', 'csv'], folder).out).toContain(
      "\n'=cmd|a.json,pass",
    );
  });
});

describe('formats', () => {
  test('CSV has a column for every requirement and quotes what needs it', () => {
    const { out } = perimeter(['grade', 'own-key', 'hand-ins', '--format', 'csv']);
    const [head, ana, ben] = out.split('\r\n');
    expect(head).toBe('hand-in,result,points,possible,stars,dollars a month,rotation,own-keys,note');
    expect(ana?.split(',').slice(0, 5)).toEqual(['hand-ins/ana.json', 'pass', '5', '5', '3']);
    expect(ben?.split(',').slice(6, 8)).toEqual(['0', '3']);
  });
  test('data goes to stdout alone, and nothing is shown in passing without a terminal', () => {
    const { out, err } = perimeter(['grade', 'own-key', 'hand-ins/ana.json', 'hand-ins/ben.json', '--format', 'json']);
    expect(err).toBe('');
    // JSON is YAML too: a second reader agrees.
    expect(parseYaml(out)).toEqual(JSON.parse(out));
  });
});

describe('bad usage', () => {
  test.each([
    [[], 'command is missing'],
    [['grad'], 'no command “grad”'],
    [['grade'], 'scenario is missing'],
    [['grade', 'own-key'], 'hand-in is missing'],
    [['grade', 'own-key', 'hand-ins', '--format', 'pdf'], '--format cannot be “pdf”'],
    [['grade', 'own-key', 'hand-ins', '--pass', 'most'], '--pass cannot be “most”'],
    [['grade', 'own-key', 'hand-ins', '--colour'], '--colour'],
    [['grade', 'no-such-scenario', 'hand-ins'], 'There is no such file'],
    [['lint'], 'scenario is missing'],
    [['audit', 'hand-ins/ana.json'], '--pack is missing'],
    [['audit', 'hand-ins/ana.json', '--pack', 'iso'], 'no pack “iso”'],
    [['audit', 'hand-ins/ana.json', 'hand-ins/ben.json', '--pack', 'gdpr'], 'one too many'],
    [['export', 'hand-ins/cleo.json'], 'nodes.key.position'],
    [['export', 'hand-ins/ana.json', '--format', 'toml'], '--format cannot be “toml”'],
    [['import', 'none.yaml'], 'There is no such file'],
    [['import', 'own-key/scenario.json'], 'no resources'],
    [['audit', 'hand-ins/ana.json', '--pack', 'gdpr', '--region', 'mars'], 'no Region'],
  ])('%j', (args, reason) => {
    const { code, out, err } = perimeter(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(reason);
  });
});
