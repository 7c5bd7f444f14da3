import { describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground, SIZES } from './browser';
import { giveFile, solvedSave } from './files';
import { Player } from './player';

const game = playground();

describe.each(['light', 'dark'] as const)('the trade-offs of a design, in %s', (colorScheme) => {
  test.each(SIZES)('stand side by side with what they are made of at $width × $height', async (viewport) => {
    const { page, complaints, close } = await game.open({ colorScheme, viewport, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    const player = new Player(page);
    await page.goto(game.url);
    await giveFile(page, 'solved.json', solvedSave());
    await player.node('fraud-endpoint').waitFor();
    if (viewport.width < 1100) await page.getByRole('button', { name: 'Analysis' }).click();
    await page.getByRole('tab', { name: 'Trade-offs' }).click();
    const panel = page.getByRole('region', { name: 'Trade-offs' });
    await page.locator('section[aria-label="Trade-offs"][aria-busy="false"]').waitFor();

    const share = async (quality: string) => {
      const meter = panel.getByRole('meter', { name: quality });
      return [Number(await meter.getAttribute('aria-valuenow')), Number(await meter.getAttribute('aria-valuemax'))];
    };
    const [told = 0, of = 0] = await share('Detection');
    expect(told).toBeGreaterThan(0);
    expect(of).toBeGreaterThan(told);
    await panel.getByRole('button', { name: /^Detection/ }).click();
    const points = panel.getByRole('list', { name: 'What detection is made of' }).getByRole('listitem');
    expect(await points.count()).toBe(of);
    expect(await points.filter({ hasText: 'Holds:' }).count()).toBe(told);
    const drift = points.filter({ hasText: 'Input drift: fraud-endpoint' });
    expect(await drift.innerText()).toContain('Somebody was told');
    await player.picture(`trade-offs-${colorScheme}-${viewport.width}`);
    expect(await graveFindings(page)).toEqual([]);

    await drift.getByRole('button', { name: 'Show me' }).click();
    await page.getByRole('button', { name: 'Close the trace' }).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
