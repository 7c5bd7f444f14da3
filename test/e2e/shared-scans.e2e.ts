import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { allow, document } from './policies';
import { eachRound } from './round';

const SCANS = 'arn:aws:s3:::brigid-scans';
const ROLE = 'arn:aws:iam::111122223333:role/training-role';
const INES = 'arn:aws:iam::111122223333:user/ines';
const HOSPITAL = 'arn:aws:iam::444455556666:root';

const admits = (AWS: string | string[], Action: string, Resource: string, more: object = {}) =>
  allow(Action, Resource, { Principal: { AWS }, ...more });
const TLS_ONLY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [SCANS, `${SCANS}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const THROUGH_S3 = { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } } };

/** A student opens the border from both sides, led by where each walk stops. */
describe('shared scans, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /Shared scans/, says: 'tumours' }, (round) => ({ tab, player } = round));

  const watch = async (goal: string) => {
    const steps = await player.watch(goal);
    await player.fit();
    return steps;
  };

  const permit = async (who: string, name: string, policy: object) => {
    await player.select(who);
    await player.permit(name, policy);
  };

  test('the key, the bucket, three identities, the records', async () => {
    expect(await player.score()).toBe(28);
    const managed = await watch('The training reads the scans');
    expect(managed.at(-1)?.onTheCanvas).toMatch(/aws\/s3/);

    await player.select('scan-key');
    const key = await player.arn();
    expect(key).toContain(':444455556666:key/');
    await player.writePolicy(
      'Key policy',
      document(admits(HOSPITAL, 'kms:*', '*'), admits([ROLE, INES], 'kms:Decrypt', '*', THROUGH_S3)),
    );
    await player.select('brigid-scans');
    await player.setField('Default encryption', 'sse-kms');
    await player.setField('KMS key', 'scan-key');
    await player.expectGoal('The scanner still writes', 'Not met');

    await permit(
      'scanner-role',
      'write',
      document(allow('s3:PutObject', `${SCANS}/*`), allow('kms:GenerateDataKey', key)),
    );
    await player.expectGoal('The scanner still writes', 'Met');

    const theirs = await watch('The training reads the scans');
    expect(theirs.at(-1)?.onTheCanvas).toContain('kms:Decrypt');
    await permit(
      'training-role',
      'data',
      document(
        allow('s3:GetObject', `${SCANS}/*`),
        allow('s3:ListBucket', SCANS),
        allow('s3:PutObject', 'arn:aws:s3:::lumen-models/*'),
        allow('kms:Decrypt', key),
      ),
    );
    await player.expectGoal('The training reads the scans', 'Met');
    await permit('ines', 'look', document(allow('s3:GetObject', `${SCANS}/*`), allow('kms:Decrypt', key)));
    await player.expectGoal('Ines can look at a scan', 'Met');
    await player.expectGoal('Training and Ines read, and nobody else', 'Met');

    // The key is narrow already; the names of the scans are not.
    const names = await player.readGoal('Only the training lists the scans');
    expect(names).toContain('analytics-role');
    await player.picture('shared-scans-lists');
    await player.select('brigid-scans');
    await player.writePolicy(
      'Bucket policy',
      document(TLS_ONLY, admits([ROLE, INES], 's3:GetObject', `${SCANS}/*`), admits(ROLE, 's3:ListBucket', SCANS)),
    );
    await player.expectGoal('Only the training lists the scans', 'Met');

    await player.select('brigid-trail');
    await player.inspector
      .getByRole('combobox', { name: 'Add data event', exact: true })
      .selectOption('AWS::S3::Object');

    await player.win('shared-scans-solved');
    expect(tab.complaints).toEqual([]);
  });
});
