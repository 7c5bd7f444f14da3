import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, flag, int, text } from '../../model/schema';
import { STATISTICS } from '../statistics';

const PERCENTILES = ['p10', 'p50', 'p90', 'p95', 'p99', 'p99.9'] as const;

export const Props = z
  .strictObject({
    source: ref('metric-source', {
      title: 'Source',
      help: 'What publishes the metric: its dimensions follow from it.',
      aws: 'Dimensions',
    }),
    namespace: field(z._default(text(255), 'AWS/SageMaker'), {
      title: 'Namespace',
      help:
        'AWS/SageMaker for invocations, /aws/sagemaker/Endpoints for instances, aws/sagemaker/Endpoints/data-metrics for data quality, ' +
        'model-metrics, bias-metrics and explainability-metrics for the other monitors, AWS/Kinesis for streams.',
      aws: 'Namespace',
    }),
    metricName: field(z._default(text(255), ''), {
      title: 'Metric name',
      help:
        'ModelLatency, OverheadLatency, Invocations, Invocation4XXErrors, Invocation5XXErrors, InvocationModelErrors, CPUUtilization, ' +
        'feature_baseline_drift_<feature>, accuracy, bias_metric_DPPL, GetRecords.IteratorAgeMilliseconds. CloudWatch takes any name and waits for ever.',
      aws: 'MetricName',
    }),
    statistic: field(choice([...STATISTICS, ...PERCENTILES], 'Average'), {
      title: 'Statistic',
      help:
        'Error metrics are 0 or 1 per request: Average is their rate, Sum their number. p99 of a latency: what all but the slowest hundredth stay below. ' +
        'The simulation estimates percentiles from the mean and the extremes of each period.',
      aws: 'Statistic, ExtendedStatistic',
    }),
    lowSamples: field(choice(['evaluate', 'ignore'], 'evaluate'), {
      title: 'Too few samples',
      help: 'Whether a percentile counts although too few samples came: p99 wants 1000, p90 100.',
      aws: 'EvaluateLowSampleCountPercentile',
      when: { field: 'statistic', like: '^p' },
    }),
    period: field(z._default(int(10, 86_400), 300), {
      title: 'Period',
      help: '10, 20, 30 or a multiple of 60. At least as long as the metric takes to come.',
      unit: 's',
      aws: 'Period',
    }),
    evaluationPeriods: field(z._default(int(1, 8640), 1), {
      title: 'Evaluation periods',
      help: 'How many of the last periods are looked at (N).',
      aws: 'EvaluationPeriods',
    }),
    datapointsToAlarm: field(z.optional(int(1, 8640)), {
      title: 'Datapoints to alarm',
      help: 'How many of them must breach (M). Empty = all.',
      aws: 'DatapointsToAlarm',
    }),
    threshold: field(z._default(z.number(), 0), {
      title: 'Threshold',
      help: "In the metric's own unit. Latency comes in microseconds: 100 ms is 100000. 5 % of errors is 0.05.",
      aws: 'Threshold',
      when: { field: 'comparison', like: '^(?!.*(Lower|Upper))' },
    }),
    anomalyBand: field(z._default(z.number().check(z.positive()), 2), {
      title: 'Width of the band',
      help:
        'In standard deviations: wider means fewer alarms. CloudWatch learns what is usual from up to two weeks. ' +
        'The simulation takes the same hour of earlier days, and needs at least one.',
      aws: 'ANOMALY_DETECTION_BAND',
      when: { field: 'comparison', like: 'Lower|Upper' },
    }),
    comparison: field(
      choice(
        [
          'GreaterThanThreshold',
          'GreaterThanOrEqualToThreshold',
          'LessThanThreshold',
          'LessThanOrEqualToThreshold',
          'LessThanLowerOrGreaterThanUpperThreshold',
          'LessThanLowerThreshold',
          'GreaterThanUpperThreshold',
        ],
        'GreaterThanThreshold',
      ),
      {
        title: 'Comparison',
        help: 'Quality falls: watch accuracy with a "less than". Lower and Upper are the edges of a band of what is usual: anomaly detection.',
        aws: 'ComparisonOperator',
      },
    ),
    treatMissingData: field(choice(['missing', 'breaching', 'notBreaching', 'ignore'], 'missing'), {
      title: 'Missing data',
      help: 'What a period without data means.',
      aws: 'TreatMissingData',
    }),
    actionsEnabled: field(flag(true), {
      title: 'Actions enabled',
      help: 'Off = the alarm changes state and tells nobody.',
      aws: 'ActionsEnabled',
    }),
    alarmActions: refs('alarm-action', {
      title: 'Alarm actions',
      help: 'What is told when it goes to ALARM.',
      aws: 'AlarmActions',
    }),
    okActions: refs('alarm-action', {
      title: 'OK actions',
      help: 'What is told when it goes to OK: that it is over.',
      aws: 'OKActions',
    }),
    insufficientDataActions: refs('alarm-action', {
      title: 'Insufficient data actions',
      help: 'What is told when it goes to INSUFFICIENT_DATA: nothing publishes the metric any more.',
      aws: 'InsufficientDataActions',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      const { period, evaluationPeriods, datapointsToAlarm } = props;
      if (period % 60 !== 0 && period !== 10 && period !== 20 && period !== 30)
        refuse('period', 'A period is 10, 20 or 30 seconds, or a multiple of 60.');
      if (datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods) {
        refuse('datapointsToAlarm', 'Datapoints to alarm cannot exceed the evaluation periods.');
      }
      const longest = period >= 3600 ? 7 : 1;
      if (period * evaluationPeriods > longest * 86_400) {
        refuse(
          'evaluationPeriods',
          `Period times evaluation periods may be at most ${longest === 1 ? 'one day' : 'seven days'} here.`,
        );
      }
    }),
  );
export type Props = z.output<typeof Props>;
