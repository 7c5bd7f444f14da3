import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground, SIZES } from './browser';
import { giveFile, solvedSave } from './files';
import { Keyboard } from './keyboard';
import { Player } from './player';

const game = playground();

/** The full solution of the first scenario on the canvas, with the timeline in front. */
async function openTimeline(page: Page, player: Player, narrow: boolean) {
  await page.goto(game.url);
  await giveFile(page, 'solved.json', solvedSave());
  await player.node('fraud-endpoint').waitFor();
  await player.dismiss();
  if (narrow) await page.getByRole('button', { name: 'Analysis' }).click();
  await player.analysis.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = player.analysis.getByRole('region', { name: 'Timeline', exact: true });
  await timeline.getByRole('button', { name: 'Run' }).waitFor();
  return timeline;
}

/** Whether the middle of one thing lies on another: it can be seen there. */
async function inside(one: Locator, frame: Locator): Promise<boolean> {
  const [box, around] = [await one.boundingBox(), await frame.boundingBox()];
  if (!box || !around) return false;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x > around.x && x < around.x + around.width && y > around.y && y < around.y + around.height;
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SIZES)('a drift is played, detected and told at $width × $height', async (viewport) => {
    const { page, complaints, close } = await game.open({ colorScheme, viewport, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    const player = new Player(page);
    const timeline = await openTimeline(page, player, viewport.width < 1100);
    const findings: Record<string, readonly string[]> = {};
    const look = async (state: string) => {
      const found = await graveFindings(page);
      if (found.length > 0) findings[state] = found;
      await player.picture(`timeline-${state}-${colorScheme}-${viewport.width}`);
    };

    await look('incidents');
    const fresh = timeline.getByRole('region', { name: 'New incident' });
    await fresh.getByLabel('What happens').selectOption('Input drift');
    await fresh.getByRole('button', { name: 'Add the incident' }).click();
    await timeline
      .getByRole('region', { name: 'Chosen incidents' })
      .getByText(/^Input drift at fraud-endpoint, Mon 10:00/)
      .waitFor();
    await timeline.getByRole('button', { name: 'Run' }).click();

    const outcome = timeline.getByRole('article', { name: /^Input drift at fraud-endpoint/ });
    await outcome.getByRole('button', { name: /^Prevented No/ }).waitFor();
    const detected = outcome.getByRole('button', { name: /^Detected Yes/ });
    expect(await detected.innerText()).toMatch(/after 1 h \d+ min, by fraud-drift, amount-drifts/);
    const notified = outcome.getByRole('button', { name: /^Notified Yes/ });
    expect(await notified.innerText()).toMatch(/after 1 h \d+ min: security@northgate\.example/);
    await look('outcome');

    await notified.click();
    await outcome.getByRole('button', { name: 'Play on the canvas' }).click();
    const bar = page.getByRole('group', { name: 'Trace on the canvas' });
    await bar.waitFor();
    expect(await player.canvas.locator('.react-flow__node [data-playback]').count()).toBeGreaterThan(0);
    await bar.getByRole('button', { name: 'Close the trace' }).click();

    await timeline.getByRole('tab', { name: 'Events' }).click();
    const events = timeline.getByRole('region', { name: 'Events' });
    const first = events.getByRole('listitem').first();
    expect(await first.innerText()).toMatch(/Mon 10:00\s+Incident\s+The inputs of fraud-endpoint drift/);
    const next = timeline.getByRole('button', { name: 'Next event' });
    const current = events.locator('[aria-current="step"]');
    await next.click();
    await expect.poll(() => current.innerText()).toContain('The inputs of fraud-endpoint drift');
    await expect.poll(() => inside(player.node('fraud-endpoint'), player.canvas)).toBe(true);
    await expect.poll(() => player.canvas.locator('.react-flow__node [data-evidence="misses"]').count()).toBe(1);
    await next.click();
    await expect.poll(() => current.innerText()).toContain('fraud-drift finds that amount has drifted');
    await next.click();
    await expect.poll(() => current.innerText()).toContain('to ALARM');
    await next.click();
    await expect.poll(() => current.innerText()).toContain('security-team tells security@northgate.example');
    await look('events');

    await timeline.getByRole('tab', { name: 'Metrics' }).click();
    const chart = timeline.getByRole('img', { name: /^Average of feature_baseline_drift_amount/ });
    expect(await chart.getAttribute('aria-label')).toContain('amount-drifts waits for > 0.1.');
    await look('metrics');
    await timeline.getByRole('button', { name: 'Show as a table' }).click();
    const table = timeline.getByRole('table', { name: /^Average of feature_baseline_drift_amount/ });
    await table.waitFor();
    expect(await table.getByRole('row').filter({ hasText: 'In alarm' }).count()).toBeGreaterThan(5);
    await look('table');

    await timeline.getByRole('tab', { name: 'Records' }).click();
    const records = timeline.getByRole('region', { name: 'Ask the records' });
    await timeline.getByRole('slider', { name: 'Time' }).press('Home');
    await records.getByText(/No rows\./).waitFor();
    await look('records-none');
    await timeline.getByRole('slider', { name: 'Time' }).press('End');
    await records.getByLabel('Question').selectOption('Everything');
    await records.getByRole('table').waitFor();
    await look('records');

    expect(findings).toEqual({});
    expect(complaints).toEqual([]);
    await close();
  });
});

test('time runs, stands still, and ends with the week', async () => {
  const { page, complaints, close } = await game.open();
  page.setDefaultTimeout(10_000);
  const player = new Player(page);
  const timeline = await openTimeline(page, player, false);
  await timeline.getByLabel('How long').selectOption('One week');
  await timeline.getByRole('button', { name: 'Run' }).click();
  const clock = timeline.getByRole('slider', { name: 'Time' });
  await timeline.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await clock.inputValue())).toBeGreaterThan(1800);
  await timeline.getByRole('button', { name: 'Pause' }).click();
  const stopped = await clock.inputValue();
  await page.waitForTimeout(300);
  expect(await clock.inputValue()).toBe(stopped);
  await clock.focus();
  await page.keyboard.press('End');
  await expect.poll(() => clock.getAttribute('aria-valuetext')).toMatch(/^Mon 00:00/);
  expect(complaints).toEqual([]);
  await close();
});

test('somebody without a mouse plays an incident', async () => {
  const { page, complaints, close } = await game.open({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const player = new Player(page);
  const timeline = await openTimeline(page, player, false);
  const keyboard = new Keyboard(page);
  await player.analysis.getByRole('tab', { name: 'Timeline' }).focus();
  await keyboard.tabTo(timeline.getByLabel('What happens'));
  await keyboard.tabTo(timeline.getByRole('button', { name: 'Add the incident' }));
  await keyboard.press('Enter');
  const run = timeline.getByRole('button', { name: 'Run' });
  await keyboard.tabTo(run, 'Shift+Tab');
  await keyboard.press('Enter');
  await timeline.getByRole('article', { name: /^Input drift/ }).waitFor();
  await keyboard.expectFocus(run);
  const notified = timeline.getByRole('button', { name: /^Notified Yes/ });
  await keyboard.tabTo(notified);
  await keyboard.press('Enter');
  await keyboard.tabTo(timeline.getByRole('button', { name: 'Play on the canvas' }));
  await keyboard.tabTo(timeline.getByRole('button', { name: 'Next event' }));
  await keyboard.press('Enter', 'Enter');
  const clock = timeline.getByRole('slider', { name: 'Time' });
  await keyboard.tabTo(clock);
  await expect.poll(() => clock.getAttribute('aria-valuetext')).toMatch(/^Mon 11:\d\d, event 2 of/);
  const before = Number(await clock.inputValue());
  await keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await clock.inputValue())).toBeGreaterThan(before);
  await keyboard.press('Space');
  await timeline.getByRole('button', { name: 'Pause' }).waitFor();
  await keyboard.press('Space');
  await timeline.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(keyboard.unseen).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
