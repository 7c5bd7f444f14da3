import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { alarmsUseKey } from './policies';
import { eachRound } from './round';

const ACCOUNT = '111122223333';
const IN_CONTROL = 'Each key answers to us, and to nobody else';
const TOLD = 'The duty officer is told about errors';
const TRAINING = 'The training still reads and writes';
const BUDGET = 'At most 60.50 dollars a month';

/** A student takes two keys away, gives the data to the others, and lets in who needs them. */
describe('a key for everything, hardened through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /A key for everything/, says: '60.50 dollars a month' }, (round) => ({ tab, player } = round));

  const remove = async (name: string) => {
    await player.select(name);
    await tab.page.keyboard.press('Delete');
    await player.node(name).waitFor({ state: 'detached' });
  };
  const set = async (name: string, ...fields: readonly (readonly [string, string | boolean])[]) => {
    await player.select(name);
    for (const [title, value] of fields) await player.setField(title, value);
  };
  const allow = async (role: string, action: string, resource: string) => {
    await player.select(role);
    const row = player.part('Permissions policies');
    await row.getByRole('button').first().click();
    const text = player.inspector.getByRole('textbox', { name: 'Policy document' });
    const document = JSON.parse(await text.innerText()) as { Statement: object[] };
    document.Statement.push({ Effect: 'Allow', Action: action, Resource: resource });
    await player.writePolicy('Policy document', document);
  };

  test('two keys are enough', async () => {
    expect(await player.score()).toBe(27);
    await remove('photos-key');
    await remove('clicks-key');
    await player.expectGoal(BUDGET, 'Met');

    await set('clicks', ['Server-side encryption', 'aws-managed']);
    await set('bw-photos', ['Default encryption', 'sse-s3']);
    await set('bw-purchases', ['Default encryption', 'sse-kms'], ['KMS key', 'customers-key']);
    await set('account-trail', ['Management events', true]);
    await player.expectGoal(TRAINING, 'Not met');

    await set('customers-key', ['Automatic rotation', true]);
    const key = await player.arn();
    await player.expectGoal(IN_CONTROL, 'Not met');
    await player.select('customers-key');
    await player.writePolicy('Key policy', '');
    await player.expectGoal(IN_CONTROL, 'Met');
    for (const role of ['shop-role', 'train-role']) await allow(role, 'kms:Decrypt', key);
    await player.expectGoal(TRAINING, 'Met');

    await set('duty-key', ['Automatic rotation', true]);
    const steps = await player.watch(TOLD);
    expect(steps.map(({ onTheCanvas }) => onTheCanvas).join('\n')).toMatch(
      /cloudwatch.amazonaws.com.*kms:GenerateDataKey/,
    );
    await player.select('duty-key');
    await player.writePolicy('Key policy', alarmsUseKey(ACCOUNT));

    const solved = tab.page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    expect(await solved.innerText()).toContain('100 of 100 points.');
    await player.picture('solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await player.picture('solved-canvas');
    expect(tab.complaints).toEqual([]);
  });
});
