import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json';
import { makeSave, readSave } from '../../src/model/save';

const node = (id: string, props: { [key: string]: Json }) => ({
  id,
  kind: 'box',
  name: id,
  position: { x: 0, y: 0 },
  props,
});
const save = makeSave('some', { nodes: { a: node('a', { key: 'b', list: [1, 2] }) } }, '2026-01-01T00:00:00Z');
const text = JSON.stringify(save, null, 2);

describe('readSave', () => {
  it('gives back what was saved', () => {
    expect(readSave(text)).toEqual({ ok: true, save });
  });

  it('keeps what was foretold, and writes nothing where nothing was', () => {
    const answers = { rotates: ['yes', 'no'] };
    const foretold = makeSave('some', save.diagram, save.at, answers);
    expect(readSave(JSON.stringify(foretold))).toMatchObject({ ok: true, save: { answers } });
    expect(Object.keys(save)).not.toContain('answers');
    const long = { ...foretold, answers: { rotates: Array.from({ length: 7 }, (_, at) => `o${at}`) } };
    expect(readSave(JSON.stringify(long))).toMatchObject({ ok: false, problems: [{ place: 'answers.rotates' }] });
  });

  it('keeps a kind that it does not know, with its JSON intact', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const read = readSave(JSON.stringify(makeSave('some', { nodes: { a: node('a', { any: json }) } }, save.at)));
        if (JSON.stringify(json).match(/"(__proto__|constructor|prototype)":/)) return;
        expect(read.ok && JSON.stringify(read.save.diagram.nodes['a']?.props)).toBe(JSON.stringify({ any: json }));
      }),
    );
  });

  it.each([
    ['__proto__', '"key": "b"', '"__proto__": { "isAdmin": true }', 'diagram.nodes.a.props.__proto__'],
    [
      'constructor',
      '"key": "b"',
      '"key": { "constructor": { "prototype": {} } }',
      'diagram.nodes.a.props.key.constructor',
    ],
    ['a node called constructor', '"a": {', '"constructor": {', 'diagram.nodes.constructor'],
  ])('refuses %s with its place and line, and pollutes nothing', (_title, from, to, place) => {
    expect(text).toContain(from);
    const read = readSave(text.replace(from, to));
    expect(read).toMatchObject({ ok: false, problems: [{ place, line: expect.any(Number) as number }] });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each([
    [
      'a newer version',
      '"diagram": 1',
      '"diagram": 9',
      'versions.diagram',
      'This save was made by a newer version of Perimeter.',
    ],
    ['a time that is none', save.at, 'yesterday', 'at', 'This is not written as expected.'],
    ['a node under another id', '"id": "a"', '"id": "b"', 'diagram.nodes', 'Each node must stand under its own id.'],
    ['a number as name', '"name": "a"', '"name": 7', 'diagram.nodes.a.name', 'This must be text in double quotes.'],
    ['another kind of file', 'perimeter-save', 'perimeter-clip', '', 'This is not a save of Perimeter.'],
    ['a missing version', '"diagram": 1', '"box2": 1', 'versions', 'The version of the diagram is missing.'],
  ])('says what is wrong with %s', (_title, from, to, place, reason) => {
    expect(text).toContain(from);
    const read = readSave(text.replace(from, to));
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.problems).toContainEqual(expect.objectContaining({ place, reason }));
  });

  it('gives the line of the place', () => {
    const read = readSave(text.replace('"name": "a"', '"name": 7'));
    const line = text.slice(0, text.indexOf('"name"')).split('\n').length;
    expect(read).toMatchObject({ ok: false, problems: [{ line }] });
  });

  it('never throws on what somebody mangled', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('format', 'versions', 'scenario', 'at', 'diagram'), (value, key) => {
        const read = readSave(JSON.stringify({ ...save, [key]: value }));
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
