import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import { type Player, type Spot } from './player';
import { eachRound } from './round';

const BEFORE = 'Bias in the applications is measured before training';
const AFTER = 'Bias of the model is measured before release';
const UNFAIR = 'A person is told when the model turns unfair';
const WORSE = 'A person is told when decisions get worse';
const CHANGED = 'A person is told when applicants change';
const METRICS = 'aws/sagemaker/Endpoints';
const CLARIFY = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/sagemaker-clarify-endpoint';

/** A student measures the bias of a loan model, watches it, and is led by what the simulated week says. */
describe('fair loans, defended through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /Fair loans/, says: 'under 25' }, (round) => ({ tab, player } = round));

  type Fields = readonly (readonly [string, string | number | boolean])[];
  const fill = async (fields: Fields) => {
    for (const [title, value] of fields) await player.setField(title, value);
  };
  const set = async (name: string, ...fields: Fields) => {
    await player.select(name);
    await fill(fields);
  };
  const draw = async (kind: string, name: string, to: Spot, ...fields: Fields) => {
    await tab.page.getByRole('button', { name: 'Fit everything' }).click();
    await player.drag(kind, to, name);
    await fill(fields);
  };
  /** Columns and rows beside and below watch-role. */
  const place = (columns: number, rows: number): Spot => ({
    in: 'watch-role',
    x: 0.5 + 1.27 * columns,
    y: 0.5 + 2.5 * rows,
  });
  const notify = async (alarm: string) => {
    await player.setField('Alarm actions', ['fairness-desk']);
    await player.edge(`${alarm} notifies fairness-desk`).waitFor();
  };
  const sees = async (goal: string) => (await player.watch(goal)).map(({ onTheCanvas }) => onTheCanvas).join('\n');

  test('two reports, three monitors, three alarms', async () => {
    expect(await player.score()).toBe(18);

    await set('input-watch', ['Baseline in', 'hc-reports']);
    expect(await sees(CHANGED)).toContain('Nobody is told');
    await set(
      'inputs-drift',
      ['Namespace', `${METRICS}/data-metrics`],
      ['Metric name', 'feature_baseline_drift_income'],
    );
    await player.expectGoal(CHANGED, 'Met');
    await set('hc-captured', ['Expire objects after', 30]);

    const clarify: Fields = [
      ['Purpose', 'clarify-bias'],
      ['Execution role', 'watch-role'],
      ['Results to', 'hc-reports'],
    ];
    await draw('SageMaker processing job', 'bias-before', place(0, 1), ...clarify, ['Input from', 'hc-training']);
    await player.expectGoal(BEFORE, 'Met');
    await draw('SageMaker processing job', 'bias-after', place(1, 1), ...clarify, ['Input from', 'hc-outcomes']);
    await player.setField('Analysed model', 'loan-model');
    expect(await sees(AFTER)).toContain('sagemaker:CreateEndpoint');
    await player.select('watch-role');
    const row = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'clarify', row);
    const Action = ['sagemaker:CreateEndpoint', 'sagemaker:InvokeEndpoint'];
    const Statement = [{ Effect: 'Allow', Action, Resource: CLARIFY }];
    await player.writePolicy('Policy document', { Version: '2012-10-17', Statement }, row);
    await player.expectGoal(AFTER, 'Met');

    const daily: Fields = [
      ['Endpoint or batch job', 'loan-endpoint'],
      ['Schedule', 'cron(0 6 ? * * *)'],
      ['Execution role', 'watch-role'],
      ['Baseline in', 'hc-reports'],
      ['Ground truth in', 'hc-outcomes'],
      ['Reports to', 'hc-reports'],
    ];
    await draw('Model Monitor schedule', 'fair-watch', place(0, -2), ['Monitor', 'ModelBias'], ...daily);
    await draw('CloudWatch alarm', 'unfair', place(1, -2), ['Source', 'fair-watch']);
    await fill([
      ['Namespace', `${METRICS}/bias-metrics`],
      ['Metric name', 'bias_metric_CI'],
      ['Threshold', 0.05],
    ]);
    await notify('unfair');
    await player.expectGoal(UNFAIR, 'Not met');
    await set('loan-config', ['Outputs', true]);
    await player.expectGoal(UNFAIR, 'Not met');
    await set('unfair', ['Metric name', 'bias_metric_DPPL']);
    await player.expectGoal(UNFAIR, 'Met');

    await draw('Model Monitor schedule', 'answer-watch', place(0, -1), ['Monitor', 'ModelQuality'], ...daily);
    await draw(
      'CloudWatch alarm',
      'worse',
      place(1, -1),
      ['Source', 'answer-watch'],
      ['Comparison', 'LessThanThreshold'],
    );
    await fill([
      ['Namespace', `${METRICS}/model-metrics`],
      ['Metric name', 'accuracy'],
      ['Threshold', 0.85],
    ]);
    await player.expectGoal(WORSE, 'Not met');
    await player.select('worse');
    await notify('worse');

    const solved = tab.page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    expect(await solved.innerText()).toContain('100 of 100 points. 3 of 3 stars.');
    await player.picture('solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await tab.page.getByRole('button', { name: 'Fit everything' }).click();
    await player.picture('solved-canvas');
    expect(tab.complaints).toEqual([]);
  });
});
