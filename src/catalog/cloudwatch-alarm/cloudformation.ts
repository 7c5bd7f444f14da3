import type { FacetContext, NodeOf } from '../../engine/facets';
import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  nameInTemplate,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import { idAt } from '../neighbour';
import type { Props } from './props';

export const ALARM = 'AWS::CloudWatch::Alarm';
const VARIANT = 'AllTraffic';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  const Notes = notes(node, context);
  return {
    Type: ALARM,
    ...(Notes.length > 0 && { Notes }),
    Properties: present({
      AlarmName: node.name || undefined,
      Namespace: props.namespace,
      MetricName: props.metricName,
      Dimensions: dimensions(props, context),
      Statistic: props.statistic,
      Period: props.period,
      EvaluationPeriods: props.evaluationPeriods,
      DatapointsToAlarm: props.datapointsToAlarm,
      Threshold: props.threshold,
      ComparisonOperator: props.comparison,
      TreatMissingData: props.treatMissingData,
      ActionsEnabled: props.actionsEnabled,
      AlarmActions:
        props.alarmActions.length > 0
          ? props.alarmActions.map((id) => (context.hasTrait(id, 'topic') ? reference(id) : attribute(id, 'Arn')))
          : undefined,
    }),
  };
}

/**
 * Dimensions are names. An endpoint and Model Monitor name the endpoint differently; a batch has none. Whoever publishes
 * metrics of their own chooses: here, none.
 */
function dimensions({ source }: Props, context: FacetContext): Json | undefined {
  const named = (Name: string, id: NodeId | undefined): Json[] =>
    id === undefined ? [] : [{ Name, Value: nameInTemplate(id, context) ?? '' }];
  if (context.hasTrait(source, 'sagemaker-endpoint'))
    return [...named('EndpointName', source), { Name: 'VariantName', Value: VARIANT }];
  if (source && context.hasTrait(source, 'certificate')) return [{ Name: 'CertificateArn', Value: reference(source) }];
  if (context.hasTrait(source, 'event-source')) return named('StreamName', source);
  if (!context.hasTrait(source, 'sagemaker-monitoring-schedule')) return undefined;
  const watched = idAt(context.node(source), 'endpoint');
  const endpoint = context.hasTrait(watched, 'sagemaker-endpoint') ? watched : undefined;
  return [...named('Endpoint', endpoint), ...named('MonitoringSchedule', source)];
}

/** A metric is its name and its dimensions together: with one dimension more it is another. */
function notes({ name, props }: NodeOf<Props>, context: FacetContext): readonly string[] {
  const source = context.node(props.source);
  if (!source || dimensions(props, context) !== undefined) return [];
  return [`${name}: the code of ${source.name} decides the dimensions of its metrics. The template names none.`];
}

/** The dimension that says most names the source: a schedule before its endpoint. */
function readSource(reading: Reading): string | undefined {
  const named = new Map(reading.list('Dimensions').map((one) => [one.text('Name') ?? '', one]));
  if (named.get('VariantName')?.text('Value') !== VARIANT)
    named.get('VariantName')?.skip('', 'There is one variant here.');
  const [schedule, endpoint] = [named.get('MonitoringSchedule'), named.get('Endpoint') ?? named.get('EndpointName')];
  const source = schedule?.ref('Value');
  if (source !== undefined) endpoint?.text('Value');
  return source ?? (endpoint ?? named.get('CertificateArn') ?? named.get('StreamName'))?.ref('Value');
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
          statistic: reading.text('Statistic'),
          period: reading.number('Period'),
          evaluationPeriods: reading.number('EvaluationPeriods'),
          datapointsToAlarm: reading.number('DatapointsToAlarm'),
          threshold: reading.number('Threshold'),
          comparison: reading.text('ComparisonOperator'),
          treatMissingData: reading.text('TreatMissingData'),
          actionsEnabled: reading.flag('ActionsEnabled'),
          alarmActions: reading.refs('AlarmActions'),
        };
      },
    },
  },
});
