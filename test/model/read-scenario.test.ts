import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/model/json-limits';
import { mapJson } from '../../src/model/json-lines';
import { parseJson } from '../../src/model/read-json';
import { readScenario } from '../../src/model/read-scenario';

const good = {
  format: 'perimeter-scenario',
  version: 1,
  id: 'some',
  title: 'Some',
  summary: 'Some.',
  story: 'Story.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Security',
  start: { nodes: { a: { id: 'a', kind: 'k', name: 'a', position: { x: 0, y: 0 }, props: {} } } },
  allowedKinds: ['k'],
  requirements: [{ id: 'r', title: 'R', check: 'c', points: 10, debrief: 'D' }],
  questions: [
    {
      id: 'q',
      text: 'Q?',
      options: [
        { text: 'a', correct: true, why: 'w' },
        { text: 'b', correct: false, why: 'w' },
      ],
    },
  ],
  debrief: 'D',
};
const text = JSON.stringify(good, null, 1);
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('readScenario', () => {
  it('reads a good one and fills in what may be left out', () => {
    const read = readScenario(text);
    expect(read).toMatchObject({ ok: true, scenario: { id: 'some', account: { region: 'us-east-1' } } });
  });

  it.each([
    [
      'an unknown key',
      '"minutes": 5',
      '"minuts": 5',
      { place: '', reason: '“minuts” is not known here.', remedy: 'Remove it, or check its spelling.' },
    ],
    [
      'a wrong type',
      '"points": 10',
      '"points": "10"',
      {
        place: 'requirements[0].points',
        line: lineOf('"points"'),
        reason: 'This must be a number.',
        remedy: 'Write a number here.',
      },
    ],
    [
      'a number out of range',
      '"points": 10',
      '"points": 1000',
      {
        place: 'requirements[0].points',
        line: lineOf('"points"'),
        reason: 'This is too large.',
        remedy: 'At most 100.',
      },
    ],
    [
      'a word that is not allowed',
      '"build"',
      '"destroy"',
      { place: 'task', line: lineOf('"task"'), reason: 'This value is not one of those allowed.' },
    ],
    [
      'a key that reaches a prototype',
      '"props": {}',
      '"props": { "__proto__": {} }',
      {
        place: 'start.nodes.a.props.__proto__',
        line: lineOf('"props"'),
        reason: 'The key “__proto__” is not allowed.',
      },
    ],
    [
      'a missing container',
      '"name": "a"',
      '"name": "a", "parent": "b"',
      { place: 'start.nodes.a.parent', line: lineOf('"name"'), reason: 'There is no node “b” to stand in.' },
    ],
    [
      'a question without an answer',
      '"correct": true',
      '"correct": false',
      { place: 'questions[0].options', line: lineOf('"options"') },
    ],
    [
      'a missing comma',
      '"minutes": 5,',
      '"minutes": 5',
      {
        place: '',
        line: lineOf('"domain"'),
        reason: 'A comma or “}” is missing here.',
        remedy: 'Check the end of the line before.',
      },
    ],
    ['single quotes', '"build"', "'build'", { line: lineOf('"task"'), reason: 'Single quotes are not JSON.' }],
    [
      'a comment',
      '"task"',
      '// what to do\n "task"',
      { line: lineOf('"task"'), reason: 'A key in double quotes is expected here.' },
    ],
    [
      'another file',
      'perimeter-scenario',
      'perimeter-save',
      { place: '', reason: 'This is not a scenario of Perimeter.' },
    ],
  ])('gives place, line, reason and remedy of %s', (_title, from, to, problem) => {
    expect(text).toContain(from);
    const read = readScenario(text.replace(from, to));
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.problems).toContainEqual(expect.objectContaining(problem));
  });

  it('finds an id that is used twice', () => {
    const read = readScenario(JSON.stringify({ ...good, requirements: [good.requirements[0], good.requirements[0]] }));
    expect(read).toMatchObject({ ok: false, problems: [{ place: 'requirements[1].id', line: 1 }] });
  });

  it.each([
    ['nothing', ''],
    ['half a file', text.slice(0, 300)],
    ['too much', `"${'x'.repeat(2_000_001)}"`],
    ['a million brackets', '['.repeat(1_000_000)],
    ['deep lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a byte order mark', `\ufeff${text}`],
    ['two documents', `${text}${text}`],
    ['null', 'null'],
    ['a list', '[]'],
  ])('refuses %s with reason and remedy', (_title, content) => {
    const read = readScenario(content);
    expect(read.ok).toBe(false);
    if (!read.ok) for (const { reason, remedy } of read.problems) expect([reason, remedy]).not.toContain('');
  });

  it('never throws, whatever is broken', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 8 }), (at, cut, insert) => {
        const read = readScenario(text.slice(0, at) + insert + text.slice(at + cut));
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the own walk through JSON', () => {
  it('agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.nat(60),
        fc.constantFrom('', ',', '"', '}', ']', 'x', '1', '\n', '\\', ' '),
        (json, at, insert) => {
          const broken = json.slice(0, at) + insert + json.slice(at);
          let valid = true;
          try {
            JSON.parse(broken);
          } catch {
            valid = false;
          }
          expect(mapJson(broken).fault === undefined).toBe(valid);
        },
      ),
      { numRuns: 1000 },
    );
  });
  it('accepts what the limits allow and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(24)).ok).toBe(true);
    expect(parseJson(nested(25)).ok).toBe(false);
    expect(faultOf({ a: [Number.NaN] })?.path).toEqual(['a', 0]);
    expect(faultOf({ a: () => 1 })?.reason).toBe('This is not JSON.');
  });
});
