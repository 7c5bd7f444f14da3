import { describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { giveFile, solvedSave } from './files';
import { Player } from './player';

const game = playground();

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SIZES)('every state passes the accessibility audit at $width × $height', async (viewport) => {
    const { page, complaints, close } = await game.open({ colorScheme, viewport, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    const player = new Player(page);
    const narrow = viewport.width < 1100;
    const findings: Record<string, readonly string[]> = {};
    const look = async (state: string) => {
      const found = await graveFindings(page);
      if (found.length > 0) findings[state] = found;
      await player.picture(`${state}-${colorScheme}-${viewport.width}`);
    };

    await page.goto(game.url);
    await page.getByRole('link', { name: /Card fraud, real time/ }).waitFor();
    await look('home');

    await page.getByRole('link', { name: /Card fraud, real time/ }).click();
    await player.dialog.getByRole('button', { name: 'To the canvas' }).waitFor();
    await look('brief');
    await player.dialog.getByRole('button', { name: 'To the canvas' }).click();
    await look('empty canvas');

    await page.getByRole('link', { name: /list of scenarios/ }).click();
    await giveFile(page, 'bad.json', '{"format":"perimeter-save"}');
    await player.dialog.waitFor();
    await look('file problems');
    await player.dialog.getByRole('button', { name: 'Close' }).last().click();
    await player.dialog.waitFor({ state: 'detached' });
    await giveFile(page, 'solved.json', solvedSave());
    await player.node('fraud-endpoint').waitFor();
    await look('full canvas');

    await player.node('fraud-caller').click();
    if (narrow) await page.getByRole('button', { name: 'Inspector' }).click();
    await player.inspector.waitFor();
    await look('inspector');

    if (narrow) await page.getByRole('button', { name: 'Goals' }).click();
    else await player.showGoals();
    await player.unfoldGoal('Stolen credentials are useless outside');
    await look('goals');

    await player
      .goal('Stolen credentials are useless outside')
      .getByRole('button', { name: 'Show me' })
      .first()
      .click();
    const bar = page.getByRole('group', { name: 'Trace on the canvas' });
    await bar.waitFor();
    await look('trace playing');
    await bar.getByRole('button', { name: 'Close the trace' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menu').waitFor();
    await look('menu');
    await page.getByRole('menuitem', { name: /Keyboard shortcuts/ }).click();
    await player.dialog.waitFor();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    await player.dialog.waitFor({ state: 'detached' });

    if (narrow) {
      await page.getByRole('button', { name: 'Palette' }).click();
      await player.palette.waitFor();
      await look('palette');
      await page.getByRole('button', { name: 'Analysis' }).click();
    }
    for (const tab of ['Traces', 'Problems', 'Cost', 'Outline']) {
      await player.analysis.getByRole('tab', { name: tab }).click();
      await look(tab);
    }
    if (narrow) await page.getByRole('button', { name: 'Analysis' }).click();

    await page.getByRole('button', { name: /^Score: 100 of 100/ }).click();
    await player.dialog.getByText('Looking back').waitFor();
    await look('solved');

    expect(findings).toEqual({});
    expect(complaints).toEqual([]);
    await close();
  });
});
