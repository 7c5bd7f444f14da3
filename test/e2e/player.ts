import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A place on the canvas: pixels from its corner, or a share of the width and height of a node. */
export interface Spot {
  readonly in?: string;
  readonly x: number;
  readonly y: number;
}
/** One step of a trace, as both places tell it. */
export interface Step {
  readonly verdict: string;
  readonly onTheCanvas: string;
  readonly inTheList: string;
}
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** In which drawer of the palette a student finds a resource. */
const DRAWERS: Readonly<Record<string, string>> = {
  VPC: 'Network',
  Subnet: 'Network',
  'Route table': 'Network',
  'Security group': 'Network',
  'Interface endpoint': 'Network',
  'Gateway endpoint': 'Network',
  'Internet gateway': 'Network',
  'NAT gateway': 'Network',
  'API Gateway REST API': 'Network',
  'WAF web ACL': 'Network',
  'Lambda function': 'Actors',
  'EC2 instance': 'Actors',
  'IAM role': 'Identity',
  'KMS key': 'Keys',
  'ACM certificate': 'Keys',
  'S3 bucket': 'Data',
  'SageMaker model': 'Machine learning',
  'SageMaker endpoint': 'Machine learning',
  'SageMaker endpoint configuration': 'Machine learning',
  'SageMaker processing job': 'Machine learning',
  'Model Monitor schedule': 'Watch',
  'CloudWatch alarm': 'Watch',
  'CloudTrail trail': 'Watch',
  'CloudWatch log group': 'Watch',
  'GuardDuty detector': 'Watch',
  'SNS topic': 'Respond',
  'EventBridge rule': 'Respond',
};

const exactly = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( required)?$`);

/** Somebody who plays: sees what is on the screen, has a mouse and a keyboard, and nothing else. */
export class Player {
  readonly canvas: Locator;
  readonly palette: Locator;
  /** the properties of what is selected. */
  readonly inspector: Locator;
  readonly analysis: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.getByRole('region', { name: 'Canvas' });
    this.palette = page.getByRole('region', { name: 'Palette', exact: true });
    this.inspector = page.getByRole('region', { name: /^Properties of / });
    this.analysis = page.getByRole('region', { name: 'Analysis', exact: true });
    this.dialog = page.getByRole('dialog');
  }

  /** Chooses a scenario from the list, closes its brief, and gives back what the brief said. */
  async begin(url: string, title: RegExp): Promise<string> {
    await this.page.goto(url);
    await this.page.getByRole('link', { name: title }).click();
    const brief = this.page.getByRole('dialog', { name: title });
    await brief.getByRole('heading', { name: 'What must be true at the end' }).waitFor();
    const words = await brief.innerText();
    await this.picture('brief');
    await brief.getByRole('button', { name: 'To the canvas' }).click();
    await brief.waitFor({ state: 'detached' });
    await this.picture('start');
    return words;
  }

  // What is on the screen

  /** A node by its name, and by its kind where two share the name. */
  node(name: string, kind = ''): Locator {
    return this.canvas.locator(`.react-flow__node[aria-label^="${name}, ${kind}"]`);
  }

  edge(words: string): Locator {
    return this.canvas.locator(`.react-flow__edge[aria-label="${words}"]`);
  }

  async score(): Promise<number> {
    const words = await this.page.getByRole('button', { name: /^Score: / }).getAttribute('aria-label');
    return Number(/Score: (\d+) of/.exec(words ?? '')?.[1]);
  }

  /** Waits until the last thing said or refused contains these words. */
  async hears(words: string | RegExp): Promise<void> {
    await this.canvas.locator('..').locator('[data-tone] p').filter({ hasText: words }).first().waitFor();
  }

  async dismiss(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Dismiss' });
    if (await button.isVisible()) await button.click();
  }

  // Placing

  async take(kind: string): Promise<Locator> {
    const drawer = DRAWERS[kind];
    if (drawer === undefined) throw new Error(`Nobody told the player where to find “${kind}”.`);
    await this.palette.getByRole('tab', { name: drawer, exact: true }).click();
    return this.entry(kind);
  }

  entry(kind: string): Locator {
    return this.palette.getByRole('button').filter({ has: this.page.getByText(kind, { exact: true }) });
  }

  /** Drags a resource from the palette and lets go of it at the spot; `name` renames it in the inspector. */
  async drag(kind: string, to: Spot, name?: string): Promise<void> {
    await this.carry(await this.take(kind), to);
    if (name !== undefined) await this.call(name);
  }

  /** Picks a resource with a click, and its place with a second one. */
  async clickAndPlace(kind: string, to: Spot, name?: string): Promise<void> {
    await (await this.take(kind)).click();
    const end = await this.point(to);
    await this.page.mouse.move(end.x, end.y, { steps: 3 });
    await this.page.mouse.click(end.x, end.y);
    if (name !== undefined) await this.call(name);
  }

  /** Adds a resource without the mouse. */
  async pressEnterOn(kind: string, name?: string): Promise<void> {
    await (await this.take(kind)).focus();
    await this.page.keyboard.press('Enter');
    if (name !== undefined) await this.call(name);
  }

  /** Names what was just placed: it is selected, and its properties are open. */
  private async call(name: string): Promise<void> {
    await this.setField('Name', name);
    await this.page.getByRole('region', { name: `Properties of ${name}` }).waitFor();
  }

  /** Drags what stands on the canvas to another spot, also into another container. */
  async move(name: string, to: Spot): Promise<void> {
    await this.carry(this.node(name), to);
  }

  private async carry(what: Locator, to: Spot): Promise<void> {
    const from = middle(await boxOf(what));
    const end = await this.point(to);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 12, from.y + 4);
    await mouse.move(end.x, end.y, { steps: 6 });
    await mouse.up();
  }

  // Selecting and connecting

  async select(name: string, kind = ''): Promise<void> {
    await this.node(name, kind).getByText(name, { exact: true }).first().click();
    await this.page.getByRole('region', { name: `Properties of ${name}` }).waitFor();
  }

  /** Draws an edge: from a handle of one node to the middle of another. */
  async connect(from: Locator, to: Locator, side: Side = 'right'): Promise<void> {
    await this.holdEdge(from, to, side);
    await this.page.mouse.up();
  }

  /** Says which connection is meant, where an edge may mean more than one. */
  async choose(meaning: string): Promise<void> {
    await this.dialog.getByRole('button', { name: meaning, exact: true }).click();
  }

  /** Draws an edge and does not let go of it yet. */
  async holdEdge(from: Locator, to: Locator, side: Side = 'right'): Promise<void> {
    const { mouse } = this.page;
    await from.hover();
    const start = middle(await boxOf(from.locator(`.react-flow__handle[data-handlepos="${side}"]`)));
    const end = middle(await boxOf(to));
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 8, start.y + 8, { steps: 2 });
    await mouse.move(end.x, end.y, { steps: 8 });
  }

  // Inspector

  /** A part of the form: a group of fields, a list of rows. */
  part(title: string): Locator {
    return this.inspector.getByRole('group', { name: exactly(title) });
  }

  /** Sets a property by what it is: text, number, switch, choice, or a list of references (adds each). */
  async setField(
    title: string,
    value: string | number | boolean | readonly string[],
    within: Locator = this.inspector,
  ): Promise<void> {
    if (Array.isArray(value)) {
      for (const name of value as readonly string[]) {
        await within.getByRole('combobox', { name: `Add to ${title}`, exact: true }).selectOption(name);
      }
      return;
    }
    const control = within.getByLabel(exactly(title)).first();
    if (typeof value === 'boolean') {
      if ((await control.getAttribute('aria-checked')) !== String(value)) await control.click();
      return;
    }
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await control.selectOption(await optionFor(control, String(value)));
    else {
      await control.fill(String(value));
      await control.blur();
    }
  }

  /** Pastes a policy document over what stands in the editor. */
  async writePolicy(title: string, document: object | string, within: Locator = this.inspector): Promise<void> {
    const editor = within.getByRole('textbox', { name: exactly(title) });
    await editor.fill(typeof document === 'string' ? document : JSON.stringify(document, null, 2));
  }

  /** Writes a permissions policy of the selected identity: over the one of this name, or a new one. */
  async permit(name: string, document: object): Promise<void> {
    const policies = this.part('Permissions policies');
    await policies.waitFor();
    const written = policies.getByRole('button', { name: new RegExp(name) }).first();
    if (await written.isVisible()) await written.click();
    else {
      await this.addRow('Permissions policies', 'permissions policy');
      await this.setField('Name', name, policies.locator('[data-open]').last());
    }
    await this.writePolicy('Policy document', document, policies);
  }

  /** Adds a row to a list and gives back the list, so that its fields can be set. */
  async addRow(list: string, row: string): Promise<Locator> {
    const part = this.part(list);
    await part.getByRole('button', { name: `Add ${row}`, exact: true }).click();
    return part;
  }

  /** Reads the ARN line. */
  async arn(): Promise<string> {
    return (await this.inspector.locator('code').first().innerText()).trim();
  }

  // Goals

  async showGoals(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Goals/ }).click();
  }

  goal(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** Opens a goal and gives back the words below it. */
  async readGoal(title: string): Promise<string> {
    await this.showGoals();
    return this.unfoldGoal(title);
  }

  /** The same where the goals are on the screen already. */
  async unfoldGoal(title: string): Promise<string> {
    const goal = this.goal(title);
    const button = goal.getByRole('heading', { level: 3 }).getByRole('button');
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await goal.getByRole('list', { name: 'Why' }).waitFor();
    return goal.innerText();
  }

  async expectGoal(title: string, state: 'Met' | 'Not met' | 'Nothing to judge yet'): Promise<void> {
    await this.showGoals();
    const words = this.goal(title).getByRole('heading', { level: 3 });
    await expect.poll(async () => (await words.innerText()).split('\n')[1]?.split(' · ')[0]).toBe(state);
  }

  /** Waits until everything is proved, with all points and all stars, and gives back the dialog that says so. */
  async win(picture: string): Promise<Locator> {
    const solved = this.page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    expect(await solved.innerText()).toContain('100 of 100 points. 3 of 3 stars.');
    await this.picture(picture);
    return solved;
  }

  /** Lets “Show me” of a goal play, goes through its steps one by one, and closes the trace again. */
  async watch(goal: string): Promise<Step[]> {
    await this.readGoal(goal);
    await this.goal(goal).getByRole('button', { name: 'Show me' }).first().click();
    const bar = this.page.getByRole('group', { name: 'Trace on the canvas' });
    const current = this.analysis.locator('[aria-current="step"]');
    await bar.waitFor();
    const pause = bar.getByRole('button', { name: 'Pause' });
    if (await pause.isVisible()) await pause.click();
    const back = bar.getByRole('button', { name: 'Previous step' });
    while (await back.isEnabled()) await back.click();
    const steps: Step[] = [];
    const next = bar.getByRole('button', { name: 'Next step' });
    for (let number = 1; ; number++) {
      await bar.getByText(new RegExp(`^${number} / `)).waitFor();
      expect(await this.canvas.locator('.react-flow__node [data-playback]').count()).toBeGreaterThan(0);
      steps.push({
        verdict: (await bar.getAttribute('data-verdict')) ?? '',
        onTheCanvas: await bar.locator('span').last().innerText(),
        inTheList: await current.innerText(),
      });
      await this.picture(`trace-${goal.replace(/\W+/g, '-')}-${number}`);
      if (await next.isDisabled()) break;
      await next.click();
    }
    await bar.getByRole('button', { name: 'Close the trace' }).click();
    await bar.waitFor({ state: 'detached' });
    await this.analysis.getByRole('button', { name: 'Fold the analysis' }).click();
    return steps;
  }

  async undo(): Promise<void> {
    await this.page.getByRole('group', { name: 'History' }).getByRole('button', { name: 'Undo' }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('group', { name: 'History' }).getByRole('button', { name: 'Redo' }).click();
  }

  /** Brings the whole drawing into view. */
  async fit(): Promise<void> {
    await this.canvas.getByRole('button', { name: 'Fit everything' }).click();
  }

  async zoomTo(percent: number): Promise<void> {
    const shown = this.canvas.getByRole('button', { name: /^Zoom \d+ %/ });
    for (let tries = 0; tries < 20; tries++) {
      const now = Number(/Zoom (\d+)/.exec((await shown.getAttribute('aria-label')) ?? '')?.[1]);
      if (now <= percent) return;
      await this.canvas.getByRole('button', { name: 'Zoom out' }).click();
      await expect.poll(() => shown.getAttribute('aria-label')).not.toContain(`Zoom ${now} %`);
    }
  }

  // Looking

  /** Keeps a picture when `PERIMETER_PICTURES` names a folder. */
  async picture(name: string): Promise<void> {
    const folder = process.env['PERIMETER_PICTURES'];
    if (folder === undefined || folder === '') return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  private async point(spot: Spot): Promise<{ x: number; y: number }> {
    if (spot.in === undefined) {
      const { x, y } = await boxOf(this.canvas);
      return { x: x + spot.x, y: y + spot.y };
    }
    const { x, y, width, height } = await boxOf(this.node(spot.in));
    return { x: x + spot.x * width, y: y + spot.y * height };
  }
}

async function optionFor(select: Locator, words: string): Promise<string> {
  const options = await select
    .locator('option')
    .evaluateAll((all) => all.map((one) => ({ value: one.getAttribute('value') ?? '', label: one.textContent ?? '' })));
  const found = options.find(
    ({ value, label }) => label === words || label === `${words} (default)` || value === words,
  );
  if (!found) throw new Error(`There is no choice “${words}” among ${options.map(({ label }) => label).join(', ')}.`);
  return found.value;
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`Not on the screen: ${String(locator)}`);
  return box;
}

function middle(box: { x: number; y: number; width: number; height: number }): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
