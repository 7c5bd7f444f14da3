import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { alarmsUseKey, alarmsInvoke, publish, trust } from './policies';
import { eachRound } from './round';

const ACCOUNT = '111122223333';
const TUESDAY = 'Tuesday: a person is told about the errors';
const THURSDAY = 'Thursday: a person is told about the slow answers';

/** Two students mend “The silent alarm”, each in another way, led by nothing but what the traces say. */
describe('the silent alarm, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /The silent alarm/, says: 'within 30 minutes' }, (round) => ({ tab, player } = round));

  /** The sentences of the steps that fail. */
  const broken = async (goal: string) => {
    const steps = await player.watch(goal);
    for (const step of steps) expect(step.inTheList).toContain(step.onTheCanvas);
    const failed = steps.filter(({ verdict }) => verdict === 'fail').map(({ onTheCanvas }) => onTheCanvas);
    expect(steps.at(-1)?.onTheCanvas).toBe('Nobody is told what happens at sepsis-endpoint.');
    return failed.join('\n');
  };
  const wins = async () => {
    const solved = await player.win('solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    expect(await player.score()).toBe(100);
    expect(tab.complaints).toEqual([]);
  };
  const setThreshold = async (alarm: string, value: number) => {
    await player.select(alarm);
    await player.setField('Threshold', value);
  };
  const confirm = async () => {
    await player.select('it-on-call');
    await player
      .part('Subscriptions')
      .getByRole('button', { name: /it-on-call@/ })
      .click();
    await player.setField('Confirmed', true, player.part('Subscriptions'));
  };

  test('a key of our own lets CloudWatch in', async () => {
    expect(await player.score()).toBe(40);
    await player.picture('start');
    expect(await broken(TUESDAY)).toMatch(/^sepsis-errors can never fire.*between 0 and 1/);

    await setThreshold('sepsis-errors', 0.05);
    expect(await broken(TUESDAY)).toMatch(/cannot deliver to it-on-call.\n.*aws\/sns does not admit cloudwatch/);

    await player.drag('KMS key', { in: 'it-on-call', x: 0.5, y: 3 }, 'alarm-key');
    await player.connect(player.node('it-on-call'), player.node('alarm-key'), 'bottom');
    await player.hears('it-on-call now encrypts with alarm-key');
    expect(await broken(TUESDAY)).toMatch(/does not allow cloudwatch.amazonaws.com to call kms:GenerateDataKey/);

    await player.select('alarm-key');
    await player.writePolicy('Key policy', alarmsUseKey(ACCOUNT));
    expect(await broken(TUESDAY)).toBe('it-on-call has no confirmed subscription of a person.');

    await confirm();
    await player.expectGoal(TUESDAY, 'Met');
    expect(await player.score()).toBe(70);
    expect(await broken(THURSDAY)).toMatch(/sepsis-slow fires always.*Microseconds/);

    await setThreshold('sepsis-slow', 100_000);
    await wins();
    await player.picture('own-key');
  });

  test('a function publishes under aws/sns', async () => {
    await setThreshold('sepsis-errors', 0.05);
    await setThreshold('sepsis-slow', 100_000);
    await confirm();
    const topic = await player.arn();

    await player.drag('IAM role', { in: 'it-on-call', x: 0.5, y: 5.5 }, 'pager-role');
    await player.writePolicy('Trust policy', trust('lambda.amazonaws.com'));
    const policy = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'publish', policy);
    await player.writePolicy('Policy document', publish(topic), policy);

    await player.drag('Lambda function', { in: 'it-on-call', x: 0.5, y: 3 }, 'pager');
    await player.setField('Execution role', 'pager-role');
    await player.connect(player.node('pager'), player.node('it-on-call'), 'top');
    await player.hears('pager now calls it-on-call');
    for (const alarm of ['sepsis-errors', 'sepsis-slow']) {
      await player.select(alarm);
      await player.inspector.getByRole('button', { name: 'Remove it-on-call', exact: true }).click();
      await player.edge(`${alarm} notifies it-on-call`).waitFor({ state: 'detached' });
      await player.connect(player.node(alarm), player.node('pager'), 'right');
      await player.hears(`${alarm} now notifies pager`);
    }
    expect(await broken(THURSDAY)).toMatch(/lambda.alarms.cloudwatch.amazonaws.com.*no resource policy/);

    await player.select('pager');
    await player.writePolicy('Resource-based policy', alarmsInvoke(ACCOUNT, await player.arn()));
    await wins();
    await player.picture('relay');
  });
});
