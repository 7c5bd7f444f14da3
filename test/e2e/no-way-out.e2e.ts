import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { allow, document } from './policies';
import { eachRound } from './round';

const ACCOUNT = '111122223333';
const JOBS = `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:training-job/*`;
const both = (bucket: string) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
const everybody = (Effect: 'Allow' | 'Deny', Resource: unknown, Condition: object) => ({
  Effect,
  Principal: '*',
  Action: 's3:*',
  Resource,
  Condition,
});
const encrypted = (bucket: string) => everybody('Deny', both(bucket), { Bool: { 'aws:SecureTransport': 'false' } });
const LOGGING = {
  Effect: 'Allow',
  Principal: { Service: 'logging.s3.amazonaws.com' },
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::genome-logs/*',
};

/** A student closes both sides, each time led by what the walk says. */
describe('no way out, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound({ title: /No way out/, says: 'forty thousand people' }, (round) => ({ tab, player } = round));

  test('the data, the endpoint, the log, the jobs, the detector', async () => {
    expect(await player.score()).toBe(38);
    const leaks = await player.watch('The notebook cannot send the genomes away');
    expect(leaks.map(({ onTheCanvas }) => onTheCanvas).join('\n')).toContain('with credentials of that account');
    await player.select('s3-door');
    const own = { StringEquals: { 'aws:ResourceAccount': ACCOUNT } };
    await player.writePolicy('Endpoint policy', document(everybody('Allow', '*', own)));
    await player.expectGoal('The notebook cannot send the genomes away', 'Met');

    await player.select('genomes');
    const inside = { StringNotEquals: { 'aws:SourceVpce': 's3-door' } };
    await player.writePolicy(
      'Bucket policy',
      document(encrypted('genomes'), everybody('Deny', both('genomes'), inside)),
    );
    await player.expectGoal('Stolen credentials are useless outside', 'Met');

    await player.select('genome-logs');
    const people = { ...inside, Bool: { 'aws:PrincipalIsAWSService': 'false' } };
    const fence = everybody('Deny', both('genome-logs'), people);
    await player.writePolicy('Bucket policy', document(encrypted('genome-logs'), LOGGING, fence));
    await player.expectGoal('The access log of the genomes arrives', 'Met');

    await player.select('scientist-role');
    const lab = { 'sagemaker:VpcSubnets': ['lab-a', 'lab-b'] };
    const train = allow('sagemaker:CreateTrainingJob', JOBS, {
      Condition: { 'ForAllValues:StringEquals': lab, Null: { 'sagemaker:VpcSubnets': 'false' } },
    });
    await player.permit('train', document(train));
    await player.expectGoal('Jobs run in the subnets of the lab, or not at all', 'Met');
    await player.picture('no-way-out-perimeter');

    await player.zoomTo(50);
    await player.drag('GuardDuty detector', { in: 'admin', x: 5, y: 1.6 }, 'detector');
    await player.drag('EventBridge rule', { in: 'admin', x: 3.4, y: 1.6 }, 'findings');
    await player.drag('SNS topic', { in: 'admin', x: 2, y: 1.6 }, 'security');
    await player.select('security');
    const topic = await player.arn();
    const publish = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sns:Publish' };
    await player.writePolicy('Topic policy', document({ ...publish, Resource: topic }));
    const subscriptions = await player.addRow('Subscriptions', 'subscription');
    await player.setField('Endpoint', 'security@genelab.example', subscriptions);
    await player.setField('Confirmed', true, subscriptions);
    await player.select('findings');
    await player.setField('Event pattern', '{"source": ["aws.guardduty"]}');
    await player.setField('Targets', ['security']);

    await player.win('no-way-out-solved');
    expect(tab.complaints).toEqual([]);
  });
});
