import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { alarmsInvoke, allow, document, trust } from './policies';
import { eachRound } from './round';

const TUESDAY = 'Tuesday: the failing version goes back';
const INPUTS = 'Inputs are compared with the training data every day';
const WORSE = 'Wednesday: the version with worse answers goes back';

/** A student builds the watch over a release from an endpoint that nobody looks at. */
describe('watch a release, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound(
    { title: /Watch a release/, says: 'at most 20 requests', viewport: { width: 1440, height: 900 } },
    (round) => ({ tab, player } = round),
  );

  interface Alarm {
    readonly source: string;
    readonly metric: string;
    readonly threshold: number;
    readonly namespace?: string;
    readonly comparison?: string;
    readonly actions: readonly string[];
  }
  const addAlarm = async (name: string, at: { x: number; y: number }, alarm: Alarm) => {
    await player.drag('CloudWatch alarm', { in: 'shop-on-call', ...at }, name);
    await player.setField('Source', alarm.source);
    if (alarm.namespace !== undefined) await player.setField('Namespace', alarm.namespace);
    await player.setField('Metric name', alarm.metric);
    await player.setField('Threshold', alarm.threshold);
    if (alarm.comparison !== undefined) await player.setField('Comparison', alarm.comparison);
    await player.setField('Alarm actions', alarm.actions);
  };

  test('a canary, four alarms, two monitors and a function that rolls back', async () => {
    expect(await player.score()).toBe(8);
    await player.select('book-config');
    const capture = player.part('Data capture');
    await player.setField('Capture requests', true, capture);
    await player.setField('Capture to', 'book-data', capture);

    await player.drag('Model Monitor schedule', { in: 'shop-on-call', x: -2.06, y: 2.95 }, 'input-watch');
    await player.setField('Endpoint or batch job', 'book-recommender');
    await player.setField('Schedule', 'cron(0 6 ? * * *)');
    await player.setField('Execution role', 'ml-role');
    await player.setField('Reports to', 'book-data');
    await player.expectGoal(INPUTS, 'Not met');
    expect((await player.watch(INPUTS)).map(({ onTheCanvas }) => onTheCanvas).join('\n')).toMatch(/baseline/i);
    await player.canvas.getByRole('button', { name: 'Fit everything' }).click();
    await player.select('input-watch');
    await player.setField('Baseline in', 'book-data');
    const features = await player.addRow('Features', 'feature');
    await features.getByRole('textbox').last().fill('price');
    await tab.page.keyboard.press('Tab');
    await player.expectGoal(INPUTS, 'Met');
    await player.select('answer-watch');
    await player.setField('Baseline in', 'book-data');

    await addAlarm(
      'failing',
      { x: -0.78, y: 0.5 },
      {
        source: 'book-recommender',
        metric: 'Invocation5XXErrors',
        threshold: 0.05,
        actions: ['shop-on-call'],
      },
    );
    await addAlarm(
      'slow',
      { x: -0.78, y: 2.95 },
      {
        source: 'book-recommender',
        metric: 'ModelLatency',
        threshold: 100_000,
        actions: ['shop-on-call'],
      },
    );
    await addAlarm(
      'drifts',
      { x: 0.5, y: 2.95 },
      {
        source: 'input-watch',
        namespace: 'aws/sagemaker/Endpoints/data-metrics',
        metric: 'feature_baseline_drift_price',
        threshold: 0.1,
        actions: ['shop-on-call'],
      },
    );

    await player.select('book-recommender');
    await player.setField('A new version takes over', 'CANARY');
    await player.setField('Step', 10);
    await player.setField('Roll back on alarms', ['failing']);
    // Three in ten of a tenth are three in a hundred: five in a hundred sleeps through the canary.
    await player.expectGoal(TUESDAY, 'Not met');
    await player.select('failing');
    await player.setField('Threshold', 0.02);
    await player.expectGoal(TUESDAY, 'Not met');
    await player.select('ml-role');
    await player.addRow('Permissions policies', 'permissions policy');
    const policies = player.part('Permissions policies');
    await player.setField('Name', 'look', policies.locator('[data-open]').last());
    await player.writePolicy('Policy document', document(allow('cloudwatch:DescribeAlarms', '*')), policies);
    await player.expectGoal(TUESDAY, 'Met');

    await player.select('book-recommender');
    const endpoint = await player.arn();
    await player.drag('IAM role', { in: 'shop-on-call', x: 0.5, y: 7.85 }, 'back-role');
    await player.writePolicy('Trust policy', trust('lambda.amazonaws.com'));
    await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'back', policies.locator('[data-open]').last());
    await player.writePolicy('Policy document', document(allow('sagemaker:UpdateEndpoint', endpoint)), policies);
    await player.drag('Lambda function', { in: 'shop-on-call', x: 0.5, y: 5.4 }, 'back');
    await player.setField('Execution role', 'back-role');
    const calls = await player.addRow('Calls', 'call');
    await player.setField('Action', 'sagemaker:UpdateEndpoint', calls);
    await player.setField('Target', 'book-recommender', calls);
    const arn = await player.arn();
    await addAlarm(
      'worse',
      { x: -0.78, y: 5.4 },
      {
        source: 'answer-watch',
        namespace: 'aws/sagemaker/Endpoints/model-metrics',
        metric: 'accuracy',
        threshold: 0.85,
        comparison: 'LessThanThreshold',
        actions: ['shop-on-call', 'back'],
      },
    );
    await player.expectGoal(WORSE, 'Not met');
    await player.select('back');
    await player.writePolicy('Resource-based policy', alarmsInvoke('111122223333', arn));

    const solved = tab.page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    expect(await solved.innerText()).toContain('100 of 100 points. 3 of 3 stars.');
    await player.picture('solved-dialog');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await player.picture('solved');
    expect(tab.complaints).toEqual([]);
  });
});
