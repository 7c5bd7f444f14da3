import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground } from './browser';
import { goalsOn, openRoom, press, SCENARIO, tab } from './classroom';
import { Player } from './player';

const game = playground();
const [solution = ''] = readdirSync(`scenarios/${SCENARIO}/solutions`);
const solved = JSON.stringify(
  (JSON.parse(readFileSync(`scenarios/${SCENARIO}/solutions/${solution}`, 'utf8')) as { diagram: object }).diagram,
);

test('one round on two windows', async () => {
  const { desk, stage, complaints, close } = await openRoom(game);
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

test('a prediction is voted on, and the simulator says which answer is true', async () => {
  const predicted = 'before-the-business-notices';
  const { predictions } = JSON.parse(readFileSync(`scenarios/${predicted}/scenario.json`, 'utf8')) as {
    predictions: { text: string; options: { text: string; why: string }[] }[];
  };
  const { desk, stage, complaints, close } = await openRoom(game, {}, predicted);
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

/** A drawing of the scenario as a student leaves it, as a file that was handed in. */
const handedIn = (name: string, content: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

test('a student hands in, by link and by file, and it is on the class board', async () => {
  const { desk, stage, complaints, close } = await openRoom(game, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });

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
