import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.each(['light', 'dark'] as const)('first page, %s', (colorScheme) => {
  test('loads without a complaint and passes the accessibility audit', async () => {
    const { page, complaints, close } = await open(browser, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(game.url);
    await page.locator('#root > *').first().waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.locator('#root').innerText()).not.toBe('');

    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('the server answers as a browser game needs it', async () => {
  const page = await fetch(game.url);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await fetch(`${game.url}assets/missing.js`)).status).toBe(404);
  expect((await fetch(`${game.url}%2e%2e/package.json`)).status).toBe(404);
  expect((await fetch(`${game.url}..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(`${game.url}%`)).status).toBe(400);
  expect((await fetch(game.url, { method: 'POST' })).status).toBe(405);
});
