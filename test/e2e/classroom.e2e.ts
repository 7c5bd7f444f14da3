import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { Player } from './player';

const game = playground();
const SCENARIO = 'silent-alarm';

/** Opens the console, and from it the stage, as a facilitator does. */
async function openRoom(options: Parameters<typeof game.open>[0] = {}) {
  const opened = await game.open({ reducedMotion: 'reduce', ...options });
  const { page: desk, complaints } = opened;
  desk.setDefaultTimeout(10_000);
  await desk.goto(`${game.url}#/console/${SCENARIO}`);
  const arrives = desk.context().waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the stage' }).click();
  const stage = await arrives;
  stage.setDefaultTimeout(10_000);
  stage.on('pageerror', (error) => complaints.push(`exception on the stage: ${error.message}`));
  await desk.getByText('Stage is open').waitFor();
  await stage.locator('.react-flow__node').first().waitFor();
  return { ...opened, desk, stage };
}

const goalsOn = (stage: Page) =>
  stage.getByRole('complementary', { name: 'Goals and score' }).getByRole('listitem').allInnerTexts();
const tab = (desk: Page, name: string) => desk.getByRole('tab', { name, exact: true }).click();
const press = (desk: Page, name: string) =>
  desk.getByRole('group', { name: 'Clicker' }).getByRole('button', { name, exact: true }).click();

test('one round on two windows', async () => {
  const { desk, stage, complaints, close } = await openRoom();
  const findings: Record<string, readonly string[]> = {};
  const look = async (state: string) => {
    for (const [window, page] of Object.entries({ desk, stage })) {
      const found = await graveFindings(page);
      if (found.length > 0) findings[`${state}, ${window}`] = found;
    }
  };

  // Goals, one by one; the score when the facilitator wants.
  await press(desk, 'Next');
  await press(desk, 'Next');
  await expect.poll(() => goalsOn(stage)).toHaveLength(2);
  await press(desk, 'Back');
  await expect.poll(() => goalsOn(stage)).toHaveLength(1);
  const score = stage.getByRole('img', { name: /points/ });
  expect(await score.count()).toBe(0);
  await desk.getByRole('switch', { name: 'Score' }).click();
  await score.waitFor();

  // Teams and the clock.
  for (const team of ['Blue', 'Green']) {
    await desk.getByRole('textbox', { name: 'Name of a team' }).fill(team);
    await desk.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await desk.getByRole('button', { name: 'Next turn' }).click();
  await stage.getByText('Blue', { exact: true }).waitFor();
  await desk.getByRole('button', { name: 'Set the timer to 5 min' }).click();
  await stage.getByText('5:00', { exact: true }).waitFor();
  await desk.getByRole('button', { name: 'Start', exact: true }).click();
  await stage.getByText(/^4:5\d$/).waitFor();
  await desk.getByRole('button', { name: 'Add a minute' }).click();
  await stage.getByText(/^5:5\d$/).waitFor();
  await look('reveal');

  // A vote before the verdict; the clicker on the stage shows the counts.
  await tab(desk, 'Reveal');
  await desk
    .getByRole('button', { name: /^Let the class vote/ })
    .nth(1)
    .click();
  const vote = stage.getByRole('region', { name: 'Vote' });
  await vote.waitFor();
  await desk.getByRole('spinbutton', { name: /^Hands: Yes/ }).fill('12');
  await desk.getByRole('spinbutton', { name: /^Hands: No/ }).fill('7');
  await desk.getByRole('button', { name: /^One hand more: No/ }).click();
  expect(await vote.innerText()).not.toContain('12');
  await stage.bringToFront();
  await stage.keyboard.press('PageDown');
  await expect.poll(() => vote.innerText()).toMatch(/12[\s\S]*8[\s\S]*It is (not )?met/);
  await expect.poll(() => goalsOn(stage)).toHaveLength(2);
  await look('vote');

  // Either window may go and come back.
  await stage.reload();
  await expect.poll(() => goalsOn(stage)).toHaveLength(2);
  await vote.waitFor();
  await stage.getByText('Blue', { exact: true }).waitFor();
  await desk.reload();
  await desk.getByText('Stage is open').waitFor();
  await desk.getByRole('button', { name: 'End the vote' }).click();
  await vote.waitFor({ state: 'detached' });

  // What is drawn on the console is on the stage, unless it is frozen.
  const player = new Player(desk);
  const renamed = (name: string) => stage.locator('.react-flow__node', { hasText: name });
  await desk.bringToFront();
  await player.node('it-on-call').click();
  await tab(desk, 'Inspector');
  await player.setField('Name', 'night-shift');
  await renamed('night-shift').waitFor();
  await press(desk, 'Freeze the stage');
  await player.setField('Name', 'day-shift');
  await player.node('day-shift').waitFor();
  await tab(desk, 'Stage');
  await desk.getByRole('button', { name: 'Spotlight day-shift' }).click();
  await stage.reload();
  await renamed('night-shift').waitFor();
  expect(await stage.locator('[data-evidence="neutral"]').count()).toBe(0);
  await press(desk, 'Freeze the stage');
  await renamed('day-shift').waitFor();
  await stage.locator('[data-evidence="neutral"]').waitFor();
  await desk.getByRole('button', { name: 'Spotlight off' }).click();

  // The pointer.
  await desk.getByRole('switch', { name: 'Pointer' }).click();
  const box = await player.node('day-shift').boundingBox();
  if (!box) throw new Error('The node is not on the canvas.');
  await desk.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  const [dot, target] = [stage.getByTestId('pointer'), renamed('day-shift')];
  await dot.waitFor({ state: 'attached' });
  await expect
    .poll(async () => {
      const [at, around] = [await dot.boundingBox(), await target.boundingBox()];
      if (!at || !around) return false;
      const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
      return x > around.x && x < around.x + around.width && y > around.y && y < around.y + around.height;
    })
    .toBe(true);
  await desk.getByRole('switch', { name: 'Pointer' }).click();

  // A trace, step by step, by the clicker of either window.
  await tab(desk, 'Traces');
  await desk.getByRole('navigation', { name: 'Requests' }).getByRole('button').first().click();
  await desk.getByRole('group', { name: 'Trace on the canvas' }).getByRole('button', { name: 'Pause' }).click();
  await stage.getByText(/^\d+\/\d+$/).waitFor();
  const before = await stage.getByText(/^\d+\/\d+$/).innerText();
  await stage.bringToFront();
  await stage.keyboard.press('ArrowRight');
  await expect.poll(() => stage.getByText(/^\d+\/\d+$/).innerText()).not.toBe(before);
  await look('trace');
  await desk.getByRole('group', { name: 'Trace on the canvas' }).getByRole('button', { name: 'Close' }).click();

  // An incident: announced, guessed, shown.
  await desk.bringToFront();
  await tab(desk, 'Stage');
  await desk.getByLabel('What happens').selectOption('Failing answers');
  await desk.getByRole('button', { name: 'Announce it on the stage' }).click();
  const incident = stage.getByRole('region', { name: 'Incident' });
  await expect.poll(() => incident.innerText()).toContain('Failing answers at sepsis-endpoint');
  expect(await incident.innerText()).not.toContain('Detected');
  await press(desk, 'Next');
  await expect.poll(() => incident.innerText()).toMatch(/Detected\s+(Yes|No)/);
  await look('incident');

  // Black, from the keyboard.
  await stage.bringToFront();
  await stage.keyboard.press('b');
  await incident.waitFor({ state: 'detached' });
  await stage.keyboard.press('.');
  await incident.waitFor();

  // The console knows when nobody looks.
  await stage.close();
  await desk.getByText('No stage open').waitFor();
  expect(findings).toEqual({});
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

test.each(SIZES)('the stage can be read from the last row at $width × $height', async (viewport) => {
  const { desk, stage, close } = await openRoom();
  await stage.setViewportSize(viewport);
  await tab(desk, 'Reveal');
  await desk.getByRole('button', { name: 'Reveal all' }).click();
  await expect.poll(async () => (await goalsOn(stage)).length).toBeGreaterThan(3);
  const least = (viewport.width / 1920) * 24;
  const small = await stage.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || element.closest('script, style, noscript')) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1) continue;
      const layer = element.closest('.react-flow__viewport');
      const zoom = layer ? new DOMMatrixReadOnly(getComputedStyle(layer).transform).a : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * zoom;
      if (size < wanted - 0.5) found.push(`${node.textContent}: ${size.toFixed(1)} px`);
    }
    return found;
  }, least);
  expect(small).toEqual([]);
  await close();
});

test.each(['light', 'dark'] as const)('the console fits a small laptop and a phone, %s', async (colorScheme) => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    const { page, complaints, close } = await game.open({ viewport, colorScheme });
    page.setDefaultTimeout(10_000);
    await page.goto(`${game.url}#/console/${SCENARIO}`);
    for (const name of ['Stage', 'Reveal', 'Goals', 'Traces', 'Inspector', 'Palette']) {
      await tab(page, name);
      await page.getByRole('tabpanel', { name, exact: true }).waitFor();
      expect(await graveFindings(page), `${name} at ${viewport.width}`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${name} at ${viewport.width}`).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await close();
  }
});
