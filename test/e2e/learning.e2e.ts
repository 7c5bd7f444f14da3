import { readdir, readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { playground } from './browser';
import { giveFile, saveOf } from './files';
import { Player } from './player';

const game = playground();

const result = (stars: number, monthly: number) => ({
  earned: 100,
  possible: 100,
  stars,
  monthly,
  at: '2026-01-01T00:00:00Z',
});
const missed = { missed: '2026-01-01T00:00:00Z' };
const mine = {
  format: 'perimeter-progress',
  version: 3,
  best: { 'first-vpc': result(3, 36.91) },
  questions: {},
  review: { 'first-vpc': { 'question:public': missed, 'goal:private-place': missed } },
};

async function choose(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
async function add(page: Page, content: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, /Add progress from a file/)]);
  await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function goalsMet(page: Page): Promise<{ met: string | undefined; all: string | undefined }> {
  const words = await page.getByRole('heading', { name: /goals met$/ }).innerText();
  const [, met, all] = /^(\d+) of (\d+)/.exec(words) ?? [];
  return { met, all };
}

it('adds progress from a file, proposes what is next, and saves it to a file again', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(game.url);
  const next = page.getByRole('region', { name: 'What comes next' });
  await next.getByText('Start here').waitFor();
  await next.getByRole('heading', { name: /Your first VPC/ }).waitFor();
  await add(page, '{ "format": "perimeter-progress", "version": 3, "best": { "first-vpc": { "stars": 9 } } }');
  const problems = page.getByRole('dialog', { name: 'mine.json cannot be opened' });
  await problems.getByText('best.first-vpc.stars', { exact: false }).waitFor();
  await problems.getByRole('button', { name: 'Close' }).last().click();

  await add(page, JSON.stringify(mine));
  await page.getByText('mine.json is added to your progress. It brings 1 better result.').waitFor();
  const card = page.getByRole('link', { name: /Your first VPC/ });
  await card.getByText('Solved').waitFor();
  await card.getByText('$36.91 a month', { exact: false }).waitFor();
  await next.getByText('Next', { exact: true }).waitFor();
  expect(await next.innerText()).not.toContain('Your first VPC');
  expect(await faults(page)).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, /Save progress to a file/)]);
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(mine);

  const title = await next.getByRole('heading').innerText();
  await next.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('dialog', { name: title }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('brings back what was missed, by keyboard, and remembers how it went', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(game.url);
  await page.getByRole('link', { name: /Your first VPC/ }).waitFor();
  await add(page, JSON.stringify(mine));
  await page.getByText('2 ideas that you missed come back today.').waitFor();
  await page.getByRole('button', { name: 'Review now' }).click();

  await page.getByText('0 of 2 ideas').waitFor();
  const question = page.getByRole('article', { name: 'Check yourself' });
  await question.getByRole('heading', { name: 'What makes a subnet public?' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await question.getByRole('heading', { name: 'Right.' }).waitFor();
  await question.getByText('AWS calls a subnet public for this reason and no other.').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('3');

  await page.getByText('1 of 2 ideas').waitFor();
  const goal = page.getByRole('article', { name: 'How do you reach this goal?' });
  await goal.getByRole('button', { name: /Show the answer/ }).click();
  await goal.getByRole('button', { name: /^Again/ }).click();
  await page.getByText('That is all for now').waitFor();
  await page.getByRole('button', { name: 'To the scenarios' }).click();

  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByText('Nothing to review now').waitFor();
  await page.getByText('The next one comes back on', { exact: false }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('shows a solution on request, which counts for nothing, and gives the player’s own work back', async () => {
  const { page, complaints, close } = await game.open();
  const player = new Player(page);
  await player.begin(game.url, /Your first VPC/);
  await player.pressEnterOn('VPC', 'mine');
  await expect.poll(() => player.score()).toBeGreaterThan(0);
  const score = await player.score();
  await page.getByRole('button', { name: /^Score: / }).click();
  await player.dialog.getByRole('button', { name: 'Show our solution' }).click();
  const asking = player.dialog.getByRole('group', { name: 'Show our solution?' });
  await asking.getByRole('button', { name: 'Not yet' }).click();
  await player.dialog.getByRole('button', { name: 'Show our solution' }).click();
  await asking.getByRole('button', { name: 'Show it' }).click();

  await page.getByRole('heading', { name: 'Our solution' }).waitFor();
  const { met, all } = await goalsMet(page);
  expect(met).toBe(all);
  expect(await player.node('mine').count()).toBe(0);
  const nodes = await player.canvas.locator('.react-flow__node').count();
  expect(nodes).toBeGreaterThan(1);
  await player.canvas.locator('.react-flow__node').first().focus();
  await page.keyboard.press('Delete');
  await player.hears(/stays as it is|locked/);
  expect(await player.canvas.locator('.react-flow__node').count()).toBe(nodes);
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Back to your work' }).click();
  await player.node('mine').waitFor();
  expect(await player.score()).toBe(score);
  await page.getByRole('link', { name: 'Perimeter, list of scenarios' }).click();
  await page
    .getByText(/^0 of \d+ stars$/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('leads from a solved scenario to the next one', async () => {
  const { page, complaints, close } = await game.open();
  await page.goto(game.url);
  const folder = new URL('../../scenarios/first-vpc/solutions/', import.meta.url);
  const [name = ''] = await readdir(folder);
  const { diagram } = JSON.parse(await readFile(new URL(name, folder), 'utf8')) as { diagram: { nodes: object } };
  const work = JSON.parse(saveOf(diagram.nodes)) as object;
  await giveFile(page, 'solved.json', JSON.stringify({ ...work, scenario: 'first-vpc' }));
  await page.getByRole('button', { name: /^Score: (\d+) of \1 points/ }).click();
  const solved = page.getByRole('dialog', { name: 'Everything is proved' });
  await solved.getByText(/^Your design costs \$[\d.]+ a month; ours costs \$[\d.]+\.$/).waitFor();
  await solved.getByRole('heading', { name: 'Looking back' }).waitFor();
  const next = solved.getByRole('button', { name: /^Next: / });
  await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await faults(page)).toEqual([]);
  const title = (await next.innerText()).replace(/^Next: /, '');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: title }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
