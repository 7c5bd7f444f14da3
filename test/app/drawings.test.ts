import { describe, expect, test } from 'vitest';
import { drawingLink, readDrawingLink } from '../../src/app/drawing-link';
import { addDrawing, autosaveDrawing, drawings } from '../../src/app/drawings';
import { exampleOf, examplesFor } from '../../src/app/examples';
import { openDrawing } from '../../src/app/open-drawing';
import { memoryStorage } from '../../src/app/ports/storage';
import { cards } from '../../src/catalog/cards';
import { blankDrawing, sandboxScenario } from '../../src/game/sandbox';
import { writeDrawing } from '../../src/model/drawing';
import { makeSave } from '../../src/model/save';
import { createSession } from '../../src/store/session';

const at = '2026-01-02T03:04:05.000Z';
const progress = (stars: number) =>
  JSON.stringify({
    format: 'perimeter-progress',
    version: 3,
    best: { 'first-vpc': { earned: 100, possible: 100, stars, monthly: 1, at } },
    questions: {},
    review: {},
  });

describe('drawings in the browser', () => {
  test('are saved with name and account after a change, and listed newest first', async () => {
    const storage = memoryStorage();
    const { id } = await addDrawing(storage, { now: () => at }, blankDrawing('One'));
    const scenario = sandboxScenario(blankDrawing('One'), cards.keys());
    const session = createSession({ scenario, catalog: cards });
    const due: (() => void)[] = [];
    const saved: string[] = [];
    const later = '2026-02-02T03:04:05.000Z';
    const autosave = autosaveDrawing({
      session,
      id,
      storage,
      clock: { now: () => later, after: (_, work) => (due.push(work), () => void due.splice(due.indexOf(work), 1)) },
      page: { onHide: () => () => undefined },
      onSaved: (when) => saved.push(when),
    });
    session.setState({ selection: [] });
    expect(due).toEqual([]);
    session.setState({ scenario: { ...scenario, title: 'Renamed' } });
    expect(due).toHaveLength(1);
    await autosave.flush();
    expect(saved).toEqual([later]);
    expect(await drawings.load(storage, id)).toMatchObject({
      type: 'found',
      kept: { at: later, drawing: { name: 'Renamed' } },
    });
    await addDrawing(storage, { now: () => '2026-01-03T00:00:00.000Z' }, blankDrawing('Older'));
    const all = await drawings.all(storage);
    expect(all.map((one) => one.type === 'found' && one.kept.drawing.name)).toEqual(['Renamed', 'Older']);
  });

  test('that cannot be read stay there and say why', async () => {
    const storage = memoryStorage(new Map([['drawing/x', '{ "at": "now", "drawing": "{}" }']]));
    expect((await drawings.all(storage)).map(({ type }) => type)).toEqual(['broken']);
  });

  test('travel in a link, and a damaged one says so', async () => {
    const drawing = blankDrawing('Far away');
    const link = await drawingLink(drawing, at, 'https://example.org/');
    expect(await readDrawingLink(link)).toEqual({ ok: true, value: drawing });
    expect((await readDrawingLink(link.slice(0, -5))).ok).toBe(false);
    expect((await readDrawingLink('https://example.org/#/hand-in/1.x')).ok).toBe(false);
  });

  test('come from a file of the sandbox, and from work on a scenario with its account', async () => {
    const storage = memoryStorage();
    const drawing = blankDrawing('Mine');
    expect(await openDrawing({ name: 'a.json', text: writeDrawing(drawing, at) }, storage)).toEqual({
      ok: true,
      value: drawing,
    });
    const save = (scenario: string) => JSON.stringify(makeSave(scenario, { nodes: {} }, at));
    const read = await openDrawing({ name: 'ann.first-vpc.perimeter.json', text: save('first-vpc') }, storage);
    expect(read).toMatchObject({ ok: true, value: { name: 'ann.first-vpc' } });
    expect((await openDrawing({ name: 'b.json', text: save('unknown') }, storage)).ok).toBe(false);
    expect((await openDrawing({ name: 'c.json', text: '{}' }, storage)).ok).toBe(false);
  });
});

describe('examples', () => {
  test('are our solutions of what is solved, unlocked, and nothing else', async () => {
    const unsolved = memoryStorage(new Map([['progress', progress(1)]]));
    expect(await examplesFor(unsolved)).toEqual([]);
    expect(await exampleOf(unsolved, 'first-vpc')).toBeUndefined();
    const solved = memoryStorage(new Map([['progress', progress(2)]]));
    expect((await examplesFor(solved)).map(({ id }) => id)).toEqual(['first-vpc']);
    const example = await exampleOf(solved, 'first-vpc');
    const nodes = Object.values(example?.diagram.nodes ?? {});
    expect(nodes.length).toBeGreaterThan(3);
    expect(nodes.some(({ locked }) => locked === true)).toBe(false);
    expect(await exampleOf(solved, 'who-did-it')).toBeUndefined();
  });
});
