import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { giveFile, solvedSave } from './files';

const game = playground();
const pictures = process.env['PERIMETER_PICTURES'];

async function openAudit(page: Page): Promise<void> {
  await page.goto(game.url);
  await giveFile(page, 'solved.json', solvedSave());
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: /^Audit/ }).click();
  await page.getByRole('region', { name: 'Audit' }).waitFor();
}
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

describe.each([
  { name: 'light', colorScheme: 'light', width: 1280, height: 900 },
  { name: 'dark', colorScheme: 'dark', width: 1280, height: 900 },
  { name: 'phone', colorScheme: 'light', width: 390, height: 844 },
  { name: 'phone-dark', colorScheme: 'dark', width: 390, height: 844 },
] as const)('the audit, $name', ({ name, colorScheme, width, height }) => {
  test('opens from the menu, shows evidence on the canvas, and passes the accessibility audit', async () => {
    const { page, complaints, close } = await game.open({
      colorScheme,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(8000);
    await openAudit(page);
    const audit = page.getByRole('region', { name: 'Audit' });
    await picture(page, `${name}-audit`);
    await audit.getByRole('combobox', { name: 'Standard' }).selectOption({ label: 'HIPAA Security Rule' });
    const control = audit.getByRole('button', { expanded: false }).filter({ hasText: 'Not met' }).first();
    await control.click();
    const evidence = audit.getByRole('list', { name: 'Evidence' }).getByRole('button').first();
    await evidence.waitFor();
    await picture(page, `${name}-evidence`);
    expect(await graveFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await evidence.click();
    await expect.poll(() => page.locator('.react-flow__node.selected').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('the report becomes a Markdown file and a printed page', async () => {
  const { page, complaints, close } = await game.open({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await openAudit(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^# /);
  expect(text).toContain('evidence, not compliance');

  await page.getByRole('button', { name: 'Print' }).click();
  await page.locator('html[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('article');
  expect(await paper.isVisible()).toBe(true);
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await paper.innerText()).toContain('Not answered by a drawing');
  await picture(page, 'paper');
  expect(complaints).toEqual([]);
  await close();
});
