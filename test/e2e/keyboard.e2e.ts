import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playground, type Opened } from './browser';
import { Keyboard } from './keyboard';
import { Player } from './player';
import { trust } from './policies';

/** The chapters build on each other: after a failed one, the rest is skipped. No mouse from the first to the last. */
describe('with the keyboard alone', () => {
  const game = playground();
  let tab: Opened;
  let player: Player;
  let keys: Keyboard;
  let side: Locator;
  let failed = false;

  beforeAll(async () => {
    tab = await game.open({ reducedMotion: 'reduce' });
    tab.page.setDefaultTimeout(5000);
    player = new Player(tab.page);
    keys = new Keyboard(tab.page);
    side = tab.page.getByRole('complementary', { name: 'Goals and inspector' });
  });
  beforeEach(({ skip }) => skip(failed, 'An earlier chapter failed.'));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || failed) return;
    failed = true;
    await tab.page.screenshot({ path: `test-results/e2e/keyboard-${task.name.replace(/\W+/g, '-')}.png` });
  });

  const field = (title: string) => player.inspector.getByLabel(title, { exact: true }).first();

  /** Adds a resource from the palette and names it in the inspector. */
  async function add(drawer: number, kind: string, name: string): Promise<void> {
    await keys.goInto(player.palette, 'Shift+F6');
    await keys.press(String(drawer));
    await keys.expectFocusIn(player.palette);
    await keys.tabTo(player.entry(kind));
    await keys.press('Enter');
    await keys.goInto(side, 'Shift+F6');
    await keys.tabTo(field('Name'));
    await keys.overwrite(name);
    await keys.press('Enter');
    await player.node(name).waitFor();
  }

  /** Goes to a node on the canvas and selects it. */
  async function select(node: Locator): Promise<void> {
    await keys.goInto(player.canvas);
    // Back to the first node at most, then forward.
    for (let presses = 0; presses < 20 && !(await keys.has(node)); presses++) await keys.press('Shift+Tab');
    for (let presses = 0; presses < 40 && !(await keys.has(node)); presses++) await keys.press('Tab');
    await keys.expectFocus(node);
    await keys.press('Enter');
    await expect.poll(() => node.getAttribute('aria-pressed')).toBe('true');
  }

  /** Connect mode: C, Tab until the hint says so, Enter. */
  async function connect(hint: string): Promise<void> {
    await keys.press('c');
    const words = player.canvas.getByText(hint, { exact: true }).first();
    for (let presses = 0; presses < 12 && !(await words.isVisible()); presses++) await keys.press('Tab');
    await words.waitFor();
    await keys.press('Enter');
  }

  test('opens a scenario and closes its brief', async () => {
    const { page } = tab;
    await page.goto(game.url);
    await keys.tabTo(page.getByRole('link', { name: /Card fraud, real time/ }));
    await keys.press('Enter');
    await player.dialog.waitFor();
    await keys.expectFocus(player.dialog.getByRole('button', { name: 'To the canvas' }));
    await keys.press('Enter');
    await player.dialog.waitFor({ state: 'detached' });
  });

  test('places resources inside each other', async () => {
    await add(1, 'VPC', 'lab-vpc');
    await add(1, 'Subnet', 'lab-subnet');
    await keys.tabTo(field('IPv4 range'));
    await keys.overwrite('10.0.7.0/24');
    await keys.press('Enter');
    await player.node('lab-subnet', 'Subnet · 10.0.7.0/24 · Zone a, in lab-vpc').waitFor();
    // With a subnet selected, what stands in the VPC goes to the same VPC.
    await add(1, 'Route table', 'lab-routes');
    await player.node('lab-routes', 'Route table, in lab-vpc').waitFor();
    await add(8, 'Lambda function', 'fraud-service');
    await add(2, 'IAM role', 'fraud-caller');
    await add(5, 'SageMaker endpoint', 'fraud-endpoint');
    await player.picture('keyboard-placed');
  });

  test('moves what is selected, and takes it back', async () => {
    const node = player.node('fraud-caller');
    await select(node);
    const place = () => node.evaluate((element) => element.style.transform);
    const before = await place();
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowRight');
    await expect.poll(place).not.toBe(before);
    await keys.press('Control+z');
    await expect.poll(place).toBe(before);
    await keys.press('Control+Shift+z');
    await expect.poll(place).not.toBe(before);
    await keys.expectFocus(node);
  });

  test('connects on the canvas, and chooses where two connections are possible', async () => {
    await select(player.node('lab-subnet'));
    await connect('lab-subnet is routed by lab-routes');
    await player.hears('lab-subnet now is routed by lab-routes');
    const route = player.edge('lab-subnet is routed by lab-routes');
    await route.waitFor({ state: 'attached' });
    await keys.press('Control+z');
    await route.waitFor({ state: 'detached' });
    await keys.press('Control+Shift+z');
    await route.waitFor({ state: 'attached' });

    await select(player.node('fraud-service'));
    await connect('2 connections are possible; you choose next.');
    await keys.expectFocusIn(player.dialog);
    const meaning = player.dialog.getByRole('button', { name: 'fraud-service runs as fraud-caller', exact: true });
    await keys.tabTo(meaning);
    await player.picture('keyboard-choose');
    await keys.press('Enter');
    await player.hears('fraud-service now runs as fraud-caller');
    await keys.expectFocus(player.node('fraud-service'));
    await connect('fraud-service calls fraud-endpoint');
    await player.hears('fraud-service now calls fraud-endpoint');

    // Esc leaves the mode and changes nothing.
    await keys.press('c', 'Tab', 'Escape');
    await player.canvas.getByText('leave', { exact: true }).waitFor({ state: 'detached' });
    await keys.expectFocus(player.node('fraud-service'));
  });

  test('goes along the connections of the selection, and deletes one', async () => {
    const runs = player.edge('fraud-service runs as fraud-caller');
    await keys.press('e');
    await expect.poll(() => keys.focused()).toMatch(/^fraud-service /);
    for (let presses = 0; presses < 5 && !(await keys.has(runs)); presses++) {
      await keys.press('e');
      await tab.page.waitForTimeout(50);
    }
    await keys.expectFocus(runs);
    await player.picture('keyboard-edge');
    await keys.press('Delete');
    await runs.waitFor({ state: 'detached' });
    await player.node('fraud-service').waitFor();
    await keys.press('Control+z');
    await runs.waitFor({ state: 'attached' });
    await keys.expectFocusIn(player.canvas);
    // The other edges of the drawing are no stops.
    const others = player.edge('lab-subnet is routed by lab-routes');
    expect(await others.getAttribute('tabindex')).toBeNull();
  });

  test('sees an error beside its field, and mends it', async () => {
    await select(player.node('lab-subnet'));
    await keys.goInto(side);
    await keys.tabTo(field('IPv4 range'));
    await keys.overwrite('10.0.7.0/40');
    await keys.press('Tab');
    await expect.poll(() => field('IPv4 range').getAttribute('aria-invalid')).toBe('true');
    await player.picture('keyboard-error');
    await keys.tabTo(field('IPv4 range'), 'Shift+Tab');
    await keys.overwrite('10.0.8.0/24');
    await keys.press('Tab');
    await expect.poll(() => field('IPv4 range').getAttribute('aria-invalid')).not.toBe('true');
    // A choice and a switch.
    await keys.tabTo(field('Availability Zone'));
    await keys.type('b');
    await player.node('lab-subnet', 'Subnet · 10.0.8.0/24 · Zone b').waitFor();
    await keys.tabTo(field('Assign public IPv4 addresses'));
    await keys.press(' ');
    await expect.poll(() => field('Assign public IPv4 addresses').getAttribute('aria-checked')).toBe('true');
  });

  test('writes a policy: in, an error in its line, out again', async () => {
    await select(player.node('fraud-caller'));
    await keys.goInto(side);
    const editor = player.inspector.getByRole('textbox', { name: /^Trust policy/ });
    await keys.tabTo(editor);
    await keys.overwrite('{');
    await keys.press('Enter');
    expect(await editor.innerText()).toMatch(/^\{\n\s+/);
    const defect = player.inspector.getByRole('button', { name: /^Error, line \d/ }).first();
    await defect.waitFor();
    // Tab indents; after Esc it leaves.
    await keys.press('Tab');
    await keys.expectFocus(editor);
    await keys.press('Escape');
    await keys.tabTo(defect);
    await player.picture('keyboard-policy');
    // The defect leads back to its line.
    await keys.press('Enter');
    await keys.expectFocus(editor);
    await keys.press('Control+a', 'Delete');
    await tab.page.keyboard.insertText(JSON.stringify(trust('lambda.amazonaws.com')));
    await defect.waitFor({ state: 'detached' });
  });

  test('reads why a goal is not met, and lets the request play', async () => {
    const { page } = tab;
    await keys.goInto(side);
    const goals = page.getByRole('tab', { name: /^Goals/ });
    // It comes back to the policy, where Esc lets it out.
    await keys.press('Escape');
    await keys.tabTo(page.getByRole('tab', { name: 'Inspector' }), 'Shift+Tab');
    await keys.press('ArrowLeft');
    await keys.expectFocus(goals);
    const goal = player.goal('The fraud service gets a score');
    await keys.tabTo(goal.getByRole('heading', { level: 3 }).getByRole('button'));
    await keys.press('Enter');
    await goal.getByRole('list', { name: 'Why' }).waitFor();
    await player.picture('keyboard-goal');
    const show = goal.getByRole('button', { name: 'Show me' }).first();
    await keys.tabTo(show);
    await keys.press('Enter');
    const bar = page.getByRole('group', { name: 'Trace on the canvas' });
    await bar.waitFor();

    // In the analysis the arrows step through it.
    await keys.goInto(player.analysis, 'Shift+F6');
    await keys.tabTo(player.analysis.getByRole('button', { name: 'Close the trace' }));
    await keys.press('Home');
    await bar.getByText(/^1 \/ /).waitFor();
    await keys.press('ArrowRight', 'ArrowRight');
    await bar.getByText(/^3 \/ /).waitFor();
    await player.picture('keyboard-trace');
    await keys.press('Enter');
    await bar.waitFor({ state: 'detached' });
    await keys.expectFocusIn(player.analysis);

    // Evidence leads to what it rests on.
    await keys.goInto(side);
    await keys.tabTo(goal.getByRole('list', { name: 'Why' }).getByRole('button').first(), 'Shift+Tab');
    await keys.press('Enter');
    await side.getByRole('region', { name: /^(Properties of|Selected elements)/ }).waitFor();
    await keys.expectFocusIn(side);
  });

  test('dialogs and menus give the focus back', async () => {
    const { page } = tab;
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await player.picture('keyboard-shortcuts');
    await keys.press('Escape');
    await player.dialog.waitFor({ state: 'detached' });
    await keys.expectFocusIn(side);

    for (const name of [/^Brief/, /^Score: /]) {
      const button = page.getByRole('banner').getByRole('button', { name });
      await keys.goInto(page.getByRole('banner'));
      await keys.tabTo(button);
      await keys.press('Enter');
      await keys.expectFocusIn(player.dialog);
      await keys.press('Escape');
      await player.dialog.waitFor({ state: 'detached' });
      await keys.expectFocus(button);
    }
    const menu = page.getByRole('button', { name: 'Menu' });
    await keys.tabTo(menu);
    await keys.press('Enter');
    await keys.expectFocus(page.getByRole('menuitem').nth(0));
    await keys.press('ArrowDown');
    await keys.expectFocus(page.getByRole('menuitem').nth(1));
    await keys.press('Escape');
    await keys.expectFocus(menu);
  });

  test('does the same in the outline', async () => {
    const { page } = tab;
    await keys.goInto(player.analysis);
    await keys.tabTo(player.analysis.getByRole('tab', { name: /Traces/ }), 'Shift+Tab');
    const outline = player.analysis.getByRole('tab', { name: 'Outline' });
    for (let presses = 0; presses < 9 && !(await keys.has(outline)); presses++) await keys.press('ArrowRight');
    await keys.expectFocus(outline);
    const unfold = page.getByRole('button', { name: 'Unfold the analysis' });
    if (await unfold.isVisible()) {
      await keys.tabTo(unfold);
      await keys.press('Enter');
    }
    const item = (name: RegExp) => player.analysis.getByRole('treeitem', { name });
    const current = player.analysis.locator('[role="treeitem"][tabindex="0"]');
    await keys.tabTo(current);
    await keys.press('Home');
    await keys.expectFocus(item(/^lab-vpc/));
    for (let presses = 0; presses < 12 && !(await keys.has(item(/^lab-routes/))); presses++) {
      await keys.press('ArrowDown');
    }
    await keys.expectFocus(item(/^lab-routes/));
    await keys.press('F2');
    await keys.overwrite('quiet-routes');
    await keys.press('Enter');
    await item(/^quiet-routes/).waitFor();
    await keys.tabTo(item(/^quiet-routes/));
    await keys.press('Delete');
    await item(/^quiet-routes/).waitFor({ state: 'detached' });
    await keys.expectFocusIn(player.analysis);
    await keys.press('Control+z');
    await item(/^quiet-routes/).waitFor();
    await player.picture('keyboard-outline');
  });

  test('deletes what is selected, and the focus stays on the canvas', async () => {
    await select(player.node('fraud-endpoint'));
    await keys.press('Delete');
    await player.node('fraud-endpoint').waitFor({ state: 'detached' });
    await keys.expectFocusIn(player.canvas);
    await keys.press('Control+z');
    await player.node('fraud-endpoint').waitFor();
  });

  test('saw the focus at every stop', () => {
    expect(keys.unseen).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });
});
