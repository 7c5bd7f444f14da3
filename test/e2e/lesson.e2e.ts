import { expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { goalsOn, openRoom, SCENARIO, seenOn, tab } from './classroom';
import { tablesOf } from './guide';
import { Keyboard } from './keyboard';

const game = playground();

test('the lesson of the guide goes as the guide says', async () => {
  const { desk, stage, complaints, close } = await openRoom(game);
  const [round = []] = tablesOf('facilitator.md', 'A first round');
  expect(round.length).toBeGreaterThan(15);
  for (const [place = '', what = '', words = '', shows = ''] of round) {
    await tab(desk, place);
    const panel = desk.getByRole('tabpanel', { name: place, exact: true });
    const field = panel.getByLabel(what, { exact: true });
    if (words === '') await panel.getByRole('button', { name: what, exact: true }).click();
    else if (words === 'on') await panel.getByRole('switch', { name: what }).click();
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(words);
    else {
      await field.fill(words.split(', ').join(what === 'Answers' ? '\n' : ', '));
      await field.blur();
    }
    if (shows !== '') await expect.poll(() => seenOn(stage), { message: what }).toContain(shows);
  }

  const [keys = []] = tablesOf('facilitator.md', 'The clicker');
  for (const [window, page] of Object.entries({ stage, desk })) {
    await page.bringToFront();
    if (page === desk) await page.getByRole('heading', { level: 1 }).click();
    for (const [key = '', does = ''] of keys) {
      const before = await seenOn(stage);
      await page.keyboard.press(key);
      await expect.poll(() => seenOn(stage), { message: `${key} on the ${window}` }).not.toBe(before);
      if (does.startsWith('black')) {
        expect(await seenOn(stage)).toBe('The screen is black');
        await page.keyboard.press(key);
        await expect.poll(() => seenOn(stage)).toBe(before);
      }
    }
  }
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

test('a facilitator without a mouse leads a round', async () => {
  const { page, complaints, close } = await game.open({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const stage = await page.context().newPage();
  await stage.goto(`${game.url}#/stage/${SCENARIO}`);
  await page.goto(`${game.url}#/console/${SCENARIO}`);
  await page.bringToFront();
  await page.getByText('Stage is open').waitFor();
  const keyboard = new Keyboard(page);
  await keyboard.goInto(page.getByRole('complementary', { name: 'Lesson' }));
  await keyboard.press('ArrowRight');
  const first = page.getByRole('button', { name: /^Reveal: / }).first();
  await keyboard.tabTo(first);
  await keyboard.press('Enter');
  await expect.poll(() => goalsOn(stage)).toHaveLength(1);
  const ask = page.getByRole('button', { name: /^Let the class vote/ }).nth(1);
  await keyboard.tabTo(ask);
  await keyboard.press('Enter');
  const more = page.getByRole('button', { name: 'One hand more: Yes, it is met' });
  await keyboard.tabTo(more);
  await keyboard.press('Enter', 'Enter');
  const show = page.getByRole('button', { name: 'Show the counts' });
  await keyboard.tabTo(show);
  await keyboard.press('Enter');
  await expect.poll(() => seenOn(stage)).toMatch(/It is (not )?met\./);
  await keyboard.tabTo(page.getByRole('button', { name: 'Class board' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.tabTo(page.getByRole('button', { name: 'Add files' }));
  await keyboard.tabTo(page.getByRole('textbox', { name: 'Links of hand-ins' }));
  await keyboard.type('https://example.org/#/hand-in/1.AAAA');
  await keyboard.press('Enter');
  await page.getByText('1 hand-in could not be taken.').waitFor();
  await keyboard.tabTo(page.getByRole('button', { name: 'Take off the board: Link 1' }));
  await keyboard.press('Enter');
  await page.getByText('Nothing was handed in yet').waitFor();
  expect(keyboard.unseen).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 240_000);

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

test.each(SIZES)('the stage can be read from the last row at $width × $height', async (viewport) => {
  const { desk, stage, close } = await openRoom(game);
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
