import { describe, expect, test } from 'vitest';
import { scenarios } from '../../src/app/scenario-index';
import { graveFindings } from './audit';
import { playground } from './browser';

const game = playground();

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('the list of scenarios loads without a complaint and passes the accessibility audit', async () => {
    const { page, complaints, close } = await game.open({ colorScheme, reducedMotion: 'reduce' });
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
    const { page, complaints, close } = await game.open({ colorScheme, reducedMotion: 'reduce' });
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
  const { page, complaints, close } = await game.open({ colorScheme: 'light' });
  await page.goto(game.url);
  await page.evaluate(() => localStorage.setItem('perimeter.theme', 'dark'));
  await page.route('**/assets/**', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(complaints.filter((one) => one.startsWith('policy'))).toEqual([]);
  await close();
});

test('an address that leads nowhere shows a page all the same', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(`${game.url}#/play/no-such-scenario`);
  await page.getByRole('heading').first().waitFor();
  await page.goto(`${game.url}some/where?x=1`);
  expect(await page.locator('body').innerText()).toBeDefined();
  expect(complaints.filter((one) => one.startsWith('exception') || one.startsWith('policy'))).toEqual([]);
  await close();
});
