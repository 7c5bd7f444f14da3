import { describe, expect, test } from 'vitest';
import { cloudFormation } from '../../src/catalog/sagemaker-monitoring-schedule/cloudformation';
import { everyHours, startHour } from '../../src/catalog/sagemaker-monitoring-schedule/expression';
import { kind as endpoint } from '../../src/catalog/sagemaker-endpoint/kind';
import { kind } from '../../src/catalog/sagemaker-monitoring-schedule/kind';
import { draw } from './drawing';
import { allow, complaints, meaning, outcome, role, type Sketch } from './meaning';

describe('schedule expressions', () => {
  test.each([
    ['cron(0 * ? * * *)', 1, 0],
    ['cron(0 8 ? * * *)', 24, 8],
    ['cron(0 00 ? * * *)', 24, 0],
    ['cron(0 17/12 ? * * *)', 12, 17],
    [' cron(0 0/1 ? * * *) ', 1, 0],
  ])('%s runs every %i h, from %i:00 UTC on', (expression, hours, start) => {
    expect(everyHours(expression)).toBe(hours);
    expect(startHour(expression)).toBe(start);
  });
  test.each([
    'cron(0/5 * ? * * *)',
    'cron(30 * ? * * *)',
    'cron(0 24 ? * * *)',
    'cron(0 0/25 ? * * *)',
    'cron(0 0/0 ? * * *)',
    'cron(0 8 ? * MON *)',
    'rate(1 hour)',
    'NOW',
    '',
  ])('AWS refuses %j', (scheduleExpression) => {
    expect(everyHours(scheduleExpression)).toBeUndefined();
    expect(kind.complete({ scheduleExpression }).issues.map(({ field }) => field)).toContain('scheduleExpression');
  });
  test('an hourly run must end in time', () => {
    const fields = (props: object) => kind.complete(props).issues.map(({ field }) => field);
    expect(fields({ maxRuntimeSeconds: 3600 })).toEqual([]);
    expect(fields({ maxRuntimeSeconds: 3600, monitoringType: 'ModelBias' })).toEqual(['maxRuntimeSeconds']);
    expect(
      fields({ maxRuntimeSeconds: 3600, monitoringType: 'ModelBias', scheduleExpression: 'cron(0 8 ? * * *)' }),
    ).toEqual([]);
  });
});

const drawn = draw({
  data: { kind, props: { endpoint: 'e', baseline: 'b', output: 'b' } },
  quality: {
    kind,
    props: { monitoringType: 'ModelQuality', scheduleExpression: 'cron(0 8 ? * * *)', groundTruth: 'b' },
  },
  silent: { kind, props: { publishMetrics: false } },
  odd: { kind, props: { scheduleExpression: 'rate(5 minutes)' } },
});

describe('metrics', () => {
  test('data quality: one drift metric a feature, hourly, in the namespace of the SDK', () => {
    expect(drawn.ask('data', 'metrics')?.filter(({ signal }) => signal === 'data-drift')).toEqual(
      ['amount', 'merchant_category'].map((name) => ({
        namespace: 'aws/sagemaker/Endpoints/data-metrics',
        metric: `feature_baseline_drift_${name}`,
        unit: 'None',
        min: 0,
        max: 1,
        signal: 'data-drift',
        schedule: 'data',
        every: 3600,
      })),
    );
  });
  test('model quality comes as often as it runs', () => {
    expect(drawn.ask('quality', 'metrics')?.find(({ metric }) => metric === 'accuracy')).toMatchObject({
      namespace: 'aws/sagemaker/Endpoints/model-metrics',
      every: 86_400,
    });
  });
  test('none when they are not published', () => expect(drawn.ask('silent', 'metrics')).toEqual([]));
});

test('only quality and bias need labels', () => {
  expect(drawn.ask('data', 'schedule')).toMatchObject({
    watches: 'data-quality',
    needsGroundTruth: false,
    everyHours: 1,
    hasBaseline: true,
  });
  expect(drawn.ask('quality', 'schedule')).toMatchObject({
    watches: 'model-quality',
    needsGroundTruth: true,
    groundTruth: 'b',
    hasBaseline: false,
  });
  expect(drawn.ask('odd', 'schedule')).not.toHaveProperty('everyHours');
});

const sketch = (props: object, ...statements: ReturnType<typeof allow>[]): Sketch => ({
  bucket: { kind: 's3-bucket' },
  role: role('sagemaker.amazonaws.com', ...statements),
  model: { kind: 'sagemaker-model', props: { role: 'role' } },
  config: {
    kind: 'sagemaker-endpoint-config',
    props: { model: 'model', dataCapture: { enabled: true, bucket: 'bucket' } },
  },
  endpoint: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
  monitor: {
    kind: 'sagemaker-monitoring-schedule',
    props: { endpoint: 'endpoint', role: 'role', baseline: 'bucket', output: 'bucket', ...props },
  },
});
const NEEDS = [
  allow('s3:ListBucket', 'arn:aws:s3:::bucket'),
  allow('s3:GetObject', ['arn:aws:s3:::bucket/capture/*', 'arn:aws:s3:::bucket/baseline/*']),
  allow('s3:PutObject', ['arn:aws:s3:::bucket/capture/*', 'arn:aws:s3:::bucket/monitoring/*']),
  allow('cloudwatch:PutMetricData'),
];

describe('the chain', () => {
  const chain = (facts: ReturnType<typeof meaning>) => facts.schedules.find(({ schedule }) => schedule === 'monitor');
  test('holds with exactly these permissions, and breaks without any one of them', () => {
    expect(chain(meaning(sketch({}, ...NEEDS)))).toMatchObject({ publishes: true, detectionHours: 1 + 20 / 60 });
    NEEDS.forEach((_, index) => {
      const facts = meaning(sketch({}, ...NEEDS.filter((__, other) => other !== index)));
      expect(chain(facts)?.publishes, `without statement ${index}`).toBe(false);
    });
  });
  test('publishing is limited by namespace', () => {
    const limited = {
      ...allow('cloudwatch:PutMetricData'),
      Condition: { StringEquals: { 'cloudwatch:namespace': 'AWS/SageMaker' } },
    };
    expect(outcome(meaning(sketch({}, ...NEEDS.slice(0, 3), limited)), 'monitor', 'cloudwatch:PutMetricData')).not.toBe(
      'allowed',
    );
  });
  test.each([
    ['no baseline', { baseline: '' }],
    ['no labels for model quality', { monitoringType: 'ModelQuality' }],
  ])('breaks with %s', (_, props) => {
    expect(chain(meaning(sketch(props, ...NEEDS)))?.publishes).toBe(false);
  });
});

describe('refusals', () => {
  const refused = (legacyServices: string[], props: object = {}, serverless = false) => {
    const drawing = sketch(props, ...NEEDS);
    const config = { kind: 'sagemaker-endpoint-config', props: { model: 'model', serverless } };
    return meaning({ ...drawing, ...(serverless && { config }) }, { legacyServices }).schedules[0]?.facet.refused;
  };
  test('a new account cannot use Model Monitor', () => expect(refused([])).toContain('closed to new customers'));
  test('bias needs Clarify', () => {
    expect(refused(['model-monitor'], { monitoringType: 'ModelBias' })).toContain('Clarify');
    expect(refused(['model-monitor'])).toBeUndefined();
  });
  test('serverless inference cannot be monitored', () =>
    expect(refused(['model-monitor', 'clarify'], {}, true)).toContain('serverless'));
});

test('template brings the job definition of its type', () => {
  const made = cloudFormation(drawn.node('quality') as never, drawn.context);
  expect(made.Properties).toMatchObject({ MonitoringScheduleConfig: { MonitoringType: 'ModelQuality' } });
  expect(made.With?.['JobDefinition']?.Type).toBe('AWS::SageMaker::ModelQualityJobDefinition');
});

test('it is refused on serverless inference, and in an account that is new', () => {
  const sketch = (serverless: boolean): Sketch => ({
    config: { kind: 'sagemaker-endpoint-config', props: { serverless } },
    scores: { kind: 'sagemaker-endpoint', props: { endpointConfig: 'config' } },
    monitor: { kind: 'sagemaker-monitoring-schedule', props: { endpoint: 'scores' } },
  });
  expect(complaints(meaning(sketch(true)), 'monitor')).toContain('endpoint');
  expect(complaints(meaning(sketch(false)), 'monitor')).not.toContain('endpoint');
  expect(complaints(meaning(sketch(false), { legacyServices: [] }), 'monitor')).toContain('monitoringType');
});

test('a run pays for its instances and for their storage', () => {
  const drawn = draw({
    e: { kind: endpoint },
    m: { kind, props: { endpoint: 'e', volumeSizeGb: 60, instanceCount: 2 } },
  });
  const items = drawn.ask('m', 'cost');
  const hours = 730 * (10 / 60) * 2;
  expect(items?.find(({ unit }) => unit === 'instance-hour')?.quantity).toBeCloseTo(hours);
  expect(items?.find(({ unit }) => unit === 'GB-month')?.quantity).toBeCloseTo((60 * hours) / 730);
});
