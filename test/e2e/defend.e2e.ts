import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graveFindings } from './audit';
import { playground, SIZES, type Opened } from './browser';
import { Keyboard } from './keyboard';
import { Player } from './player';
import { assumedByAccount, bucketPolicy, invoke, release, rulesPublish } from './policies';

const game = playground();
const ACCOUNT = '111122223333';
const HEARS = JSON.stringify({
  source: ['aws.sagemaker', 'aws.cloudtrail'],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventName: ['DeleteEndpoint', 'DeleteModel', 'StopLogging'] },
});

const DENY = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: ['sagemaker:Delete*', 'cloudtrail:StopLogging', 'cloudtrail:UpdateTrail', 'cloudtrail:DeleteTrail'],
      Resource: '*',
    },
  ],
};

/** Opens “Who did it?” and closes the brief. */
async function begin(tab: Opened): Promise<Player> {
  tab.page.setDefaultTimeout(10_000);
  const player = new Player(tab.page);
  await tab.page.goto(game.url);
  await tab.page.getByRole('link', { name: /Who did it/ }).click();
  const brief = tab.page.getByRole('dialog', { name: /Who did it/ });
  expect(await brief.innerText()).toContain('The board asked: who did it?');
  await brief.getByRole('button', { name: 'To the canvas' }).click();
  await brief.waitFor({ state: 'detached' });
  await player.node('loan-endpoint').waitFor();
  return player;
}

/** The words of the report that a click on “Report” brings home. */
async function reportOf(tab: Opened, card: ReturnType<Player['page']['getByRole']>): Promise<string> {
  const arrives = tab.page.waitForEvent('download');
  await card.getByRole('button', { name: 'Report' }).click();
  const file = await (await arrives).path();
  return readFile(file, 'utf8');
}

describe('who did it, played through the interface', () => {
  let tab: Opened;
  let player: Player;

  beforeEach(async () => {
    tab = await game.open({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce', acceptDownloads: true });
    player = await begin(tab);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await tab.page.screenshot({ path: `test-results/e2e/${task.name.replace(/\W+/g, '-')}.png` });
    await tab.close();
  });

  const openDefend = async () => {
    await player.analysis.getByRole('tab', { name: 'Defend' }).click();
    const defend = player.analysis.getByRole('region', { name: 'Defend' });
    await defend.getByRole('button', { name: 'Deal a card' }).waitFor();
    return defend;
  };

  /** Picks a card, plays it and turns it over without waiting for its end. */
  const playCard = async (words: RegExp) => {
    const defend = player.analysis.getByRole('region', { name: 'Defend' });
    const list = defend.getByLabel('Or pick one');
    await list.selectOption(await list.locator('option').filter({ hasText: words }).innerText());
    await defend.getByRole('button', { name: 'Play it', exact: true }).click();
    await defend.getByRole('button', { name: 'Turn the card over' }).click();
  };
  /** Brings everything into view first: what was added last has moved it. */
  const select = async (name: string) => {
    await player.fit();
    await player.select(name);
  };

  /** A role in place of the key. Gives back the ARN of the endpoint. */
  const portalGetsRole = async () => {
    await select('loan-endpoint');
    const endpoint = await player.arn();
    await player.pressEnterOn('IAM role', 'portal-role');
    await player.writePolicy('Trust policy', assumedByAccount(ACCOUNT));
    const score = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'score', score);
    await player.writePolicy('Policy document', invoke(endpoint), score);
    await select('broker-portal');
    await player.setField('Role', 'portal-role');
    await player.setField('User', '');
    await player.expectGoal('The portal calls with temporary credentials', 'Met');
    await player.expectGoal('The portal signs with a name of its own', 'Met');
    await player.expectGoal('Tuesday: the stolen key opens nothing', 'Not met');
    await select('loan-ops');
    await player.inspector.getByRole('button', { name: 'Delete loan-ops' }).click();
    await player.expectGoal('Tuesday: the stolen key opens nothing', 'Met');
    return endpoint;
  };

  test('a stolen key, an insider and a stopped trail, from the first card to the last report', async () => {
    const { page } = tab;
    expect(await player.score()).toBe(13);
    await player.picture('defend-start');
    const defend = await openDefend();
    const card = defend.getByRole('article').first();
    await playCard(/^Stolen access key/);
    await card.getByText('Nobody noticed').waitFor();
    expect(await card.innerText()).toContain('No alarm watches loan-ops.');
    await player.picture('defend-unnoticed');
    const before = await reportOf(tab, defend);
    expect(before).toContain('# Post-incident report: Stolen access key at every IAM user');
    expect(before).toContain('- loan-trail cannot deliver its log files');
    expect(before).toContain('- Not met: Tuesday: the stolen key opens nothing.');

    await player.analysis.getByRole('button', { name: 'Fold the analysis' }).click();
    const endpoint = await portalGetsRole();

    // The engineer keeps what a release needs.
    await select('engineer-role');
    const work = player.part('Permissions policies');
    await work.getByRole('button', { name: /work/ }).click();
    await player.writePolicy('Policy document', release(endpoint), work);
    await player.expectGoal('The engineer cannot delete the endpoint', 'Met');
    await player.expectGoal('The engineer cannot stop a trail', 'Met');

    // A trail whose files arrive.
    await select('loan-trail');
    await player.setField('All Regions', true);
    await player.inspector.getByRole('combobox', { name: 'Add data event' }).selectOption('AWS::SageMaker::Endpoint');
    await player.expectGoal('Each invocation leaves a record with a name', 'Not met');
    await select('loan-logs');
    await player.writePolicy('Bucket policy', bucketPolicy(await player.arn(), ACCOUNT));
    await player.expectGoal('Each invocation leaves a record with a name', 'Met');
    await player.expectGoal('Deletions are kept in a trail, in every Region', 'Met');

    // A rule that hears what cannot be prevented.
    await player.palette.getByRole('tab', { name: 'Respond', exact: true }).click();
    await player.entry('EventBridge rule').focus();
    await page.keyboard.press('Enter');
    await player.setField('Name', 'somebody-did-it');
    await player.setField('Event pattern', HEARS);
    await player.setField('Targets', ['security-team']);
    await player.expectGoal('Thursday: a person is told that the endpoint is gone', 'Not met');
    await select('security-team');
    await player.writePolicy('Topic policy', rulesPublish(await player.arn(), ACCOUNT));

    const solved = await player.win('defend-solved');
    await solved.getByRole('button', { name: 'Defend it' }).click();

    // The same card again, on the mended design.
    await card.getByRole('button', { name: /Your design has changed: play it again/ }).click();
    await defend.getByRole('button', { name: 'Turn the card over' }).click();
    await card.getByText('Prevented', { exact: true }).first().waitFor();
    expect(await defend.getByRole('region', { name: 'Rounds' }).getByRole('listitem').count()).toBe(2);

    await playCard(/^Trail stopped .* Fri/);
    await card.getByText('Somebody was told').waitFor();
    await card.getByRole('button', { name: /^Notified Yes after 1 min/ }).click();
    await card.getByRole('button', { name: 'Play on the canvas' }).click();
    const bar = page.getByRole('group', { name: 'Trace on the canvas' });
    await bar.waitFor();
    await bar.getByRole('button', { name: 'Close the trace' }).click();
    await player.picture('defend-told');
    const last = await reportOf(tab, defend);
    expect(last).toContain('**It took effect, and was noticed. Somebody was told. Records name break-glass.**');
    expect(last).toContain('security@wrenfield.example, after 1 min.');
    expect(last).toContain('- **Fri 10:00 UTC** duty-admin may do cloudtrail:StopLogging on loan-trail');

    await card.getByRole('button', { name: 'Metrics and events' }).click();
    await player.analysis.getByRole('article', { name: /^Trail stopped at loan-trail/ }).waitFor();
    expect(tab.complaints).toEqual([]);
  });

  test('another way: a Deny, a second trail, and an alarm on silence', async () => {
    const { page } = tab;
    await portalGetsRole();

    await select('engineer-role');
    const policies = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'never', policies);
    await player.writePolicy('Policy document', DENY, policies);
    await player.expectGoal('The engineer cannot delete the endpoint', 'Met');
    await player.expectGoal('The engineer cannot stop a trail', 'Met');

    await select('loan-trail');
    await player.setField('All Regions', true);
    await select('loan-logs');
    await player.writePolicy('Bucket policy', bucketPolicy(await player.arn(), ACCOUNT));
    await player.pressEnterOn('CloudTrail trail', 'invocations');
    await player.setField('Log files to', 'loan-logs');
    await player.inspector.getByRole('combobox', { name: 'Add data event' }).selectOption('AWS::SageMaker::Endpoint');
    await player.expectGoal('Each invocation leaves a record with a name', 'Met');

    await player.pressEnterOn('CloudWatch alarm', 'nobody-asks');
    await player.setField('Source', 'loan-endpoint');
    await player.setField('Metric name', 'Invocations');
    await player.setField('Statistic', 'Sum');
    await player.setField('Threshold', 1);
    await player.setField('Comparison', 'LessThanThreshold');
    await player.setField('Alarm actions', ['security-team']);
    await player.expectGoal('Thursday: a person is told that the endpoint is gone', 'Not met');
    await select('nobody-asks');
    await player.setField('Missing data', 'breaching');
    const solved = page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    expect(await solved.innerText()).toContain('100 of 100 points. 3 of 3 stars.');
    await solved.getByRole('button', { name: 'Defend it' }).click();

    // Everything is proved, and one card still finds a gap.
    const defend = player.analysis.getByRole('region', { name: 'Defend' });
    await playCard(/^Trail stopped .* Fri/);
    await defend.getByText('Nobody noticed').first().waitFor();
    expect(await defend.innerText()).toContain('No rule hears of StopLogging.');
    expect(tab.complaints).toEqual([]);
  });

  test('somebody without a mouse plays a card and prints the report', async () => {
    const keyboard = new Keyboard(tab.page);
    const defend = await openDefend();
    await player.analysis.getByRole('tab', { name: 'Defend' }).focus();
    const deal = defend.getByRole('button', { name: 'Deal a card' });
    await keyboard.tabTo(deal);
    await keyboard.press('Enter');
    await keyboard.tabTo(defend.getByRole('button', { name: 'Play it', exact: true }));
    await keyboard.press('Enter');
    const turn = defend.getByRole('button', { name: 'Turn the card over' });
    await keyboard.expectFocus(turn);
    await keyboard.press('Enter');
    await keyboard.expectFocus(defend.getByRole('article').getByRole('heading', { level: 3 }).first());
    await keyboard.tabTo(defend.getByRole('button', { name: /^Prevented/ }).first());
    await keyboard.press('Enter');
    await tab.page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    const print = defend.getByRole('button', { name: 'Print' });
    await keyboard.tabTo(print, 'Shift+Tab');
    await keyboard.press('Enter');
    await tab.page.locator('body[data-printed="yes"]').waitFor();
    await tab.page.emulateMedia({ media: 'print' });
    await tab.page.getByRole('heading', { name: /^Post-incident report: / }).waitFor();
    await tab.page.emulateMedia({ media: 'screen' });
    expect(keyboard.unseen).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SIZES)('a card passes the accessibility audit on both sides at $width × $height', async (viewport) => {
    const tab = await game.open({ colorScheme, viewport, reducedMotion: 'reduce' });
    const player = await begin(tab);
    if (viewport.width < 1100) await tab.page.getByRole('button', { name: 'Analysis' }).click();
    await player.analysis.getByRole('tab', { name: 'Defend' }).click();
    const defend = player.analysis.getByRole('region', { name: 'Defend' });
    const findings: Record<string, readonly string[]> = {};
    const look = async (state: string) => {
      const found = await graveFindings(tab.page);
      if (found.length > 0) findings[state] = found;
      await player.picture(`defend-${state}-${colorScheme}-${viewport.width}`);
    };
    await defend.getByRole('button', { name: 'Deal a card' }).waitFor();
    await look('pile');
    await defend.getByRole('button', { name: 'Deal a card' }).click();
    await defend.getByRole('button', { name: 'Play it', exact: true }).waitFor();
    await look('face');
    await defend.getByRole('button', { name: 'Play it', exact: true }).click();
    await defend.getByRole('list', { name: 'What happens' }).getByRole('listitem').first().waitFor();
    await defend.getByRole('button', { name: 'Pause' }).click();
    await look('story');
    await defend.getByRole('button', { name: 'Play', exact: true }).click();
    // It turns over by itself once time is over.
    await defend.getByRole('button', { name: 'Watch' }).waitFor({ timeout: 30_000 });
    await look('back');
    expect(findings).toEqual({});
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});

test('time runs and the card turns over by itself where motion is welcome', async () => {
  const tab = await game.open();
  const player = await begin(tab);
  await player.analysis.getByRole('tab', { name: 'Defend' }).click();
  const defend = player.analysis.getByRole('region', { name: 'Defend' });
  await defend.getByRole('button', { name: 'Deal a card' }).click();
  await defend.getByRole('button', { name: 'Play it', exact: true }).click();
  await defend.getByRole('slider', { name: 'Time' }).waitFor();
  await defend.getByRole('button', { name: 'Watch' }).waitFor({ timeout: 30_000 });
  expect(tab.complaints).toEqual([]);
  await tab.close();
});
