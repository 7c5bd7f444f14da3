import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { allow, document } from './policies';
import { eachRound } from './round';

const WAY_OUT = 'The notebook has no way to the internet';
const READS = 'It still reads the discharge letters';
const TRAINS = 'It still starts trainings';
const OPENS = 'It opens from the network of the hospital only';
const MOUNTED = 'The shared files are mounted at every start';
const KNOWN = 'Only known clients mount the shared files';

/** A student mends “Lock down a notebook”: what was closed must not stop what has to work. */
describe('the notebook, locked down through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound(
    { title: /Lock down a notebook/, says: 'keep it working', viewport: { width: 1440, height: 900 } },
    (round) => ({ tab, player } = round),
  );

  const arnOf = async (name: string) => {
    await player.select(name);
    return player.arn();
  };
  /** Writes over a policy that the selected role has. */
  const rewrite = async (number: number, policy: object) => {
    const policies = player.part('Permissions policies');
    await policies.getByRole('button', { expanded: false }).nth(number).click();
    await player.writePolicy('Policy document', policy, policies);
    await policies.getByRole('button', { expanded: true }).click();
  };

  test('closes every way out, and keeps the notebook working', async () => {
    expect(await player.score()).toBe(27);
    await player.select('readmission-notebook');
    await player.setField('Direct internet access', false);
    await player.setField('Root access', false);
    await player.setField('Require IMDSv2', true);
    // The first way out is closed, and the trace shows the second one.
    await player.expectGoal(WAY_OUT, 'Not met');
    expect((await player.watch(WAY_OUT)).map(({ onTheCanvas }) => onTheCanvas).join('\n')).toMatch(/NAT gateway nat/);
    await player.select('main-table');
    await player.inspector.getByRole('button', { name: 'Remove route 1' }).click();
    await player.expectGoal(WAY_OUT, 'Met');

    await player.expectGoal(READS, 'Not met');
    await player.drag('Gateway endpoint', { in: 'lab-vpc', x: 0.35, y: 0.65 }, 's3-door');
    await player.connect(player.node('s3-door'), player.node('main-table'), 'left');
    await player.hears('s3-door now');
    await player.expectGoal(READS, 'Met');

    await player.drag('Security group', { in: 'lab-vpc', x: 0.89, y: 0.88 }, 'door-group');
    for (const [index, group] of ['notebook-group', 'desktop-group'].entries()) {
      const rules = await player.addRow('Inbound rules', 'inbound rule');
      await player.setField('Source security group', group, rules.locator('[data-open]').nth(index));
    }
    await player.drag('Interface endpoint', { in: 'lab-vpc', x: 0.62, y: 0.88 }, 'api-door');
    await player.setField('Service', 'sagemaker.api');
    await player.setField('Subnets', ['lab-a']);
    await player.setField('Security groups', ['door-group']);
    await player.setField('Private DNS names', true);
    const door = (await player.arn()).split('/').at(-1) ?? '';
    await player.expectGoal(TRAINS, 'Not met');
    await player.select('lab-vpc');
    await player.setField('DNS hostnames', true);
    await player.expectGoal(TRAINS, 'Met');

    const notebook = await arnOf('readmission-notebook');
    await player.select('dana-role');
    const onPath = { Condition: { StringEquals: { 'aws:SourceVpce': door } } };
    await rewrite(0, document(allow('sagemaker:CreatePresignedNotebookInstanceUrl', notebook, onPath)));
    // The role of the notebook may still do all of SageMaker, so it hands out the same URL from anywhere.
    await player.expectGoal(OPENS, 'Not met');
    const [letters, key, training] = [
      await arnOf('discharge-letters'),
      await arnOf('hospital-key'),
      await arnOf('readmission-training'),
    ];
    const passed = await arnOf('training-role');
    const worker = await arnOf('notebook-role');
    await rewrite(
      0,
      document(
        allow('s3:GetObject', `${letters}/*`),
        allow('kms:Decrypt', key),
        allow('sagemaker:CreateTrainingJob', training),
      ),
    );
    await player.expectGoal(OPENS, 'Met');
    await player.select('notebook-role');
    await rewrite(1, document(allow('iam:PassRole', passed)));

    const files = await arnOf('research-files');
    await player.setField('Encrypted at rest', true);
    const client = ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'];
    await player.writePolicy('File system policy', document(allow(client, files, { Principal: { AWS: worker } })));
    await player.expectGoal(KNOWN, 'Met');
    await player.expectGoal(MOUNTED, 'Not met');
    await player.select('mount-files');
    const mounts = player.part('Mounts at start');
    await mounts.getByRole('button', { expanded: false }).click();
    await player.setField('TLS', true, mounts);
    await player.setField('IAM authorisation', true, mounts);

    const solved = await player.win('notebook-solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    await solved.waitFor({ state: 'detached' });
    expect(await player.score()).toBe(100);
    await player.picture('notebook-drawn');
    expect(tab.complaints).toEqual([]);
  });
});
