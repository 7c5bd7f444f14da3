import type { FacetContext, NodeOf } from '../../engine/facets';
import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { attribute, type CloudFormation, defineTemplate, present, type Reading, reference } from '../cloudformation';
import { dimensionsOf, readDimensions } from '../metric-dimensions';
import type { Props } from './props';

export const ALARM = 'AWS::CloudWatch::Alarm';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  const Notes = notes(node, context);
  const dimensions = dimensionsOf(props.source, context);
  const percentile = /^p\d/.test(props.statistic);
  return {
    Type: ALARM,
    ...(Notes.length > 0 && { Notes }),
    Properties: present({
      AlarmName: node.name || undefined,
      Namespace: props.namespace,
      MetricName: props.metricName,
      Dimensions: dimensions && dimensions.length > 0 ? [...dimensions] : undefined,
      ...(percentile
        ? { ExtendedStatistic: props.statistic, EvaluateLowSampleCountPercentile: props.lowSamples }
        : { Statistic: props.statistic }),
      Period: props.period,
      EvaluationPeriods: props.evaluationPeriods,
      DatapointsToAlarm: props.datapointsToAlarm,
      Threshold: props.threshold,
      ComparisonOperator: props.comparison,
      TreatMissingData: props.treatMissingData,
      ActionsEnabled: props.actionsEnabled,
      AlarmActions: actions(props.alarmActions, context),
      OKActions: actions(props.okActions, context),
      InsufficientDataActions: actions(props.insufficientDataActions, context),
    }),
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
function readSource(reading: Reading): string | undefined {
  return readDimensions(
    new Map(reading.list('Dimensions').map((one) => [one.text('Name') ?? '', { reading: one, path: 'Value' }])),
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
        return {
          source: readSource(reading),
          namespace: reading.text('Namespace'),
          metricName: reading.text('MetricName'),
          statistic: reading.text('ExtendedStatistic') ?? reading.text('Statistic'),
          lowSamples: reading.text('EvaluateLowSampleCountPercentile'),
          period: reading.number('Period'),
          evaluationPeriods: reading.number('EvaluationPeriods'),
          datapointsToAlarm: reading.number('DatapointsToAlarm'),
          threshold: reading.number('Threshold'),
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
