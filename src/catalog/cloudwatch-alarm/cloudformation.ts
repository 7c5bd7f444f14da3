import type { FacetContext, NodeOf } from '../../engine/facets';
import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  present,
  type Reading,
  type ReadProps,
  reference,
} from '../cloudformation';
import { dimensionsOf, readDimensions } from '../metric-dimensions';
import { isBand } from './band';
import type { Props } from './props';

export const ALARM = 'AWS::CloudWatch::Alarm';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  const Notes = notes(node, context);
  const dimensions = dimensionsOf(props.source, context);
  return {
    Type: ALARM,
    ...(Notes.length > 0 && { Notes }),
    Properties: present({
      AlarmName: node.name || undefined,
      ...watched(props, dimensions && dimensions.length > 0 ? [...dimensions] : undefined),
      EvaluationPeriods: props.evaluationPeriods,
      DatapointsToAlarm: props.datapointsToAlarm,
      ComparisonOperator: props.comparison,
      TreatMissingData: props.treatMissingData,
      ActionsEnabled: props.actionsEnabled,
      AlarmActions: actions(props.alarmActions, context),
      OKActions: actions(props.okActions, context),
      InsufficientDataActions: actions(props.insufficientDataActions, context),
    }),
  };
}

const BAND = /^ANOMALY_DETECTION_BAND\(\s*(\w+)\s*(?:,\s*(\d+(?:\.\d+)?)\s*)?\)$/;

/** One metric against a threshold; or, with a band, the metric beside an expression over it. */
function watched(props: Props, Dimensions: readonly Json[] | undefined): { readonly [property: string]: Json } {
  const { namespace: Namespace, metricName: MetricName, statistic, period: Period } = props;
  const metric = { Namespace, MetricName, ...(Dimensions && { Dimensions }) };
  if (isBand(props.comparison)) {
    return {
      Metrics: [
        { Id: 'm1', MetricStat: { Metric: metric, Period, Stat: statistic } },
        { Id: 'ad1', Expression: `ANOMALY_DETECTION_BAND(m1, ${props.anomalyBand})` },
      ],
      ThresholdMetricId: 'ad1',
    };
  }
  const percentile = /^p\d/.test(statistic);
  return {
    ...metric,
    ...(percentile
      ? { ExtendedStatistic: statistic, EvaluateLowSampleCountPercentile: props.lowSamples }
      : { Statistic: statistic }),
    Period,
    Threshold: props.threshold,
  };
}

/** `stat` and `named`: where its period and its name stand. */
function readMetric(reading: Reading, stat = '', named = '') {
  return {
    source: readSource(reading, `${named}Dimensions`),
    namespace: reading.text(`${named}Namespace`),
    metricName: reading.text(`${named}MetricName`),
    period: reading.number(`${stat}Period`),
  };
}

function readWatched(reading: Reading): ReadProps<Props> | string {
  const own = { lowSamples: reading.text('EvaluateLowSampleCountPercentile'), threshold: reading.number('Threshold') };
  if (!reading.has('Metrics')) {
    return {
      ...own,
      ...readMetric(reading),
      statistic: reading.text('ExtendedStatistic') ?? reading.text('Statistic'),
    };
  }
  const all = reading.list('Metrics');
  const [metric, ...others] = all.filter((one) => one.has('MetricStat'));
  const [expression, ...more] = all.filter((one) => one.has('Expression'));
  const [, of, width] = BAND.exec(expression?.text('Expression')?.trim() ?? '') ?? [];
  const whole = metric !== undefined && others.length === 0 && more.length === 0;
  const band = expression !== undefined && of === metric?.text('Id');
  const id = expression?.text('Id');
  const asked = reading.text('ThresholdMetricId');
  if (!whole || (expression && (!band || id !== asked)))
    return 'Of metric math, only an anomaly detection band over one metric is understood.';
  for (const one of all) one.skip('ReturnData', 'The alarm watches its metric.');
  return {
    ...own,
    ...readMetric(metric, 'MetricStat.', 'MetricStat.Metric.'),
    statistic: metric.text('MetricStat.Stat'),
    anomalyBand: width === undefined ? undefined : Number(width),
  };
}

function actions(ids: readonly NodeId[], context: FacetContext): readonly Json[] | undefined {
  if (ids.length === 0) return undefined;
  return ids.map((id) => (context.hasTrait(id, 'topic') ? reference(id) : attribute(id, 'Arn')));
}

/** A metric is its name and its dimensions together: with one dimension more it is another. */
function notes({ name, props }: NodeOf<Props>, context: FacetContext): readonly string[] {
  const source = context.node(props.source);
  if (!source || dimensionsOf(props.source, context) !== undefined) return [];
  return [`${name}: the code of ${source.name} decides the dimensions of its metrics. The template names none.`];
}

/** The dimension that says most names the source. */
function readSource(reading: Reading, path: string): string | undefined {
  return readDimensions(
    new Map(reading.list(path).map((one) => [one.text('Name') ?? '', { reading: one, path: 'Value' }])),
  );
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [ALARM]: {
      name: 'AlarmName',
      props(reading) {
        reading.skip('AlarmDescription', 'A description changes nothing here.');
        const metric = readWatched(reading);
        if (typeof metric === 'string') return metric;
        return {
          ...metric,
          evaluationPeriods: reading.number('EvaluationPeriods'),
          datapointsToAlarm: reading.number('DatapointsToAlarm'),
          comparison: reading.text('ComparisonOperator'),
          treatMissingData: reading.text('TreatMissingData'),
          actionsEnabled: reading.flag('ActionsEnabled'),
          alarmActions: reading.refs('AlarmActions'),
          okActions: reading.refs('OKActions'),
          insufficientDataActions: reading.refs('InsufficientDataActions'),
        };
      },
    },
  },
});
