import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { AlarmFacet } from '../../engine/monitoring/facets';
import type { Operation, RequestSpec, Signer } from '../../engine/request/facets';
import type { Json } from '../../model/json';
import { apiOperations } from '../api';
import { arnName } from '../arn';
import { serviceEvent } from '../aws-events';
import { messages } from '../deliveries';
import { ALARM } from './cloudformation';
import { isBand, SIDES } from './band';
import { cost } from './cost';
import type { Props } from './props';

type Alarm = NodeOf<Props>;

const COMPARISON = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '>=',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '<=',
} as const;

function rule({ comparison, threshold, anomalyBand }: Props): Pick<AlarmFacet, 'threshold' | 'comparison' | 'band'> {
  return isBand(comparison)
    ? { threshold: 0, comparison: '>', band: { width: anomalyBand, sides: SIDES[comparison] } }
    : { threshold, comparison: COMPARISON[comparison] };
}

function arnOf(node: Alarm, { account }: FacetContext): string {
  return `arn:aws:cloudwatch:${account.region}:${account.id}:alarm:${arnName(node.name)}`;
}

function alarm({ props }: Alarm): AlarmFacet {
  return {
    namespace: props.namespace,
    metric: props.metricName,
    ...(props.source && { source: props.source }),
    statistic: props.statistic,
    waitsForSamples: props.lowSamples === 'ignore' && !isBand(props.comparison),
    periodSeconds: props.period,
    evaluationPeriods: props.evaluationPeriods,
    datapointsToAlarm: props.datapointsToAlarm ?? props.evaluationPeriods,
    ...rule(props),
    missingData: props.treatMissingData,
    actionsEnabled: props.actionsEnabled,
    actions: props.alarmActions,
    otherActions: { OK: props.okActions, INSUFFICIENT_DATA: props.insufficientDataActions },
  };
}

/** CloudWatch acts in its own name. For Lambda it uses another service principal than for SNS. */
function requests(node: Alarm, context: FacetContext): readonly RequestSpec[] {
  const { actionsEnabled, alarmActions, okActions, insufficientDataActions } = node.props;
  if (!actionsEnabled) return [];
  const sourceArn = arnOf(node, context);
  const by = (principal: string): Signer => ({ type: 'service', principal, sourceArn });
  const sign = (topic: boolean) =>
    topic
      ? // What the default policy of a topic looks at. Only a sender inside the owner's account carries it.
        { signer: by('cloudwatch.amazonaws.com'), context: { 'AWS:SourceOwner': [context.account.id] } }
      : { signer: by('lambda.alarms.cloudwatch.amazonaws.com') };
  const all = [
    ...messages(node, { ids: alarmActions, field: 'alarmActions' }, sign, context),
    ...messages(node, { ids: okActions, field: 'okActions' }, sign, context),
    ...messages(node, { ids: insufficientDataActions, field: 'insufficientDataActions' }, sign, context),
  ];
  // The same message to the same target is one request, whatever state it tells.
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

function operations(node: Alarm, context: FacetContext): readonly Operation[] {
  const api = { prefix: 'cloudwatch', service: 'monitoring', eventSource: 'monitoring.amazonaws.com' };
  return apiOperations({ ...api, resourceType: ALARM, resource: arnOf(node, context) }, [
    'DescribeAlarms',
    'DisableAlarmActions',
    'DeleteAlarms',
  ]);
}

const CHANGE = 'CloudWatch Alarm State Change';

/** Every change of state is an event, whatever the actions are ("Alarm events and EventBridge"). */
function stateChange(
  node: Alarm,
  state: { readonly to: readonly string[]; readonly from: readonly string[] },
  context: FacetContext,
): Json {
  return serviceEvent(
    {
      source: 'aws.cloudwatch',
      type: CHANGE,
      resources: [arnOf(node, context)],
      detail: { alarmName: node.name, state: { value: state.to }, previousState: { value: state.from } },
    },
    context,
  );
}

const STATES = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];

export const facets: Facets<Props> = {
  arn: arnOf,
  alarm,
  requests,
  operations,
  events: (node, context) => [{ name: CHANGE, event: stateChange(node, { to: STATES, from: STATES }, context) }],
  time: (node, context) => ({ changes: (to, from) => stateChange(node, { to: [to], from: [from] }, context) }),
  cost,
};
