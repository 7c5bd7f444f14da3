import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { prove } from '../../src/game/prove';
import { readBundle } from '../../src/model/bundle';

import { graveFindings } from './audit';
import { playground, type Opened } from './browser';
import { tablesOf } from './guide';
import { Player } from './player';

const OWN_KEYS = 'Data rests under your own keys: S3 bucket';
const ROTATION = 'Keys rotate on their own';

/** A trainer who follows docs/trainer.md: what is typed here stands there. */
describe('author mode', () => {
  const game = playground();
  let tab: Opened;
  let player: Player;
  const page = () => tab.page;

  beforeEach(async () => {
    tab = await game.open({ reducedMotion: 'reduce', acceptDownloads: true });
    page().setDefaultTimeout(8000);
    player = new Player(page());
    await page().goto(game.url);
    await page().getByRole('button', { name: 'Author', exact: true }).click();
    await page().getByRole('heading', { name: 'Make a scenario by playing it' }).waitFor();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page().screenshot({ path: `test-results/e2e/${task.name.replace(/\W+/g, '-')}.png` });
    await tab.close();
  });

  const view = (name: string) => page().getByRole('tab', { name, exact: true }).click();
  const side = (name: RegExp) => page().getByRole('tab', { name }).click();
  const addDesign = async (item: string) => {
    await page().getByRole('button', { name: 'Add a design' }).click();
    await page().getByRole('menuitem', { name: item, exact: true }).click();
  };
  const design = (name: string) =>
    page().getByRole('navigation', { name: 'Designs' }).getByRole('button', { name, exact: true });
  const fill = async (field: Locator, text: string) => {
    await field.fill(text);
    await field.blur();
  };

  test('the guide leads from nothing to a proven scenario', async () => {
    const [offered, texts] = tablesOf('trainer.md', '4.');
    const [fields, question] = tablesOf('trainer.md', '5.');
    if (!offered || !texts || !fields || !question) throw new Error('The guide has lost its tables.');

    // 1 and 2: an empty canvas, and the start
    await page().getByRole('button', { name: 'New scenario' }).click();
    await player.drag('S3 bucket', { x: 200, y: 200 }, 'scans');

    // 3: a solution
    await addDesign('New solution from the start');
    await player.drag('KMS key', { x: 450, y: 200 }, 'scan-key');
    await player.setField('Automatic rotation', true);
    await player.connect(player.node('scans'), player.node('scan-key'));
    await player.hears('scans now encrypts');
    await player.picture('author-solution');

    // 4: requirements
    await view('Requirements');
    await page().getByRole('button', { name: 'Find requirements' }).click();
    for (const [title = ''] of offered)
      await page()
        .getByRole('button', { name: `Add “${title}”`, exact: true })
        .click();
    await page()
      .getByText(/requirements found\.$/)
      .waitFor();
    const requirements = page().getByRole('region', { name: 'Requirements', exact: true });
    for (const [title = '', field = '', text = ''] of texts) {
      const head = requirements.getByRole('button', { name: new RegExp(`^${title}`) });
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      const hint = requirements.getByRole('group', { name: field, exact: true }).getByRole('textbox', { name: 'Hint' });
      const why = requirements.getByRole('textbox', { name: 'Why it matters', exact: true });
      await fill(field.startsWith('hint') ? hint : why, text);
    }
    await player.picture('author-requirements');

    // 5: the story
    await view('Story and settings');
    const brief = page().getByRole('main', { name: 'Story and settings' });
    for (const [field = '', text = ''] of fields) {
      if (field === 'Task') await brief.getByLabel(field, { exact: true }).selectOption(text);
      else
        await fill(
          brief
            .getByRole('textbox', { name: field, exact: true })
            .or(brief.getByRole('spinbutton', { name: field, exact: true }))
            .first(),
          text,
        );
    }
    await page()
      .getByRole('button', { name: /^Tick 1 kind/ })
      .click();
    await page().getByRole('button', { name: 'Add question' }).click();
    const asked = page().getByRole('group', { name: 'question 1', exact: true });
    for (const at of [1, 2]) {
      await asked.getByRole('button', { name: 'Add answer' }).click();
      const answer = asked.getByRole('group', { name: `answer ${at}`, exact: true });
      await fill(answer.getByRole('textbox', { name: 'Answer', exact: true }), question[at * 2 - 1]?.[1] ?? '');
      await fill(answer.getByRole('textbox', { name: 'Why it is right or wrong' }), question[at * 2]?.[1] ?? '');
      if (at === 1) await answer.getByRole('switch', { name: 'Correct' }).click();
    }
    await fill(asked.getByRole('textbox', { name: 'Question', exact: true }), question[0]?.[1] ?? '');
    await fill(asked.getByRole('textbox', { name: 'Id', exact: true }), 'who-rotates');

    // 6: the mistakes
    await view('Draw');
    await addDesign('New attempt from the start');
    await side(/^Design$/);
    await page().getByRole('button', { name: 'Tick the 2 requirements that it misses now' }).click();
    await addDesign('New attempt from “Solution 1”');
    await player.select('scan-key');
    await player.setField('Automatic rotation', false);
    await side(/^Design$/);
    await page().getByRole('button', { name: 'Tick the 1 requirement that it misses now' }).click();
    await player.picture('author-attempt');

    // 7: the proof
    await view('Prove');
    await page().getByRole('button', { name: 'Prove', exact: true }).click();
    await page().getByText('Not proven: 1 gap.').waitFor();
    await player.picture('author-not-proven');
    const par = page()
      .getByRole('region', { name: 'Gaps' })
      .getByRole('button', { name: /There is no par/ });
    const amount = /Set “par” to (\d+(?:\.\d+)?)/.exec(await par.innerText())?.[1] ?? '';
    await par.click();
    const field = page().getByRole('spinbutton', { name: /^Par/ });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await fill(field, amount);
    await view('Prove');
    await page().getByText('The scenario has changed since this proof.').waitFor();
    await page().getByRole('button', { name: 'Prove again' }).click();
    await page().getByText('Proven. Every claim holds.').waitFor();
    await player.picture('author-proven');

    // 8: what a student finds, and the file
    await page().getByRole('button', { name: 'Preview', exact: true }).click();
    await page()
      .getByRole('dialog', { name: 'Keys for the scans' })
      .getByRole('button', { name: 'To the canvas' })
      .click();
    await player.expectGoal(OWN_KEYS, 'Not met');
    expect(await player.palette.getByRole('tab').count()).toBe(1);
    await page().getByRole('button', { name: 'Back to editing' }).click();
    await page().getByRole('button', { name: 'Menu' }).click();
    const arrives = page().waitForEvent('download');
    await page()
      .getByRole('menuitem', { name: /Save to one file/ })
      .click();
    const download = await arrives;
    expect(download.suggestedFilename()).toBe('clinic-scans.bundle.json');
    const bundle = readBundle(readFileSync(await download.path(), 'utf8'));
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.problems));
    const { scenario, solutions, attempts } = bundle.value;
    const named = <T extends { name: string }>(all: readonly T[]) =>
      all.map(({ name, ...content }) => ({ name, content }));
    const proof = prove({ scenario, solutions: named(solutions), attempts: named(attempts) }, { catalog, checks });
    expect(proof.claims.filter(({ state }) => state !== 'holds')).toEqual([]);
    expect(scenario.requirements.map(({ title }) => title)).toEqual([OWN_KEYS, ROTATION]);

    // and it is all still there
    await page()
      .getByText(/^Saved \d/)
      .waitFor();
    await page().reload();
    await page().getByRole('heading', { level: 1, name: 'Keys for the scans' }).waitFor();
    await design('Attempt 2').click();
    await player.node('scan-key').waitFor();
    expect(tab.complaints).toEqual([]);
  }, 120_000);

  const copy = async (title: RegExp) => {
    const options = page().getByRole('combobox', { name: 'Copy a scenario' });
    const label = (await options.locator('option').allInnerTexts()).find((text) => title.test(text)) ?? '';
    await options.selectOption({ label });
    await page().getByRole('heading', { level: 1, name: title }).waitFor();
  };
  const editor = () => page().getByRole('textbox', { name: 'scenario.json' });

  test('broken JSON is kept, says where it breaks, and changes nothing else', async () => {
    await copy(/The silent alarm/);
    await view('JSON');
    await expect.poll(() => editor().innerText()).toContain('perimeter-scenario');
    await editor().press('Control+Home');
    await editor().press('ArrowDown');
    await page().keyboard.type('"title" "no colon", ');
    const defects = page().getByRole('region', { name: 'Defects of the JSON' });
    await defects.getByRole('heading', { name: 'It cannot be read yet' }).waitFor();
    expect(await defects.getByRole('button', { name: /^line 2/ }).innerText()).toContain('A colon is missing');
    await page().locator('.cm-lint-marker').first().waitFor();

    await view('Story and settings');
    await page().getByText('The JSON cannot be read at the moment').waitFor();
    expect(await page().getByRole('textbox', { name: 'Title', exact: true }).isDisabled()).toBe(true);
    await page()
      .getByText(/^Saved \d/)
      .waitFor();
    await page().reload();
    await page().getByText('The JSON cannot be read at the moment').waitFor();
    await page().getByRole('button', { name: 'To the JSON' }).click();
    await expect.poll(() => editor().innerText()).toContain('no colon');
    await page().getByRole('button', { name: 'Take the scenario as it was before' }).click();
    await expect.poll(() => editor().innerText()).not.toContain('no colon');
    await view('Story and settings');
    expect(await page().getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toMatch(/The silent alarm/);
  });

  test('a form and the JSON edit the same draft, and the editor completes kinds and checks', async () => {
    await page().getByRole('button', { name: 'New scenario' }).click();
    await view('Story and settings');
    await fill(page().getByRole('textbox', { name: 'Title', exact: true }), 'Seen in both');
    await view('JSON');
    await expect.poll(() => editor().innerText()).toContain('Seen in both');
    await editor().fill('{ "title": "Written as JSON", "start": { "nodes": {} }, "allowedKinds": ["kms-ke"] }');
    for (const _ of '"] }') await page().keyboard.press('ArrowLeft');
    await page().keyboard.press('Control+Space');
    await page()
      .getByRole('option', { name: /kms-key/ })
      .click();
    await expect.poll(() => editor().innerText()).toContain('"kms-key"');
    await page().getByRole('heading', { level: 1, name: 'Written as JSON' }).waitFor();
    await view('Story and settings');
    expect(await page().getByRole('checkbox', { name: 'KMS key' }).getAttribute('aria-checked')).toBe('true');
    await page().getByRole('button', { name: 'Undo', exact: true }).click();
    await page().getByRole('heading', { level: 1, name: 'Seen in both' }).waitFor();
  });

  test('a red cell leads to its design, and a part that nobody needs becomes decoration', async () => {
    await copy(/The silent alarm/);
    await page().getByRole('navigation', { name: 'Designs' }).getByRole('button').nth(1).click();
    await player.drag('KMS key', { x: 60, y: 60 }, 'spare-key');
    await view('Prove');
    await page().getByRole('button', { name: 'Prove', exact: true }).click();
    await page()
      .getByText(/^Not proven/)
      .waitFor({ timeout: 60_000 });
    await player.picture('author-idle');
    const idle = page().getByRole('region', { name: 'Parts that are not needed' });
    await fill(
      idle.getByRole('textbox', { name: /^Why kms-key-\d+ is there$/ }),
      'It shows that a key alone protects nothing.',
    );
    await idle.getByRole('button', { name: 'Decoration', exact: true }).first().click();
    await idle.getByText('Decoration', { exact: true }).first().waitFor();
    await page().getByRole('button', { name: 'Prove again' }).click();
    await page()
      .getByText(/^(Proven\.|Not proven)/)
      .waitFor({ timeout: 60_000 });
    expect(
      await page()
        .getByRole('textbox', { name: /^Why kms-key-\d+ is there$/ })
        .count(),
    ).toBe(0);
    await page().getByRole('region', { name: 'Matrix' }).getByRole('row').nth(2).getByRole('button').first().click();
    await page().getByRole('region', { name: 'Goals' }).getByRole('list', { name: 'Why' }).waitFor();
    await page().locator('.react-flow__node [data-evidence]').first().waitFor();
    expect(await page().locator('[aria-current="true"]').innerText()).toBe(
      await page().getByRole('navigation', { name: 'Designs' }).getByRole('button').nth(1).innerText(),
    );
    expect(tab.complaints).toEqual([]);
  }, 180_000);

  test('a proof can be stopped, and a design that was deleted comes back', async () => {
    await copy(/Card fraud/);
    await view('Prove');
    await page().getByRole('button', { name: 'Prove', exact: true }).click();
    await page()
      .getByText(/^\d+ of \d+: /)
      .waitFor();
    await page().getByRole('button', { name: 'Stop' }).click();
    await page().getByText('Stopped.').waitFor();
    await view('Draw');
    const designs = page().getByRole('navigation', { name: 'Designs' }).getByRole('listitem');
    const before = await designs.count();
    await designs.nth(1).getByRole('button').click();
    await side(/^Design$/);
    await page().getByRole('button', { name: 'Delete this solution' }).click();
    await expect.poll(() => designs.count()).toBe(before - 1);
    await page()
      .getByText(/is deleted\./)
      .locator('..')
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(() => designs.count()).toBe(before);
  });

  test('a draft is deleted and put back, and a file that is broken says where', async () => {
    await page().getByRole('button', { name: 'New scenario' }).click();
    await view('Story and settings');
    await fill(page().getByRole('textbox', { name: 'Title', exact: true }), 'A thought');
    await page()
      .getByText(/^Saved \d/)
      .waitFor();
    await page().getByRole('link', { name: 'Perimeter, list of drafts' }).click();
    const drafts = page().getByRole('region', { name: 'Drafts' });
    await drafts.getByRole('button', { name: 'Delete the draft “A thought”' }).click();
    await page().getByRole('button', { name: 'Put it back' }).click();
    await drafts.getByRole('link', { name: /A thought/ }).waitFor();

    const asked = page().waitForEvent('filechooser');
    await page().getByRole('button', { name: 'Open a file' }).click();
    const broken =
      '{\n  "format": "perimeter-bundle",\n  "version": 1,\n  "scenario": {},\n  "solutions": [{ "name": "a", "title": "", "diagram": 7 }]\n}';
    await (await asked).setFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
    const dialog = page().getByRole('dialog', { name: 'broken.json cannot be opened' });
    expect(await dialog.innerText()).toContain('solutions[0].diagram, line 5');
    expect(tab.complaints).toEqual([]);
  });
});

describe.each([
  ['light', { width: 1280, height: 720 }],
  ['dark', { width: 1920, height: 1080 }],
  ['light', { width: 390, height: 844 }],
] as const)('author mode in %s at %o', (colorScheme, viewport) => {
  const game = playground();

  test('passes the accessibility audit in every view, and nothing is wider than the screen', async () => {
    const { page, complaints, close } = await game.open({ colorScheme, viewport, reducedMotion: 'reduce' });
    await page.goto(`${game.url}#/author`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Copy a scenario' }).selectOption('silent-alarm');
    await page.locator('.react-flow__node').first().waitFor();
    for (const name of ['Draw', 'Requirements', 'Story and settings', 'JSON', 'Prove']) {
      await page.getByRole('tab', { name, exact: true }).click();
      if (name === 'JSON') await page.locator('.cm-content').waitFor();
      if (name === 'Prove') {
        await page.getByRole('button', { name: 'Prove', exact: true }).click();
        await page.getByText('Proven. Every claim holds.').waitFor({ timeout: 60_000 });
      }
      expect(await graveFindings(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(viewport.width);
    }
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);
});
