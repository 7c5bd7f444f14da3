import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playground, type Opened } from './browser';
import { giveFile, saveOf } from './files';
import { Player } from './player';

const SCENARIO = readFileSync(new URL('../../scenarios/card-fraud-realtime/scenario.json', import.meta.url), 'utf8');

const game = playground();
let tab: Opened;
let player: Player;

beforeEach(async () => {
  tab = await game.open({ reducedMotion: 'reduce' });
  tab.page.setDefaultTimeout(10_000);
  player = new Player(tab.page);
  await tab.page.goto(game.url);
});
/** Whatever was thrown at it: nothing ran, nothing leaked into the prototypes, and the game is still there. */
afterEach(async () => {
  const { page } = tab;
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
  expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
  expect((await page.locator('#root').innerText()).trim()).not.toBe('');
  expect(tab.complaints).toEqual([]);
  await tab.close();
});

const node = (id: string, kind: string, name: string, props: object = {}) => ({
  id,
  kind,
  name,
  position: { x: 0, y: 0 },
  props,
});

/** Keys such as `__proto__` only survive as text. */
const POISONED = saveOf({ poison: node('poison', 's3-bucket', 'poison', { tags: 'HERE' }) }).replace(
  '"tags":"HERE"',
  '"__proto__":{"harmed":true}',
);

test.each([
  ['a save that reaches for prototypes', POISONED],
  ['a node called __proto__', saveOf({ x: node('x', 's3-bucket', 'x') }).replace('{"x":', '{"__proto__":')],
  ['a truncated scenario', SCENARIO.slice(0, SCENARIO.length / 2)],
  ['a scenario without requirements', SCENARIO.replace('"requirements"', '"wishes"')],
  ['a save in which a list stands where a node belongs', saveOf({ x: [] as never })],
  ['something deeply nested', '['.repeat(100_000)],
  ['an empty file', ''],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000'],
])('refuses %s with place, reason and remedy', async (_, text) => {
  await giveFile(tab.page, 'bad.json', text);
  const dialog = tab.page.getByRole('dialog', { name: 'bad.json cannot be opened' });
  await dialog.waitFor();
  const [place, reason, remedy] = await dialog.getByRole('listitem').first().locator('> *').allInnerTexts();
  expect(place).not.toBe('');
  expect(reason).toMatch(/\w.*\.$/);
  expect(remedy).toMatch(/\w.*\.$/);
  await player.picture(`refused-${_.replace(/\W+/g, '-')}`);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await tab.page.getByRole('link', { name: /Card fraud, real time/ }).waitFor();
});

test('a kind that nobody knows stays as a grey box, through a reload and into the file again', async () => {
  const { page } = tab;
  await giveFile(page, 'future.json', saveOf({ q: node('q', 'quantum-vault', 'the-vault', { qubits: 7 }) }));
  await player.node('the-vault', 'Unknown kind: quantum-vault').waitFor();
  await player.select('the-vault');
  expect(await player.inspector.innerText()).toContain('"qubits": 7');
  await player.drag('KMS key', { x: 80, y: 300 }, 'a-key');
  await player.picture('unknown-kind');
  await page.getByText(/^Saved /).waitFor({ state: 'attached' });
  await page.reload();
  await player.node('the-vault', 'Unknown kind: quantum-vault').waitFor();
  await player.node('a-key').waitFor();

  await page.getByRole('button', { name: 'Menu' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Save to a file/ }).click();
  const saved = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as {
    diagram: { nodes: Record<string, unknown> };
  };
  expect(saved.diagram.nodes['q']).toMatchObject({ kind: 'quantum-vault', props: { qubits: 7 } });
});

test('names and policies are text, whatever they look like', async () => {
  const { page } = tab;
  const name = '<img src=x onerror="harmed=1">';
  const policy = '{"Version":"2012-10-17","Statement":[{"Sid":"<script>harmed=1</script>"}]}';
  await giveFile(page, 'names.json', saveOf({ k: node('k', 'kms-key', name, { keyPolicy: policy }) }));
  await player.canvas.getByText(name, { exact: true }).first().click();
  await player.inspector.getByRole('heading', { name }).waitFor();
  expect(await page.locator('img[src="x"], #root script').count()).toBe(0);
});

test('a save that was damaged in the browser is put aside, not lost, and not overwritten', async () => {
  const { page } = tab;
  await giveFile(page, 'one.json', saveOf({ k: node('k', 'kms-key', 'old-key') }));
  await player.node('old-key').waitFor();
  await page.evaluate(async () => {
    const done = (request: EventTarget, event: string) =>
      new Promise((resolve) => request.addEventListener(event, resolve, { once: true }));
    const opening = indexedDB.open('perimeter');
    await done(opening, 'success');
    const work = opening.result.transaction('texts', 'readwrite');
    work.objectStore('texts').put('{"format":"perimeter-save", "diagram', 'save/card-fraud-realtime');
    await done(work, 'complete');
  });
  await page.reload();
  const dialog = page.getByRole('dialog', { name: 'Your earlier work cannot be read' });
  await dialog.waitFor();
  await player.picture('damaged-save');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download it' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('{"format":"perimeter-save", "diagram');
  await dialog.getByRole('button', { name: 'Start the scenario' }).click();
  await player.canvas.getByText('Nothing is drawn yet').waitFor();
});

test.each(['#/play/__proto__', '#/play/%3Cscript%3Eharmed=1%3C%2Fscript%3E', '#/play/%E0%A4%A', '#/play/constructor'])(
  'the address %s leads to a page with a way back',
  async (address) => {
    const { page } = tab;
    await page.goto(`${game.url}${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'To the list of scenarios' }).click();
    await page.getByRole('link', { name: /Card fraud, real time/ }).waitFor();
  },
);
