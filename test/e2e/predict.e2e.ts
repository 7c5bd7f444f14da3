import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground, type Opened } from './browser';
import { Keyboard } from './keyboard';
import { Player } from './player';

const SEASON = /^1\. Tuesday, 10:12/;

/** A student foretells the week of “Before the business notices”, and then mends what was found. */
describe('before the business notices, played through the interface', () => {
  const game = playground();
  let tab: Opened;
  let player: Player;
  let keys: Keyboard;

  beforeEach(async () => {
    tab = await game.open({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
    tab.page.setDefaultTimeout(10_000);
    player = new Player(tab.page);
    keys = new Keyboard(tab.page);
    await tab.page.goto(game.url);
    await tab.page.getByRole('link', { name: /Before the business notices/ }).click();
    const brief = tab.page.getByRole('dialog', { name: /Before the business notices/ });
    const words = await brief.innerText();
    expect(words).toContain('The design is frozen while you predict');
    // The goals would give the answers away.
    expect(words).not.toContain('a person is told about the missing column');
    await brief.getByRole('button', { name: 'To the canvas' }).click();
    await brief.waitFor({ state: 'detached' });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await tab.page.screenshot({ path: `test-results/e2e/${task.name.replace(/\W+/g, '-')}.png` });
    await tab.close();
  });

  const predictions = () => tab.page.getByRole('region', { name: 'Predictions' });
  const option = (words: string | RegExp) => predictions().getByRole('radio', { name: words });
  const commit = () => predictions().getByRole('button', { name: 'Commit' });
  /** A tooltip has no name until it has found its place: what stays is what counts. */
  const accessible = async (): Promise<void> => {
    await expect.poll(() => graveFindings(tab.page), { timeout: 20_000 }).toEqual([]);
  };
  const heading = (count: number) => predictions().getByRole('heading', { name: `${count} of 5 foretold` });

  test('frozen, foretold with the keyboard alone, and mended', async () => {
    // Frozen, and silent.
    await tab.page.getByText('The design is frozen. Say under Goals').waitFor();
    await player.palette.getByText('First say what will happen').waitFor();
    expect(await player.node('price-drifts').getAttribute('aria-label')).toContain('locked');
    await player.node('price-drifts').focus();
    await keys.press('Delete');
    await player.hears('The design is frozen.');
    await player.dismiss();
    await player.analysis.getByRole('tab', { name: 'Timeline' }).click();
    await player.analysis.getByText('Not yet').waitFor();
    await player.analysis.getByRole('tab', { name: 'Access' }).click();
    await player.analysis.getByText('Not yet').waitFor();
    await accessible();

    // A wrong answer: why, and the play that decides it.
    await option('The on-call team is told within two hours.').check();
    expect(await predictions().getByText('Not so.').count()).toBe(0);
    await commit().click();
    await predictions().getByText('Not so.', { exact: true }).waitFor();
    expect(await predictions().getByText('No alarm watches season.').count()).toBe(1);
    await accessible();
    await player.picture('predict-wrong');
    await predictions().getByRole('button', { name: 'Show me' }).click();
    const bar = tab.page.getByRole('group', { name: 'Trace on the canvas' });
    await bar.waitFor();
    await player.analysis.getByText('Nobody is told what happens at recommender.').first().waitFor();
    await bar.getByRole('button', { name: 'Close the trace' }).click();
    await predictions().getByRole('button', { name: 'Watch the hours pass' }).click();
    await player.analysis.getByText('Feature schema change at recommender').waitFor();
    await player.picture('predict-days');

    // The answer is part of the work.
    await expect.poll(() => tab.page.locator('time').count()).toBe(1);
    await tab.page.reload();
    await predictions().getByText('Not so.', { exact: true }).waitFor();
    expect(await option(/^The on-call team is told/).isDisabled()).toBe(true);

    // From here on without the mouse.
    await option(/and nobody is told/).focus();
    await keys.press('Space', 'Tab');
    expect(await keys.has(commit())).toBe(true);
    await keys.press('Enter');
    await predictions().getByText('Right: 5 of 10 points.').waitFor();
    expect(await keys.focused()).toMatch(/^Right: 5 of 10 points/);
    await heading(1).waitFor();
    expect(await player.score()).toBe(5);

    /** Reads the next prediction, goes down the options, commits, and hears the verdict. */
    const foretell = async (down: number, count: number): Promise<void> => {
      const next = predictions().getByRole('button', { name: 'Next prediction' });
      for (let stop = 0; stop < 12 && !(await keys.has(next)); stop += 1) await keys.press('Tab');
      await keys.press('Enter');
      await expect.poll(() => keys.focused()).toMatch(new RegExp(`^${count}\\. `));
      await keys.press('Tab', 'Space');
      for (let times = 0; times < down; times += 1) await keys.press('ArrowDown');
      await keys.press('Tab', 'Enter');
      await predictions().getByText('Right, at the first answer: 10 points.').waitFor();
      await heading(count).waitFor();
    };
    await foretell(1, 2);
    await foretell(2, 3);
    await foretell(0, 4);
    expect(await player.palette.getByText('First say what will happen').count()).toBe(1);
    await foretell(3, 5);

    // The design is the player's now.
    await player.hears('Everything is foretold. The design is yours now');
    expect(await player.score()).toBe(55);
    await player.expectGoal('Tuesday: a person is told about the missing column', 'Not met');
    await player.expectGoal('Thursday still reaches the team', 'Met');
    await player.picture('predict-mend');

    const alarm = async (
      name: string,
      y: number,
      [source, namespace, metric, threshold]: readonly [string, string, string, number],
      comparison?: string,
    ): Promise<void> => {
      await player.drag('CloudWatch alarm', { in: 'reco-capture', x: 2.2, y }, name);
      await player.setField('Source', source);
      await player.setField('Namespace', namespace);
      await player.setField('Metric name', metric);
      await player.setField('Threshold', threshold);
      if (comparison !== undefined) await player.setField('Comparison', comparison);
      await player.setField('Alarm actions', ['shop-on-call']);
    };
    const monitors = 'aws/sagemaker/Endpoints';
    await alarm(
      'season-missing',
      -1.6,
      ['input-watch', `${monitors}/data-metrics`, 'feature_completeness_season', 0.95],
      'LessThanThreshold',
    );
    await player.expectGoal('Tuesday: a person is told about the missing column', 'Met');
    await predictions().getByRole('button', { name: SEASON }).click();
    await predictions().getByText('The design is another one now.').waitFor();
    await alarm(
      'answers-worse',
      0.5,
      ['answer-watch', `${monitors}/model-metrics`, 'accuracy', 0.85],
      'LessThanThreshold',
    );
    await alarm('disk-fills', 2.6, ['recommender', `/${monitors}`, 'DiskUtilization', 75]);

    // Won, and short of a third star, for the first answer that was wrong.
    const solved = tab.page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    const words = await solved.innerText();
    expect(words).toContain('95 of 100 points. 2 of 3 stars.');
    expect(words).toContain('The third star wants every prediction right at the first answer.');

    // Questions: an answer counts when it is given; then every option explains itself.
    const question = (name: RegExp) => solved.getByRole('group', { name });
    const concept = question(/Which monitor shows it/);
    await concept.getByRole('radio', { name: 'Data quality' }).check();
    expect(await concept.getByText('accuracy falls').count()).toBe(0);
    await concept.getByRole('button', { name: 'Answer' }).click();
    await concept.getByText('Not quite.').waitFor();
    expect(await concept.getByText('accuracy falls').count()).toBe(1);
    const fastest = question(/shortest time between two runs/);
    await fastest.getByRole('radio', { name: 'One hour' }).focus();
    await keys.press('Space', 'Tab', 'Enter');
    await fastest.getByText('Right.', { exact: true }).last().waitFor();
    await accessible();
    await player.picture('predict-questions');
    await expect
      .poll(async () => JSON.parse(await stored('progress')))
      .toMatchObject({
        best: { 'before-the-business-notices': { earned: 95, stars: 2 } },
        questions: {
          'before-the-business-notices': {
            concept: { right: false, asked: 1, missed: 1 },
            fastest: { right: true, asked: 1, missed: 0 },
          },
        },
      });
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();

    await player.showGoals();
    // Starting again forgets the answers; undo brings them back with the work.
    await tab.page.getByRole('button', { name: 'Menu' }).click();
    await tab.page.getByRole('menuitem', { name: /Start again/ }).click();
    await heading(0).waitFor();
    await tab.page.getByText('The design is frozen. Say under Goals').waitFor();
    await player.undo();
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await heading(5).waitFor();
    expect(await player.score()).toBe(95);
    expect(tab.complaints).toEqual([]);
  });

  test('on a phone, in the dark', async () => {
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await tab.page.setViewportSize({ width: 390, height: 844 });
    const sheet = (words: string) => tab.page.getByRole('button', { name: words, exact: true }).click();
    await sheet('Palette');
    await tab.page.getByText('First say what will happen').waitFor();
    await sheet('Goals');
    await option(/^A report shows it within two hours/).check();
    await commit().click();
    await predictions().getByText('Right, at the first answer: 10 points.').waitFor();
    await accessible();
    await player.picture('predict-phone');
    await predictions().getByRole('button', { name: 'Watch the hours pass' }).click();
    await player.analysis.getByText('Feature schema change at recommender').waitFor();
    await sheet('Goals');
    await predictions().getByRole('button', { name: 'Show me' }).last().click();
    await tab.page.getByRole('group', { name: 'Trace on the canvas' }).waitFor();
    expect(tab.complaints).toEqual([]);
  });

  /** What this browser keeps under a key. */
  async function stored(key: string): Promise<string> {
    return tab.page.evaluate(
      (wanted) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('perimeter');
          opening.addEventListener('error', () => reject(new Error('no database')));
          opening.addEventListener('success', () => {
            const reading = opening.result.transaction('texts').objectStore('texts').get(wanted);
            reading.addEventListener('success', () => resolve(String(reading.result ?? '{}')));
            reading.addEventListener('error', () => reject(new Error('no text')));
          });
        }),
      key,
    );
  }
});
