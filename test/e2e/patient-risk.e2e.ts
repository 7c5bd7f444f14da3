import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { allow, bucketPolicy, document } from './policies';
import { eachRound } from './round';

const ACCOUNT = '111122223333';
const INVOKE = 'The ward gets a score';
const WAY_OUT = 'No container reaches the internet';
const STARTS = 'Model, endpoint and training start';
const KEYS = 'Every place at rest is under a key of the hospital';
const INSTANCES = 'The instances of the training talk encrypted';
const WHO = 'A query names who asked for a score';
const TRAIL = 'The trail can be trusted';

const uses = (service: string, ...actions: string[]) => allow(actions, '*', { Principal: { Service: service } });
const account = allow('kms:*', '*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
const services = [
  uses('cloudtrail.amazonaws.com', 'kms:GenerateDataKey*'),
  uses('logs.us-east-1.amazonaws.com', 'kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'),
];

/** A student fills the gaps of “Patient risk, half drawn”, and falls into the trap of the key policy on the way. */
describe('the half-drawn hospital, completed through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound(
    { title: /Patient risk, half drawn/, says: 'is finished and works', viewport: { width: 1440, height: 900 } },
    (round) => ({ tab, player } = round),
  );

  const give = async (role: string, ...statements: object[]) => {
    await player.select(role);
    const policies = await player.addRow('Permissions policies', 'permissions policy');
    const added = policies.locator('[data-open]').last();
    await player.setField('Name', 'keys', added);
    await player.writePolicy('Policy document', document(...statements), added);
  };
  const set = async (fields: Readonly<Record<string, string | number | boolean | string[]>>) => {
    for (const [title, value] of Object.entries(fields)) await player.setField(title, value);
  };

  test('fills every gap', async () => {
    expect(await player.score()).toBe(23);

    await player.drag('Security group', { in: 'ward-vpc', x: 0.89, y: 0.42 }, 'door-group');
    await player.setField('Source security group', 'ward-group', await player.addRow('Inbound rules', 'inbound rule'));
    await player.drag('Interface endpoint', { in: 'ward-vpc', x: 0.37, y: 0.75 }, 'score-door');
    await set({ Subnets: ['private-a'], 'Security groups': ['door-group'], 'Private DNS names': true });
    await player.expectGoal(INVOKE, 'Met');

    await player.select('risk-model');
    await player.setField('Network isolation', true);
    await player.expectGoal(WAY_OUT, 'Not met');
    await player.select('risk-training');
    await set({ 'Network isolation': true, 'Volume key': 'patient-key', 'Output key': 'patient-key' });
    await player.expectGoal(WAY_OUT, 'Met');
    await player.expectGoal(INSTANCES, 'Not met');
    await player.select('risk-training');
    await player.setField('Inter-container traffic encryption', true);
    await player.expectGoal(INSTANCES, 'Met');

    await player.select('patient-key');
    const key = await player.arn();
    for (const bucket of ['risk-artifacts', 'risk-captured', 'hospital-audit']) {
      await player.select(bucket);
      await set({ 'Default encryption': 'sse-kms', 'KMS key': 'patient-key' });
      const trailOf = bucket === 'hospital-audit' ? ACCOUNT : undefined;
      await player.writePolicy('Bucket policy', bucketPolicy(await player.arn(), trailOf));
    }
    await player.connect(player.node('risk-config'), player.node('patient-key'), 'bottom');
    await player.choose('risk-config encrypts volumes with patient-key');
    await player.hears('risk-config now encrypts volumes with patient-key');

    await player.expectGoal(STARTS, 'Not met');
    await give('model-role', allow(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'], key));
    await give('training-role', allow(['kms:GenerateDataKey', 'kms:CreateGrant'], key));
    await player.expectGoal(STARTS, 'Met');

    await player.expectGoal(KEYS, 'Not met');
    await player.select('audit-log');
    await set({ 'Keep for': '365', 'KMS key': 'patient-key' });
    await player.select('hospital-trail');
    await set({ 'All Regions': true, 'Log file validation': true, 'KMS key': 'patient-key' });
    await player.expectGoal(KEYS, 'Met');
    await player.expectGoal(TRAIL, 'Not met');

    // Two services get in, and with the statement for the account both roles are out.
    await player.select('patient-key');
    await player.writePolicy('Key policy', document(...services));
    await player.expectGoal(TRAIL, 'Met');
    await player.expectGoal(STARTS, 'Not met');
    await player.select('patient-key');
    await player.writePolicy('Key policy', document(account, ...services));
    await player.expectGoal(STARTS, 'Met');

    await player.expectGoal(WHO, 'Not met');
    await player.select('hospital-trail');
    await player.setField('Role for CloudWatch Logs', 'trail-role');
    await player.setField('Deliver to log group', 'audit-log');
    await player.part('Data events').getByRole('combobox').selectOption('AWS::SageMaker::Endpoint');

    const solved = await player.win('solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await solved.waitFor({ state: 'detached' });
    expect(await player.score()).toBe(100);
    await player.picture('drawn');
    expect(tab.complaints).toEqual([]);
  });
});
