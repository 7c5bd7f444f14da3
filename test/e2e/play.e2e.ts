import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playground, type Opened } from './browser';
import { Player } from './player';
import { bucketPolicy, execution, invoke, keyPolicy, trust } from './policies';

const ACCOUNT = '111122223333';

/**
 * One student plays “Card fraud, real time” from the empty canvas to 100 points, with mouse and keyboard only.
 * The chapters build on each other: after a failed one, the rest is skipped.
 */
describe('card fraud, played through the interface', () => {
  const game = playground();
  let tab: Opened;
  let player: Player;
  let failed = false;

  beforeAll(async () => {
    tab = await game.open({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    tab.page.setDefaultTimeout(5000);
    player = new Player(tab.page);
  });
  beforeEach(({ skip }) => skip(failed, 'An earlier chapter failed.'));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || failed) return;
    failed = true;
    await tab.page.screenshot({ path: `test-results/e2e/${task.name.replace(/\W+/g, '-')}.png` });
  });

  /** What the goal must say while it is not met, and that it is. */
  const misses = async (title: string, reason: RegExp) => {
    await player.expectGoal(title, 'Not met');
    expect(await player.readGoal(title)).toMatch(reason);
  };

  test('chooses the scenario and reads the brief', async () => {
    const { page } = tab;
    await page.goto(game.url);
    await page.getByRole('link', { name: /Card fraud, real time/ }).click();
    const brief = page.getByRole('dialog', { name: /Card fraud, real time/ });
    await brief.getByText('What must be true at the end').waitFor();
    expect(await brief.innerText()).toContain('Stolen credentials are useless outside');
    await player.picture('01-brief');
    await brief.getByRole('button', { name: 'To the canvas' }).click();
    await brief.waitFor({ state: 'detached' });
    await player.canvas.getByText('Nothing is drawn yet').waitFor();
    expect(await player.score()).toBe(0);
    await player.picture('02-empty');
  });

  test('draws the network', async () => {
    await player.zoomTo(60);
    // A subnet cannot stand in the account: the drop is refused, and says where subnets stand.
    await player.drag('Subnet', { x: 300, y: 300 });
    await player.hears(/VPC/);
    await player.picture('03-refused-drop');
    expect(await player.canvas.locator('.react-flow__node').count()).toBe(0);

    await player.drag('VPC', { x: 40, y: 30 }, 'cde-vpc');
    await player.setField('DNS hostnames', true);
    expect(await player.score()).toBeGreaterThan(0);
    await player.drag('Subnet', { in: 'cde-vpc', x: 0.07, y: 0.12 }, 'private-a');
    await player.setField('IPv4 range', '10.0.1.0/24');
    await player.drag('Subnet', { in: 'cde-vpc', x: 0.51, y: 0.12 }, 'private-b');
    await player.setField('IPv4 range', '10.0.2.0/24');
    await player.setField('Availability Zone', 'b');
    expect(await player.node('private-b').getAttribute('aria-label')).toBe(
      'private-b, Subnet · 10.0.2.0/24 · Zone b, in cde-vpc',
    );

    await player.drag('Security group', { in: 'cde-vpc', x: 0.16, y: 0.6 }, 'caller-sg');
    await player.clickAndPlace('Security group', { in: 'cde-vpc', x: 0.42, y: 0.6 }, 'door-sg');
    const rules = await player.addRow('Inbound rules', 'inbound rule');
    await player.setField('Source security group', 'caller-sg', rules);
    // With something inside the VPC selected, Enter adds to the same VPC.
    await player.pressEnterOn('Security group', 'model-sg');
    await player.node('model-sg', 'Security group, in cde-vpc').waitFor();

    await player.drag('Interface endpoint', { in: 'cde-vpc', x: 0.16, y: 0.75 }, 'invoke-door');
    await player.setField('Subnets', ['private-a', 'private-b']);
    await player.setField('Security groups', ['door-sg']);
    await player.drag('Gateway endpoint', { in: 'cde-vpc', x: 0.42, y: 0.75 }, 's3-door');
    await player.connect(player.node('s3-door'), player.node('vpc-main-route-table'), 'bottom');
    await player.hears('s3-door now');
    await player.picture('04-network');
  });

  test('draws the caller, and sees a broken policy', async () => {
    await player.drag('Lambda function', { x: 560, y: 60 }, 'fraud-service');
    await player.setField('Subnets', ['private-a', 'private-b']);
    await player.setField('Security groups', ['caller-sg']);

    await player.drag('IAM role', { x: 720, y: 60 }, 'fraud-caller');
    await player.writePolicy('Trust policy', '{\n  "Version": "2012-10-17",\n  "Statement": [\n');
    const defects = player.inspector.getByText(/^Error, line \d/);
    await defects.first().waitFor();
    expect(await defects.first().locator('..').innerText()).toMatch(/Error, line \d.*\n.+\n.+/);
    await player.expectGoal('AWS accepts the design', 'Not met');
    await player.picture('05-broken-policy');
    await player.select('fraud-caller');
    await player.writePolicy('Trust policy', trust('lambda.amazonaws.com'));
    await expect.poll(() => defects.count()).toBe(0);

    await player.connect(player.node('fraud-service'), player.node('fraud-caller'));
    await player.choose('fraud-service runs as fraud-caller');
    await player.hears('fraud-service now runs as fraud-caller');
    await player.expectGoal('AWS accepts the design', 'Met');
  });

  test('draws the model, its data and its keys', async () => {
    await player.drag('KMS key', { x: 240, y: 470 }, 'cmk-fraud');
    await player.setField('Automatic rotation', true);
    await player.writePolicy('Key policy', keyPolicy(ACCOUNT));
    const key = await player.arn();

    const buckets: Record<string, string> = {};
    for (const [index, name] of ['fraud-artifacts', 'fraud-capture', 'fraud-audit'].entries()) {
      await player.drag('S3 bucket', { x: 80 + 160 * index, y: 360 }, name);
      const arn = (buckets[name] = await player.arn());
      await player.writePolicy('Bucket policy', bucketPolicy(arn, name === 'fraud-audit' ? ACCOUNT : undefined));
      await player.connect(player.node(name), player.node('cmk-fraud'), 'bottom');
      await player.hears(`${name} now encrypts with cmk-fraud`);
    }
    await player.expectGoal('Keys rotate every year', 'Met');
    await player.expectGoal('Buckets refuse plain HTTP', 'Met');
    await player.select('fraud-capture');
    await player.setField('Expire objects after', 30);

    await player.drag('IAM role', { x: 720, y: 330 }, 'fraud-execution');
    await player.writePolicy('Trust policy', trust('sagemaker.amazonaws.com'));
    const data = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'data', data);
    const { 'fraud-artifacts': artifacts = '', 'fraud-capture': capture = '' } = buckets;
    await player.writePolicy('Policy document', execution(artifacts, capture, key), data);

    await player.drag('SageMaker model', { x: 720, y: 240 }, 'fraud-model');
    await player.setField('Execution role', 'fraud-execution');
    await player.setField('Subnets', ['private-a', 'private-b']);
    await player.setField('Security groups', ['model-sg']);
    await player.connect(player.node('fraud-model'), player.node('fraud-artifacts'), 'bottom');
    await player.hears('fraud-model now loads artifacts from fraud-artifacts');
    await player.expectGoal('The model fetches its artefact', 'Met');

    // An endpoint comes with a configuration of its own.
    await player.drag('SageMaker endpoint', { x: 560, y: 150 }, 'fraud-endpoint');
    await player.select('endpoint-config');
    await player.setField('Name', 'fraud-config');
    await player.setField('Model', 'fraud-model');
    await player.setField('Volume key', 'cmk-fraud');
    await player.setField('Capture requests', true, player.part('Data capture'));
    await player.setField('Capture to', 'fraud-capture', player.part('Data capture'));
    await player.setField('Capture key', 'cmk-fraud', player.part('Data capture'));
    await misses('A zone may fail: the instances', /1/);
    await player.select('fraud-config');
    await player.setField('Instances', 2);
    await player.expectGoal('A zone may fail: the instances', 'Met');

    await player.expectGoal('The endpoint comes up and captures requests', 'Met');
    await player.picture('06-model');
  });

  test('is refused an edge that AWS does not have, and draws the right one', async () => {
    const { page } = tab;
    // A function has no edge to a VPC endpoint: said before the edge is let go, and after.
    await player.holdEdge(player.node('fraud-service'), player.node('invoke-door'), 'left');
    await player.canvas.getByText('A function calls the service.').waitFor();
    await player.picture('07-illegal-edge');
    await page.mouse.up();
    await player.hears('A function calls the service.');

    await player.connect(player.node('fraud-service'), player.node('fraud-endpoint'), 'bottom');
    await player.hears('fraud-service now calls fraud-endpoint');
    await misses('The fraud service gets a score', /fraud-service does not reach fraud-endpoint/);
    await player.picture('08-goal-not-met');
  });

  test('is shown the walk of the request, step by step', async () => {
    const steps = await player.watch('The fraud service gets a score');
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.slice(0, -1).every(({ verdict }) => verdict !== 'fail')).toBe(true);
    expect(steps.at(-1)?.verdict).toBe('fail');
    // The canvas and the list say the same of each step.
    for (const step of steps) expect(step.inTheList).toContain(step.onTheCanvas);
  });

  test('asks the model over a private path, and only from there', async () => {
    await player.select('fraud-endpoint');
    const endpoint = await player.arn();
    await player.select('fraud-caller');
    const policies = await player.addRow('Permissions policies', 'permissions policy');
    await player.setField('Name', 'invoke', policies);
    await player.writePolicy('Policy document', invoke(endpoint), policies);
    // Permission is not enough: the name still resolves to public addresses.
    await player.expectGoal('The fraud service gets a score', 'Not met');
    await player.select('invoke-door');
    await player.setField('Private DNS names', true);
    const door = (await player.arn()).split('/')[1] ?? '';
    await player.expectGoal('Card data stays off the internet path', 'Met');
    await player.expectGoal('The fraud service gets a score', 'Met');

    await misses('Stolen credentials are useless outside', /\w/);
    const before = await player.score();
    await player.select('fraud-caller');
    await player.inspector
      .getByRole('button', { name: /invoke/ })
      .first()
      .click();
    await player.writePolicy('Policy document', invoke(endpoint, door), player.part('Permissions policies'));
    await player.expectGoal('Stolen credentials are useless outside', 'Met');
    expect(await player.score()).toBe(before + 6);

    await player.undo();
    await player.expectGoal('Stolen credentials are useless outside', 'Not met');
    expect(await player.score()).toBe(before);
    await player.redo();
    await player.expectGoal('Stolen credentials are useless outside', 'Met');

    const steps = await player.watch('The fraud service gets a score');
    expect(steps.every(({ verdict }) => verdict !== 'fail')).toBe(true);
    expect(steps.map(({ onTheCanvas }) => onTheCanvas).join(' ')).toContain('invoke-door');
    await player.picture('10-private-path');
  });

  test('watches for drift, keeps an audit trail, and reaches 100 points', async () => {
    const { page } = tab;
    await player.canvas.getByRole('button', { name: 'Fit everything' }).click();
    await player.drag('Model Monitor schedule', { in: 'cmk-fraud', x: 2, y: 0.5 }, 'fraud-drift');
    await player.setField('Endpoint or batch job', 'fraud-endpoint');
    await player.setField('Execution role', 'fraud-execution');
    await player.setField('Baseline in', 'fraud-artifacts');
    await player.setField('Reports to', 'fraud-capture');
    await player.expectGoal('Input drift is seen within two hours', 'Met');

    await player.drag('SNS topic', { in: 'cmk-fraud', x: 4.6, y: 0.5 }, 'security-team');
    await player.setField('Encryption at rest', 'customer-managed');
    await player.setField('KMS key', 'cmk-fraud');
    await player.drag('CloudWatch alarm', { in: 'cmk-fraud', x: 3.3, y: 0.5 }, 'amount-drifts');
    await player.setField('Source', 'fraud-drift');
    await player.setField('Namespace', 'aws/sagemaker/Endpoints/data-metrics');
    await player.setField('Metric name', 'feature_baseline_drift_amount');
    await player.setField('Threshold', 0.1);
    await player.connect(player.node('amount-drifts'), player.node('security-team'));
    await player.hears('amount-drifts now notifies security-team');
    await misses('Somebody is told about drift', /\w/);
    await player.select('security-team');
    const subscriptions = await player.addRow('Subscriptions', 'subscription');
    await player.setField('Endpoint', 'security@northgate.example', subscriptions);
    await player.setField('Confirmed', true, subscriptions);
    await player.expectGoal('Somebody is told about drift', 'Met');
    await player.picture('11-before-the-trail');

    await player.drag('CloudTrail trail', { in: 'cmk-fraud', x: -0.6, y: 0.5 }, 'cde-trail');
    await player.setField('Log files to', 'fraud-audit');
    await player.setField('All Regions', true);
    await player.setField('Log file validation', true);
    await player.setField('KMS key', 'cmk-fraud');
    expect(await player.score()).toBe(94);
    await player.part('Data events').getByRole('combobox').selectOption('AWS::SageMaker::Endpoint');

    const solved = page.getByRole('dialog', { name: 'Everything is proved' });
    await solved.waitFor();
    const words = await solved.innerText();
    expect(words).toContain('100 of 100 points. 3 of 3 stars.');
    expect(words).toContain('Looking back');
    expect(await solved.locator('[data-lit]').count()).toBe(3);
    await player.picture('12-solved');
    await solved.getByRole('button', { name: 'Back to the canvas' }).click();
    expect(await player.score()).toBe(100);
    await player.picture('13-the-design');
  });

  test('finds the work again after a reload', async () => {
    const { page } = tab;
    await page.getByText(/^Saved /).waitFor();
    await expect.poll(() => savedNodes(tab)).toContain('cde-trail');
    await page.reload();
    await page.getByText(/Your work of .* is back/).waitFor();
    expect(await player.score()).toBe(100);
    await player.node('fraud-endpoint').waitFor();
    expect(await player.edge('fraud-service calls fraud-endpoint').count()).toBe(1);
    await player.picture('14-restored');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /list of scenarios/ }).click();
    await page
      .getByText(/^3 of \d+ stars$/)
      .first()
      .waitFor();
    await player.picture('15-home');
    expect(tab.complaints).toEqual([]);
  });
});

/** What the browser keeps of the work. */
async function savedNodes({ page }: Opened): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const texts = await Promise.all(
      names.map(
        (name) =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => {
              const db = opening.result;
              const store = db.objectStoreNames[0];
              if (store === undefined) return resolve('');
              const all = db.transaction(store).objectStore(store).getAll();
              all.onsuccess = () => resolve(JSON.stringify(all.result));
            };
          }),
      ),
    );
    return texts.join('\n');
  });
}
