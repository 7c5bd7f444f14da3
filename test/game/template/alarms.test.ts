import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';
import { faithful } from './faithful';
import { type Sketch, trusts } from './sketch';

/** Alarms in every form, on a stream that publishes its lag. */
const WATCHES = { source: 'stream', namespace: 'AWS/Kinesis', metricName: 'GetRecords.IteratorAgeMilliseconds' };
const DRAWN: Sketch = {
  stream: ['kinesis-stream'],
  role: ['iam-role', { trustPolicy: trusts('lambda.amazonaws.com') }],
  pager: ['lambda-function', { role: 'role' }],
  topic: ['sns-topic'],
  states: [
    'cloudwatch-alarm',
    { ...WATCHES, alarmActions: ['topic'], okActions: ['topic', 'pager'], insufficientDataActions: ['pager'] },
  ],
  unusual: [
    'cloudwatch-alarm',
    {
      ...WATCHES,
      comparison: 'LessThanLowerOrGreaterThanUpperThreshold',
      anomalyBand: 2.5,
      statistic: 'p90',
      period: 3600,
    },
  ],
  slowest: ['cloudwatch-alarm', { ...WATCHES, statistic: 'p99.9', lowSamples: 'ignore', threshold: 60_000 }],
};
const { json } = faithful(DRAWN);
const { Resources } = JSON.parse(json) as { Resources: Record<string, { Type: string; Properties: object }> };
const propertiesOf = (id: string) => Resources[id]?.Properties;

describe('what stands in the template', () => {
  test('a percentile has a property of its own', () => {
    expect(propertiesOf('Slowest')).toMatchObject({
      ExtendedStatistic: 'p99.9',
      EvaluateLowSampleCountPercentile: 'ignore',
    });
    expect(propertiesOf('Slowest')).not.toHaveProperty('Statistic');
    expect(propertiesOf('States')).not.toHaveProperty('ExtendedStatistic');
  });
  test('a band is an expression over the metric, and there is no threshold', () => {
    expect(propertiesOf('Unusual')).toMatchObject({
      Metrics: [
        {
          Id: 'm1',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/Kinesis',
              MetricName: WATCHES.metricName,
              Dimensions: [{ Name: 'StreamName', Value: 'stream' }],
            },
            Period: 3600,
            Stat: 'p90',
          },
        },
        { Id: 'ad1', Expression: 'ANOMALY_DETECTION_BAND(m1, 2.5)' },
      ],
      ThresholdMetricId: 'ad1',
    });
    for (const plain of ['Threshold', 'Period', 'Namespace', 'MetricName', 'ExtendedStatistic'])
      expect(propertiesOf('Unusual')).not.toHaveProperty(plain);
  });
  test.each([
    ['e1 / e2', false],
    ['ANOMALY_DETECTION_BAND(m2, 2)', false],
    ['ANOMALY_DETECTION_BAND(m1)', true],
  ])('of metric math only the band is understood: %s', (expression, understood) => {
    const back = importTemplate(json.replace('ANOMALY_DETECTION_BAND(m1, 2.5)', expression), catalog);
    expect(Object.keys(back.diagram?.nodes ?? {}).includes('unusual')).toBe(understood);
  });
  test('targets of the other states', () => {
    expect(propertiesOf('States')).toMatchObject({
      AlarmActions: [{ Ref: 'Topic' }],
      OKActions: [{ Ref: 'Topic' }, { 'Fn::GetAtt': ['Pager', 'Arn'] }],
      InsufficientDataActions: [{ 'Fn::GetAtt': ['Pager', 'Arn'] }],
    });
  });
});
