import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { graveFindings } from './audit';
import { playground, SIZES } from './browser';
import { Player } from './player';

const game = playground();

/** Opens the list of commands with its key. */
async function ask(page: Page, words = ''): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  const search = dialog.getByRole('combobox', { name: 'Commands' });
  await search.waitFor();
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
  if (words !== '') await search.fill(words);
  return dialog;
}

async function play(page: Page): Promise<Player> {
  await page.goto(`${game.url}#/play/first-vpc`);
  await page.getByRole('button', { name: 'To the canvas' }).click();
  return new Player(page);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

it('adds, finds, undoes and opens without the mouse', async () => {
  const { page, complaints, close } = await game.open();
  const player = await play(page);

  // Adds a kind, and the focus is on it.
  let dialog = await ask(page, 'vpc');
  await dialog.getByRole('option', { name: /^VPC/ }).first().waitFor();
  await dialog.getByRole('group', { name: 'Add' }).getByRole('option', { name: /^VPC/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await player.node('vpc').waitFor();
  await expect.poll(() => focused(page)).toMatch(/^vpc, VPC/);

  // Goes to an element by its name; the first one that fits is chosen already.
  dialog = await ask(page, 'main-route');
  await dialog.getByRole('option', { name: /vpc-main-route-table/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Properties of vpc-main-route-table' }).waitFor();
  await expect.poll(() => focused(page)).toMatch(/^vpc-main-route-table,/);

  // Undo, with its shortcut beside it.
  dialog = await ask(page, 'undo');
  expect(await dialog.getByRole('option', { name: /^Undo/ }).locator('kbd').innerText()).toMatch(/Ctrl\s*Z/);
  await page.keyboard.press('Enter');
  await player.node('vpc').waitFor({ state: 'detached' });

  // A panel, and the focus is on its tab.
  await ask(page, 'cost');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => player.analysis.getByRole('tab', { name: 'Cost' }).getAttribute('aria-selected'))
    .toBe('true');
  await expect.poll(() => focused(page)).toBe('Cost');

  // What the menu offers; the dialog that it opens gives the focus back to where it was before the list.
  await ask(page, 'keyboard shortcuts');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('All commands').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('Cost');

  // Help of a kind.
  dialog = await ask(page, 'help lambda');
  await dialog.getByRole('option', { name: /^Lambda function/ }).click();
  const help = page.getByRole('dialog', { name: 'Lambda function' });
  await help.getByText('A function with subnets has no internet of its own.').waitFor();
  expect(await help.getByRole('link').count()).toBeGreaterThan(0);
  expect(await graveFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });

  // Nothing fits; Esc leaves, and the focus is where it was.
  dialog = await ask(page, 'zeppelin');
  await dialog.getByText('Nothing fits.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('Cost');

  // Another scenario.
  await ask(page, 'card stream');
  dialog = page.getByRole('dialog', { name: 'Commands' });
  await page.getByRole('combobox', { name: 'Commands' }).fill('stream of card');
  await dialog.getByRole('option', { name: /A stream of card transactions/ }).click();
  await page.getByRole('dialog', { name: 'A stream of card transactions' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('offers nothing that would draw while something is to be foretold', async () => {
  const { page, close } = await game.open();
  await page.goto(`${game.url}#/play/before-the-business-notices`);
  await page.getByRole('button', { name: 'To the canvas' }).click();
  const dialog = await ask(page, 'bucket');
  await dialog.getByRole('option').first().waitFor();
  expect(await dialog.getByRole('group', { name: 'Add' }).count()).toBe(0);
  await dialog.getByRole('combobox').fill('sandbox');
  expect(await dialog.getByRole('option', { name: /Try this drawing/ }).count()).toBe(0);
  await close();
});

it('works in the sandbox and in author mode', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(`${game.url}#/sandbox`);
  await page.getByRole('button', { name: 'New drawing' }).click();
  await page.getByRole('region', { name: 'How to begin' }).waitFor();
  await ask(page, 'share a link');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Share a link' }).waitFor();
  await page.keyboard.press('Escape');

  await page.goto(`${game.url}#/author`);
  await page.getByRole('button', { name: 'New scenario' }).click();
  await page.getByRole('tab', { name: 'Prove' }).click();
  // From another view the canvas comes first.
  const dialog = await ask(page, 'kms key');
  await dialog
    .getByRole('group', { name: 'Add' })
    .getByRole('option', { name: /^KMS key/ })
    .click();
  await page.locator('.react-flow__node[aria-label*="KMS key"]').waitFor();
  await ask(page, 'settings');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('tab', { name: 'Story and settings' }).getAttribute('aria-selected'))
    .toBe('true');
  expect(complaints).toEqual([]);
  await close();
});

it.each(SIZES)('fits $width × $height, in both themes', async (viewport) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await game.open({ viewport, colorScheme });
    const player = await play(page);
    const dialog = await ask(page);
    await dialog.getByRole('option').first().waitFor();
    await player.picture(`commands-${viewport.width}-${colorScheme}`);
    expect(await graveFindings(page)).toEqual([]);
    await dialog.getByRole('combobox').fill('gateway');
    await dialog.getByRole('group', { name: 'Add' }).waitFor();
    await player.picture(`commands-${viewport.width}-${colorScheme}-search`);
    const box = await dialog.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= viewport.width).toBe(true);
    await close();
  }
});
