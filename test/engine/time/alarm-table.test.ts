import { expect, it } from 'vitest';
import { edit, outcome, WATCHED } from './designs';

/**
 * One row for each rule on a metric that a monitor or an instance publishes. Where it does not go off, the reason stands
 * in its name. Sources, by their key in the row.
 */
const SOURCES = {
  data: 'SageMaker developer guide, "CloudWatch metrics" of data quality; comparison_threshold is 0.1 by default',
  names: 'SageMaker Python SDK, dashboard of data quality: namespace without a leading slash, plural',
  quality: 'SageMaker developer guide, "Model quality metrics": predictions merged with labels, so as late as these',
  bias: 'SageMaker developer guide, "Measure post-training data and model bias": DPPL, AD and DI look at predictions, CI and DPL do not',
  fifths: 'SageMaker developer guide, "Disparate impact (DI)": 1 is parity; below 0.8 stands for the four-fifths rule',
  host: 'SageMaker developer guide, "Endpoint instance metrics": CPU counts 100 % for each core',
  disk: 'SageMaker developer guide, "Capture data": keep the use of disks below 75 %',
  points: 'CloudWatch user guide, "Evaluating an alarm": M data points of the last N periods',
  missing: 'CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data"',
} as const;
type Source = keyof typeof SOURCES;

const drift = { kind: 'input-drift', shift: 2 };
const concept = { kind: 'concept-drift', accuracyDrop: 0.15 };
const bias = { kind: 'bias-drift', gap: 0.2 };
const column = { kind: 'feature-schema-change', change: 'missing' };
const slow = { kind: 'latency', factor: 60 };
const full = { kind: 'capture-disk-full' };

const DATA = { namespace: 'aws/sagemaker/Endpoints/data-metrics', metricName: 'feature_baseline_drift_amount' };
const MODEL = { namespace: 'aws/sagemaker/Endpoints/model-metrics', metricName: 'accuracy' };
const BIAS = { namespace: 'aws/sagemaker/Endpoints/bias-metrics' };
const HOST = { source: 'scores', namespace: '/aws/sagemaker/Endpoints', period: 300 };
const below = { comparison: 'LessThanThreshold' };
const quality = { monitoringType: 'ModelQuality', groundTruth: 'data' };
const groups = { monitoringType: 'ModelBias', groundTruth: 'data' };
const LABELS = 6;

interface Row {
  readonly name: string;
  readonly source: Source;
  readonly alarm: Parameters<typeof edit>[1][string];
  readonly monitor?: Parameters<typeof edit>[1][string];
  readonly incident: object;
  /** hours until the alarm goes off at the latest; left out, it does not. */
  readonly within?: number;
}

const ROWS: readonly Row[] = [
  { name: 'drift above 0.1', source: 'data', alarm: { ...DATA, threshold: 0.1 }, incident: drift, within: 1.6 },
  {
    name: 'drift above 0.1: the inputs stay as they are',
    source: 'data',
    alarm: { ...DATA, threshold: 0.1 },
    incident: concept,
  },
  { name: 'drift above 1: a distance is at most 1', source: 'data', alarm: { ...DATA, threshold: 1 }, incident: drift },
  {
    name: 'drift of a feature that the monitor does not name',
    source: 'data',
    alarm: { ...DATA, metricName: 'feature_baseline_drift_age', threshold: 0.1 },
    incident: drift,
  },
  {
    name: 'the namespace of a page of AWS, which nothing publishes in',
    source: 'names',
    alarm: { ...DATA, namespace: '/aws/sagemaker/Endpoints/data-metric', threshold: 0.1 },
    incident: drift,
  },
  {
    name: 'completeness below 1, and a column is gone',
    source: 'data',
    alarm: { ...DATA, metricName: 'feature_completeness_amount', ...below, threshold: 1 },
    incident: column,
    within: 1.6,
  },
  {
    name: 'completeness below 1, and the values drift',
    source: 'data',
    alarm: { ...DATA, metricName: 'feature_completeness_amount', ...below, threshold: 1 },
    incident: drift,
  },
  {
    name: 'accuracy below 0.9',
    source: 'quality',
    alarm: { ...MODEL, ...below, threshold: 0.9 },
    monitor: quality,
    incident: concept,
    within: LABELS + 1.6,
  },
  {
    name: 'accuracy above 0.9: on from the start, so it says nothing',
    source: 'quality',
    alarm: { ...MODEL, threshold: 0.9 },
    monitor: quality,
    incident: concept,
  },
  {
    name: 'accuracy below 0.9, and inputs drift whose answers stay right',
    source: 'quality',
    alarm: { ...MODEL, ...below, threshold: 0.9 },
    monitor: quality,
    incident: drift,
  },
  {
    name: 'difference in positive predictions above 0.1',
    source: 'bias',
    alarm: { ...BIAS, metricName: 'bias_metric_DPPL', threshold: 0.1 },
    monitor: groups,
    incident: bias,
    within: LABELS + 1.6,
  },
  {
    name: 'accuracy difference above 0.1',
    source: 'bias',
    alarm: { ...BIAS, metricName: 'bias_metric_AD', threshold: 0.1 },
    monitor: groups,
    incident: bias,
    within: LABELS + 1.6,
  },
  {
    name: 'difference in positive labels above 0.1: the labels stay as they are',
    source: 'bias',
    alarm: { ...BIAS, metricName: 'bias_metric_DPL', threshold: 0.1 },
    monitor: groups,
    incident: bias,
  },
  {
    name: 'class imbalance above 0.5: the groups stay as large as they are',
    source: 'bias',
    alarm: { ...BIAS, metricName: 'bias_metric_CI', threshold: 0.5 },
    monitor: groups,
    incident: bias,
  },
  {
    name: 'disparate impact below 0.8',
    source: 'fifths',
    alarm: { ...BIAS, metricName: 'bias_metric_DI', ...below, threshold: 0.8 },
    monitor: groups,
    incident: bias,
    within: LABELS + 1.6,
  },
  {
    name: 'disparate impact above 0.8: on from the start',
    source: 'fifths',
    alarm: { ...BIAS, metricName: 'bias_metric_DI', threshold: 0.8 },
    monitor: groups,
    incident: bias,
  },
  {
    name: 'CPU above 20 %',
    source: 'host',
    alarm: { ...HOST, metricName: 'CPUUtilization', threshold: 20 },
    incident: slow,
    within: 0.2,
  },
  {
    name: 'CPU above 900 %: more than the cores give',
    source: 'host',
    alarm: { ...HOST, metricName: 'CPUUtilization', threshold: 900 },
    incident: slow,
  },
  {
    name: 'CPU of the invocation namespace',
    source: 'host',
    alarm: { ...HOST, namespace: 'AWS/SageMaker', metricName: 'CPUUtilization', threshold: 50 },
    incident: slow,
  },
  {
    name: 'memory above 80 %: the model needs no more than before',
    source: 'host',
    alarm: { ...HOST, metricName: 'MemoryUtilization', threshold: 80 },
    incident: slow,
  },
  {
    name: 'disk above 75 %',
    source: 'disk',
    alarm: { ...HOST, metricName: 'DiskUtilization', threshold: 75 },
    incident: full,
    within: 0.2,
  },
  {
    name: 'disk above 75, as a share of 1',
    source: 'disk',
    alarm: { ...HOST, metricName: 'DiskUtilization', threshold: 0.75 },
    incident: full,
  },
  {
    name: 'two of three hourly values',
    source: 'points',
    alarm: { ...DATA, threshold: 0.1, evaluationPeriods: 3, datapointsToAlarm: 2 },
    incident: drift,
    within: 2.6,
  },
  {
    name: 'three values of five minutes each, missing ones ignored: an hourly metric never has them',
    source: 'points',
    alarm: { ...DATA, threshold: 0.1, period: 300, evaluationPeriods: 3, treatMissingData: 'ignore' },
    incident: drift,
  },
  {
    name: 'the same with missing data missing: the one value counts once it is three periods old',
    source: 'missing',
    alarm: { ...DATA, threshold: 0.1, period: 300, evaluationPeriods: 3 },
    incident: drift,
    within: 1.8,
  },
  {
    name: 'no values are a breach, and the disk stops capture',
    source: 'missing',
    alarm: { ...DATA, threshold: 0.9, treatMissingData: 'breaching' },
    incident: full,
    within: 4,
  },
  {
    name: 'no values are fine, and the disk stops capture',
    source: 'missing',
    alarm: { ...DATA, threshold: 0.9, treatMissingData: 'notBreaching' },
    incident: full,
  },
];

it.each(ROWS)('$name', ({ alarm, monitor = {}, incident, within }) => {
  const found = outcome(
    edit(WATCHED, { alarm, drift: monitor }),
    { on: 'scores', ...incident },
    { hours: 50, traffic: { groundTruthDelayHours: LABELS } },
  );
  expect(found.prevented.holds).toBe(false);
  const { at } = found.notified;
  expect(found.detected.by.includes('alarm')).toBe(within !== undefined);
  expect(at === undefined).toBe(within === undefined);
  expect(((at ?? found.at) - found.at) / 3600).toBeLessThanOrEqual(within ?? 0);
});

it('every source is used, and every row stands once', () => {
  expect(new Set(ROWS.map(({ source }) => source))).toEqual(new Set(Object.keys(SOURCES)));
  expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
});
