import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { graveFindings } from './audit';
import { playground, SIZES } from './browser';
import { Player } from './player';

const game = playground();

async function choose(page: Page, item: RegExp | string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Begins an empty drawing from the list of scenarios. */
async function beginDrawing(page: Page): Promise<Player> {
  await page.goto(game.url);
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await page.getByRole('heading', { name: 'Sandbox', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'New drawing' }).click();
  await page.getByRole('region', { name: 'How to begin' }).waitFor();
  return new Player(page);
}

const progress = (stars: number) => ({
  format: 'perimeter-progress',
  version: 3,
  best: { 'first-vpc': { earned: 100, possible: 100, stars, monthly: 36.91, at: '2026-01-01T00:00:00Z' } },
  questions: {},
  review: {},
});

async function addProgress(page: Page, content: object): Promise<void> {
  await page.goto(game.url);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, /Add progress from a file/)]);
  await chooser.setFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await page.getByText('mine.json is added to your progress.').waitFor();
}

it('judges a free drawing in every panel, keeps it, and asks for nothing', async () => {
  const { page, complaints, close } = await game.open();
  const player = await beginDrawing(page);
  expect(await page.getByRole('button', { name: /^Score/ }).count()).toBe(0);
  expect(await page.getByRole('tab', { name: /^Goals/ }).count()).toBe(0);

  await player.drag('S3 bucket', { x: 60, y: 60 }, 'data');
  await player.drag('VPC', { x: 60, y: 180 }, 'net');
  await page.getByRole('region', { name: 'How to begin' }).waitFor({ state: 'detached' });
  await player.drag('EC2 instance', { x: 400, y: 60 });
  await player.hears(/needs|Subnet|subnet/);

  // Every panel has something to say, or says why not.
  for (const tab of ['Problems', 'Access', 'Cost', 'Trade-offs', 'Audit', 'Timeline', 'Defend', 'Outline']) {
    await player.analysis.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await expect.poll(() => player.analysis.getByRole('tabpanel').innerText()).toMatch(/\w{3}/);
    await player.analysis.getByText('Loading', { exact: true }).waitFor({ state: 'detached' });
  }
  await player.undo();
  await player.redo();

  await page.getByRole('tab', { name: 'Drawing' }).click();
  const form = page.getByRole('region', { name: 'Drawing and account' });
  await form.getByLabel('Name', { exact: true }).fill('My bucket');
  await page.keyboard.press('Tab');
  await form.getByLabel('Region', { exact: true }).selectOption('eu-west-1');
  await page.getByRole('heading', { name: 'My bucket', level: 1 }).waitFor();
  expect(await page.title()).toBe('My bucket · Sandbox · Perimeter');

  // Saved as it goes along: name, account and drawing.
  await expect
    .poll(async () => {
      await page.goto(`${game.url}#/sandbox`);
      return page.getByRole('link', { name: /My bucket/ }).innerText();
    })
    .toMatch(/\d+ elements?, eu-west-1/);
  await page.getByRole('link', { name: /My bucket/ }).click();
  await player.node('data').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('refuses a monitor in a new account, and takes it in one that used it before', async () => {
  const { page, close } = await game.open();
  const player = await beginDrawing(page);
  await player.clickAndPlace('Model Monitor schedule', { x: 60, y: 60 }, 'watch');
  await page.getByRole('tab', { name: 'Drawing' }).click();
  const problems = player.analysis.getByRole('tab', { name: /^Problems/ });
  await problems.click();
  const closed = player.analysis.getByText(/closed to new customers/);
  expect(await closed.count()).toBe(0);
  await page.getByRole('radio', { name: /^New/ }).check();
  await closed.first().waitFor();
  await page.getByRole('radio', { name: /^Existing/ }).check();
  await closed.first().waitFor({ state: 'detached' });
  await close();
});

it('renames, duplicates, deletes and puts back the drawings of this browser', async () => {
  const { page, complaints, close } = await game.open();
  const player = await beginDrawing(page);
  await player.clickAndPlace('KMS key', { x: 60, y: 60 });
  await page.getByRole('link', { name: /drawings of the sandbox/ }).click();
  const drawings = page.getByRole('region', { name: 'Drawings' });
  await drawings.getByRole('link').waitFor();
  expect(await drawings.getByRole('link').innerText()).toContain('1 element,');

  const menu = async (of: string, item: string): Promise<void> => {
    await drawings.getByRole('button', { name: `Menu of “${of}”` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('New drawing', 'Rename');
  const dialog = page.getByRole('dialog', { name: 'Rename the drawing' });
  await dialog.getByLabel('Name').fill('Keys');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await drawings.getByRole('link', { name: /^Keys/ }).waitFor();
  await menu('Keys', 'Duplicate');
  await drawings.getByRole('link', { name: /^Keys \(copy\)/ }).waitFor();
  await menu('Keys (copy)', 'Delete');
  await drawings.getByRole('link', { name: /copy/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Put it back' }).click();
  await drawings.getByRole('link', { name: /^Keys \(copy\)/ }).waitFor();
  await page.reload();
  await expect.poll(() => drawings.getByRole('link').count()).toBe(2);
  expect(complaints).toEqual([]);
  await close();
});

it('offers our solution of a solved scenario, and of no other', async () => {
  const { page, close } = await game.open();
  await addProgress(page, progress(1));
  await page.goto(`${game.url}#/sandbox`);
  await page.getByText('Solve a scenario: then our solution of it is here').waitFor();
  await addProgress(page, progress(3));
  await page.goto(`${game.url}#/sandbox`);
  const examples = page.getByRole('combobox', { name: 'Start from an example' });
  await examples.waitFor();
  expect(await examples.locator('option').allInnerTexts()).toEqual(['Choose a scenario', 'Your first VPC (retailer)']);
  await examples.selectOption({ index: 1 });
  const player = new Player(page);
  await player.canvas.locator('.react-flow__node').first().waitFor();
  // What a scenario locks is free here.
  expect(await page.locator('.react-flow__node [aria-label*="Given"]').count()).toBe(0);
  await close();
});

it('takes a copy of the work on a scenario, and leaves that as it is', async () => {
  const { page, complaints, close } = await game.open();
  const player = new Player(page);
  await player.begin(game.url, /Your first VPC/);
  await player.drag('VPC', { x: 60, y: 60 }, 'mine');
  await choose(page, /Try this drawing in the sandbox/);
  await page.getByRole('tab', { name: 'Drawing' }).waitFor();
  await player.node('mine').waitFor();
  await player.select('mine');
  await page.keyboard.press('Escape');
  await choose(page, /Empty the canvas/);
  await player.node('mine').waitFor({ state: 'detached' });
  await page.goto(`${game.url}#/play/first-vpc`);
  await player.node('mine').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('keeps predictions from being looked up in the sandbox', async () => {
  const { page, close } = await game.open();
  await page.goto(`${game.url}#/play/before-the-business-notices`);
  await page.getByRole('button', { name: 'To the canvas' }).click();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const item = page.getByRole('menuitem', { name: /Try this drawing in the sandbox/ });
  await item.getByText('Once everything is foretold').waitFor();
  expect(await item.getAttribute('aria-disabled')).toBe('true');
  await close();
});

it('goes out as a link and as a file, and comes back', async () => {
  const { page, complaints, close } = await game.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const player = await beginDrawing(page);
  await player.clickAndPlace('KMS key', { x: 60, y: 60 }, 'sealed');
  await choose(page, 'Share a link');
  const dialog = page.getByRole('dialog', { name: 'Share a link' });
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  const link = await dialog.getByLabel('The link').inputValue();
  expect(link).toContain('#/drawing/1.');
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'Save to a file')]);
  expect(download.suggestedFilename()).toBe('new-drawing.drawing.json');
  const saved = await download.path();

  await page.goto(link);
  await page.getByRole('heading', { name: 'New drawing' }).waitFor();
  await page.getByRole('button', { name: 'Keep a copy and open it' }).click();
  await player.node('sealed').waitFor();

  await page.goto(`${game.url}#/drawing/1.damaged`);
  await page.getByRole('heading', { name: 'This link cannot be read' }).waitFor();
  await page.goto(`${game.url}#/sandbox`);
  await expect.poll(() => page.getByRole('region', { name: 'Drawings' }).getByRole('link').count()).toBe(2);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles(saved);
  await player.node('sealed').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it.each(SIZES)('fits $width × $height, in both themes', async (viewport) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints, close } = await game.open({ viewport, colorScheme });
    const player = new Player(page);
    const name = `sandbox-${viewport.width}-${colorScheme}`;
    await page.goto(`${game.url}#/sandbox`);
    await page.getByText('No drawing yet').waitFor();
    await player.picture(`${name}-list`);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'New drawing' }).click();
    await page.getByRole('region', { name: 'How to begin' }).getByText('Solve a scenario').waitFor();
    await player.picture(`${name}-empty`);
    expect(await graveFindings(page)).toEqual([]);
    if (viewport.width < 1100) {
      await page.getByRole('button', { name: 'Drawing', exact: true }).click();
      await page.getByRole('region', { name: 'Drawing and account' }).waitFor();
      await player.picture(`${name}-form`);
      expect(await graveFindings(page)).toEqual([]);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
    expect(complaints).toEqual([]);
    await close();
  }
});
