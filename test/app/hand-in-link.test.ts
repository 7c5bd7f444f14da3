import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkFor, readLink } from '../../src/app/hand-in-link';
import { pack, unpack } from '../../src/app/ports/packing';
import { writeSentWork } from '../../src/model/hand-in-link';
import { makeSave } from '../../src/model/save';

const key = { id: 'key', kind: 'kms-key', name: 'Schlüssel 🔑', position: { x: 0, y: 0 }, props: { enabled: true } };
const work = { by: 'Team Blue', save: makeSave('own-key', { nodes: { key } }, '2026-01-02T03:04:05.000Z') };
const PAGE = 'https://example.org/perimeter/';
const problems = async (link: string) => {
  const read = await readLink(link);
  return read.ok ? [] : read.problems;
};

test('what goes into a link comes out of it', async () => {
  const link = await linkFor(work, PAGE);
  expect(link).toMatch(/^https:\/\/example\.org\/perimeter\/#\/hand-in\/1\.[\w-]+$/);
  expect(await readLink(link)).toEqual({ ok: true, value: work });
  expect(await readLink(` ${link.slice(link.indexOf('1.'))}\n`)).toEqual({ ok: true, value: work });
});

test('any text packs and unpacks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await unpack(await pack(text), 1_000_000)).toEqual({ ok: true, text });
    }),
  );
});

describe('a link from anybody', () => {
  test('may be any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        for (const link of [text, `#/hand-in/1.${text}`]) {
          const [first] = await problems(link);
          expect(first?.reason).not.toBe('');
          expect(first?.remedy).not.toBe('');
        }
      }),
    );
  });
  test('is told when part of it is missing', async () => {
    const link = await linkFor(work, PAGE);
    expect(await problems(link.slice(0, -9))).toMatchObject([{ reason: expect.stringContaining('damaged') }]);
  });
  test('does not unfold without end', async () => {
    const bomb = await pack('0'.repeat(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problems(`#/hand-in/1.${bomb}`)).toMatchObject([{ reason: expect.stringContaining('larger') }]);
    expect(await problems(`#/hand-in/1.${'A'.repeat(1_000_001)}`)).toMatchObject([
      { reason: expect.stringContaining('longer') },
    ]);
  });
  test('of another version says so', async () => {
    expect(await problems('#/hand-in/2.AAAA')).toMatchObject([{ reason: expect.stringContaining('another version') }]);
  });
  test.each([
    ['a key that reaches a prototype', '{"format":"perimeter-hand-in","version":1,"by":"x","save":{"__proto__":{}}}'],
    ['something else', '{"hello":"world"}'],
    ['no JSON', 'hello'],
    ['a name that is too long', writeSentWork({ ...work, by: 'x'.repeat(41) })],
    ['nobody’s name', writeSentWork({ ...work, by: '' })],
    ['a drawing that is none', writeSentWork(work).replace('"x":0', '"x":"left"')],
  ])('holds %s: refused with a reason', async (_, text) => {
    const found = await problems(`#/hand-in/1.${await pack(text)}`);
    expect(found.length).toBeGreaterThan(0);
    for (const { reason, remedy } of found) expect(reason.length * remedy.length).toBeGreaterThan(0);
  });
});
