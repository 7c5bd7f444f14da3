import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const ALARM = 'AWS::CloudWatch::Alarm';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  return {
    Type: ALARM,
    Properties: present({
      AlarmName: node.name,
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

/** Endpoint metrics and Model Monitor metrics name their endpoint differently. */
function dimensions({ source }: Props, context: FacetContext): Json | undefined {
  const node = context.node(source);
  if (!source || !node) return undefined;
  const endpoint = node.props['endpoint'];
  if (typeof endpoint === 'string') {
    return [
      { Name: 'Endpoint', Value: attribute(endpoint, 'EndpointName') },
      { Name: 'MonitoringSchedule', Value: node.name },
    ];
  }
  return [
    { Name: 'EndpointName', Value: attribute(source, 'EndpointName') },
    { Name: 'VariantName', Value: 'AllTraffic' },
  ];
}
