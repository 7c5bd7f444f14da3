import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player, Spot } from './player';
import { allow, document } from './policies';
import { eachRound } from './round';

const CHANGED = 'Traders hear that the readings have changed';
const MISSING = 'Traders hear of a night without scores';
const both = (...buckets: string[]) => buckets.map((one) => `arn:aws:s3:::${one}`);
const objects = (...buckets: string[]) => both(...buckets).map((one) => `${one}/*`);

/** A student watches a batch job with code of their own, led by what the simulated week says. */
describe('the night shift, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /The night shift/, says: '40,000 households' }, (round) => ({ tab, player } = round));

  const fill = async (fields: Readonly<Record<string, string | number | boolean>>) => {
    for (const [title, value] of Object.entries(fields)) await player.setField(title, value);
  };
  const draw = async (kind: string, name: string, to: Spot) => {
    await player.fit();
    await player.drag(kind, to, name);
  };
  const sees = async (goal: string) => {
    const steps = await player.watch(goal);
    await player.fit();
    return steps.map(({ onTheCanvas }) => onTheCanvas).join('\n');
  };
  const permit = async (role: string, name: string, policy: object) => {
    await player.select(role);
    await player.permit(name, policy);
  };

  test('Model Monitor is refused; a job, a clock, an alarm to which silence is bad news', async () => {
    expect(await player.score()).toBe(32);

    await draw('Model Monitor schedule', 'input-watch', { in: 'nw-reports', x: 1.8, y: 0.5 });
    await player.setField('Endpoint or batch job', 'night-scores');
    await player.expectGoal('AWS accepts the design', 'Not met');
    await player.select('input-watch');
    await player.inspector
      .getByText(/Model Monitor is closed to new customers/)
      .first()
      .waitFor();
    await player.picture('night-scores-refused');
    await player.node('input-watch').focus();
    await tab.page.keyboard.press('Delete');
    await player.expectGoal('AWS accepts the design', 'Met');

    await player.select('night-scores');
    await fill({ 'Capture data': true, 'Capture to': 'nw-captured' });
    await player.select('nw-captured');
    await player.setField('Expire objects after', 14);
    await player.expectGoal('Captured readings are kept, and not for ever', 'Met');

    await draw('SageMaker processing job', 'compare', { in: 'nw-reports', x: 1.8, y: 0.5 });
    await fill({
      Purpose: 'monitor',
      'Execution role': 'watch-role',
      Monitored: 'night-scores',
      'Baseline in': 'nw-reports',
      'Results to': 'nw-reports',
      'Namespace of its metrics': 'Nordwind/Scores',
      'Runs every': 24,
      'Role of the schedule': 'clock-role',
    });
    await draw('CloudWatch alarm', 'readings-drift', { in: 'watch-role', x: 1.8, y: 0.5 });
    await fill({
      Source: 'compare',
      Namespace: 'Nordwind/Scores',
      'Metric name': 'drift_yesterday_kwh',
      Threshold: 0.1,
    });
    await player.setField('Alarm actions', ['trading-desk']);

    // The code publishes what its author named, and the author has named other columns.
    expect(await sees(CHANGED)).toMatch(/drift_amount/);
    await player.select('compare');
    const columns = player.part('Features');
    await player.setField('feature 1', 'yesterday_kwh', columns);
    await player.setField('feature 2', 'outside_temperature', columns);
    await player.addRow('Features', 'feature');
    await player.setField('feature 3', 'household_size', columns);
    expect(await sees(CHANGED)).toMatch(/iam:PassRole/);
    await permit(
      'clock-role',
      'start',
      document(
        allow('sagemaker:CreateProcessingJob', 'arn:aws:sagemaker:eu-north-1:111122223333:processing-job/*'),
        allow('iam:PassRole', 'arn:aws:iam::111122223333:role/watch-role'),
      ),
    );
    expect(await sees(CHANGED)).toMatch(/cloudwatch:PutMetricData/);
    await permit(
      'watch-role',
      'data',
      document(
        { Effect: 'Allow', Action: 's3:GetObject', Resource: objects('nw-captured', 'nw-reports') },
        { Effect: 'Allow', Action: 's3:ListBucket', Resource: both('nw-captured', 'nw-reports') },
        { Effect: 'Allow', Action: 's3:PutObject', Resource: objects('nw-reports') },
        allow('cloudwatch:PutMetricData', '*'),
      ),
    );
    await player.expectGoal(CHANGED, 'Met');
    await player.expectGoal(MISSING, 'Not met');
    await player.picture('night-scores-missing');

    expect(await sees(MISSING)).toContain('Nobody is told');
    await player.select('readings-drift');
    await player.setField('Missing data', 'breaching');
    // Five minutes without a value: in alarm all day, so nobody hears anything new.
    await player.expectGoal(CHANGED, 'Not met');
    await player.select('readings-drift');
    await player.setField('Period', 32_400);

    await player.win('night-scores-solved');
    expect(tab.complaints).toEqual([]);
  });
});
