import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarios } from '../../src/app/scenario-index';
import { launch, open, serve } from './browser';

let browser: Browser;
let game: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  game = await serve();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await game?.close();
});

async function graveFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('the list of scenarios loads without a complaint and passes the accessibility audit', async () => {
    const { page, complaints, close } = await open(browser, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(game.url);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.locator('#root').innerText()).not.toBe('');
    expect(await graveFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the play screen does, with the brief open and closed', async () => {
    const first = scenarios[0];
    expect(first).toBeDefined();
    const { page, complaints, close } = await open(browser, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${game.url}#/play/${first?.id}`);
    await page.locator('.react-flow').waitFor();
    await page.getByRole('dialog').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await graveFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a wish for dark outlives a reload, before anything is painted', async () => {
  const { page, complaints, close } = await open(browser, { colorScheme: 'light' });
  await page.goto(game.url);
  await page.evaluate(() => localStorage.setItem('perimeter.theme', 'dark'));
  await page.route('**/assets/**', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(complaints.filter((one) => one.startsWith('policy'))).toEqual([]);
  await close();
});

test('an address that leads nowhere shows a page all the same', async () => {
  const { page, complaints, close } = await open(browser);
  await page.goto(`${game.url}#/play/no-such-scenario`);
  await page.getByRole('heading').first().waitFor();
  await page.goto(`${game.url}some/where?x=1`);
  expect(await page.locator('body').innerText()).toBeDefined();
  expect(complaints.filter((one) => one.startsWith('exception') || one.startsWith('policy'))).toEqual([]);
  await close();
});
