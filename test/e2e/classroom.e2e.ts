import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { tablesOf } from './guide';
import { Keyboard } from './keyboard';
import { Player } from './player';

const game = playground();
const SCENARIO = 'silent-alarm';
const [solution = ''] = readdirSync(`scenarios/${SCENARIO}/solutions`);
const solved = JSON.stringify(
  (JSON.parse(readFileSync(`scenarios/${SCENARIO}/solutions/${solution}`, 'utf8')) as { diagram: object }).diagram,
);

/** Opens the console, and from it the stage, as a facilitator does. */
async function openRoom(options: Parameters<typeof game.open>[0] = {}, scenario = SCENARIO) {
  const opened = await game.open({ reducedMotion: 'reduce', ...options });
  const { page: desk, complaints } = opened;
  desk.setDefaultTimeout(10_000);
  await desk.goto(`${game.url}#/console/${scenario}`);
  const arrives = desk.context().waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the stage' }).click();
  const stage = await arrives;
  stage.setDefaultTimeout(10_000);
  stage.on('pageerror', (error) => complaints.push(`exception on the stage: ${error.message}`));
  await desk.getByText('Stage is open').waitFor();
  await stage.locator('.react-flow__node').first().waitFor();
  // A window behind another is drawn rarely, and whoever clicks waits for it.
  await desk.bringToFront();
  return { ...opened, desk, stage };
}

const goalsOn = (stage: Page) =>
  stage.getByRole('complementary', { name: 'Goals and score' }).getByRole('listitem').allInnerTexts();
/** What can be read on the stage, pictures by their names. */
const seenOn = (stage: Page) =>
  stage
    .getByRole('main')
    .evaluate((main: HTMLElement) =>
      [main.innerText, ...[...main.querySelectorAll('[role="img"]')].map((one) => one.getAttribute('aria-label'))].join(
        '\n',
      ),
    )
    .then((words) => words.replace(/^[^]*(The screen is black)[^]*$/, '$1'));
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
  await desk.bringToFront();

  // Either window may go and come back.
  await stage.reload();
  await expect.poll(() => goalsOn(stage)).toHaveLength(2);
  await vote.waitFor();
  await stage.getByText('Blue', { exact: true }).waitFor();
  await desk.getByText('Saved', { exact: true }).waitFor();
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
  await desk.getByText('Saved', { exact: true }).waitFor();
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
  await desk.bringToFront();
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

test('the lesson of the guide goes as the guide says', async () => {
  const { desk, stage, complaints, close } = await openRoom();
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

test('a prediction is voted on, and the simulator says which answer is true', async () => {
  const predicted = 'before-the-business-notices';
  const { predictions } = JSON.parse(readFileSync(`scenarios/${predicted}/scenario.json`, 'utf8')) as {
    predictions: { text: string; options: { text: string; why: string }[] }[];
  };
  const { desk, stage, complaints, close } = await openRoom({}, predicted);
  const [asked] = predictions;
  if (!asked) throw new Error('Nothing is predicted here.');
  await tab(desk, 'Reveal');
  await desk.getByRole('button', { name: `Let the class vote: ${asked.text}` }).click();
  const vote = stage.getByRole('region', { name: 'Vote' });
  await expect.poll(async () => (await vote.getByRole('listitem').allInnerTexts()).length).toBe(asked.options.length);
  expect(await vote.getByRole('paragraph').count()).toBe(0);
  await press(desk, 'Next');
  await vote.locator('[data-right]').waitFor();
  const words = await vote.innerText();
  expect(asked.options.filter(({ why }) => words.includes(why))).toHaveLength(1);
  expect(await graveFindings(stage)).toEqual([]);

  // The facilitator plays what decides it: nothing is withheld on these two windows.
  await tab(desk, 'Traces');
  await desk.getByRole('navigation', { name: 'Requests' }).getByRole('button').first().click();
  await stage.getByText(/^1\/\d+$/).waitFor();

  // The stage looks where the facilitator looks.
  await tab(desk, 'Stage');
  await desk.getByRole('switch', { name: 'Follow my view' }).click();
  const zoomed = () => stage.locator('.react-flow__viewport').evaluate((layer) => getComputedStyle(layer).transform);
  const before = await zoomed();
  await desk.getByRole('button', { name: 'Zoom in' }).click();
  await desk.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(zoomed).not.toBe(before);
  expect(complaints).toEqual([]);
  await close();
});

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

/** A drawing of the scenario as a student leaves it, as a file that was handed in. */
const handedIn = (name: string, content: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

test('a student hands in, by link and by file, and it is on the class board', async () => {
  const { desk, stage, complaints, close } = await openRoom({ permissions: ['clipboard-read', 'clipboard-write'] });

  // A student plays and hands in.
  const student = await desk.context().newPage();
  student.setDefaultTimeout(10_000);
  await student.goto(`${game.url}#/play/${SCENARIO}`);
  await student.getByRole('button', { name: 'To the canvas' }).click();
  await student.getByRole('button', { name: 'Menu', exact: true }).click();
  await student.getByRole('menuitem', { name: /^Hand in/ }).click();
  const dialog = student.getByRole('dialog', { name: 'Hand in' });
  await dialog.getByLabel('Your name or your team’s').fill('<b>Blue</b>');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await dialog.getByText(/^The link is on the clipboard/).waitFor();
  expect(await graveFindings(student)).toEqual([]);
  const link = await student.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#/hand-in/1.');
  const saved = student.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  await dialog.getByText(/is in your downloads/).waitFor();
  const path = await (await saved).path();

  // The facilitator pastes the link, and adds the file beside two that are broken.
  await desk.bringToFront();
  await desk.getByRole('button', { name: 'Class board' }).click();
  const board = desk.getByRole('region', { name: 'Class board' });
  await board.getByRole('textbox', { name: 'Links of hand-ins' }).fill(link);
  await board.getByRole('button', { name: 'Add links' }).click();
  await board.getByText('1 hand-in arrived.').waitFor();
  const asked = desk.waitForEvent('filechooser');
  await board.getByRole('button', { name: 'Add files' }).click();
  await (
    await asked
  ).setFiles([
    handedIn('Green.json', readFileSync(path, 'utf8')),
    handedIn('Red.json', solved),
    handedIn('Notes.json', '{ "nodes": { "a": 1 } }'),
  ]);
  await board.getByText('3 hand-ins arrived.').waitFor();
  const table = board.getByRole('table', { name: 'Goals by hand-in' });
  const heads = await table.getByRole('columnheader').allInnerTexts();
  expect(heads).toEqual(['Goal', '<b>Blue</b>', 'Green', 'Red', 'Have it']);
  await board.getByRole('region', { name: 'Cannot be read' }).getByText('nodes.a').first().waitFor();
  await board.getByRole('region', { name: 'Mistakes' }).getByText('2 designs').first().waitFor();
  expect(await graveFindings(desk)).toEqual([]);

  // The grades as a table.
  const grades = desk.waitForEvent('download');
  await board.getByRole('button', { name: 'Grades as CSV' }).click();
  const csv = readFileSync(await (await grades).path(), 'utf8');
  expect(csv).toMatch(/^hand-in,result,points/);
  expect(csv).toMatch(/\r\nRed,pass,100,100,/);

  // Without names, one is picked, put on the stage, and the facilitator's own design comes back.
  await board.getByRole('switch', { name: 'Anonymous' }).click();
  await table.getByRole('button', { name: 'Design C' }).click();
  await board.getByRole('button', { name: 'Discuss it later' }).click();
  await board
    .getByRole('region', { name: 'To discuss' })
    .getByRole('button', { name: 'Design C', exact: true })
    .click();
  await stage.getByRole('heading', { name: 'Design C' }).waitFor();
  await desk.getByText('Saved', { exact: true }).waitFor();
  await desk.reload();
  await desk.getByRole('button', { name: 'Back to my design' }).click();
  await stage.getByRole('heading', { name: 'The silent alarm' }).waitFor();

  // A link may also be opened: it comes to the board that is open in another window.
  await desk.getByRole('button', { name: 'Class board' }).click();
  await board.getByRole('button', { name: 'Remove all' }).click();
  await board.getByRole('button', { name: 'Remove all for good' }).click();
  await board.getByText('Nothing was handed in yet').waitFor();
  await student.goto(link);
  await student.getByRole('heading', { name: 'Work of <b>Blue</b>' }).waitFor();
  expect(await graveFindings(student)).toEqual([]);
  await student.getByRole('button', { name: 'Put it on the class board' }).click();
  await student.getByText('It is on the class board.').waitFor();
  await table.getByRole('button', { name: 'Design A' }).waitFor();
  await student.goto(link.slice(0, -20));
  await student.getByRole('heading', { name: 'This link cannot be read' }).waitFor();
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
