import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { EventFacet, ScheduleFacet } from '../../engine/monitoring/facets';
import { stateChange } from '../aws-events';
import { keyedStore, volumeStore } from '../ml-storage';
import { measureIn } from '../monitor-metrics';
import { idAt, isOn } from '../neighbour';
import { containerNetwork, controlOperation, sageMakerArn } from '../sagemaker';
import { SCHEDULE } from './cloudformation';
import { cost } from './cost';
import { everyHours, startHour } from './expression';
import { metrics, published } from './metrics';
import type { Props } from './props';
import { needsGroundTruth, requests, usesClarify } from './requests';

type Schedule = NodeOf<Props>;

const WATCHES = {
  DataQuality: 'data-quality',
  ModelQuality: 'model-quality',
  ModelBias: 'model-bias',
  ModelExplainability: 'explainability',
} as const;

function refusal({ props }: Schedule, context: FacetContext): Refusal | undefined {
  const { legacyServices } = context.account;
  if (!legacyServices.includes('model-monitor')) {
    return {
      field: 'monitoringType',
      message:
        'Model Monitor is closed to new customers, and this account is new. Monitor with a processing job of your own and custom metrics.',
    };
  }
  if (usesClarify(props.monitoringType) && !legacyServices.includes('clarify')) {
    return {
      field: 'monitoringType',
      message: 'This monitor runs on SageMaker Clarify, which is closed to new customers, and this account is new.',
    };
  }
  const config = context.node(idAt(context.node(props.endpoint), 'endpointConfig'));
  return isOn(config, 'serverless')
    ? { field: 'endpoint', message: 'Model Monitor does not support serverless inference.' }
    : undefined;
}

function schedule(node: Schedule, context: FacetContext): ScheduleFacet {
  const { props } = node;
  const hours = everyHours(props.scheduleExpression);
  const refused = refusal(node, context);
  return {
    watches: WATCHES[props.monitoringType],
    ...(props.endpoint && { source: props.endpoint }),
    hasBaseline: Boolean(props.baseline),
    needsGroundTruth: needsGroundTruth(props),
    ...(props.groundTruth && { groundTruth: props.groundTruth }),
    ...(props.output && { output: props.output }),
    ...(hours !== undefined && { everyHours: hours, startHour: startHour(props.scheduleExpression) }),
    publishesMetrics: props.publishMetrics,
    ...(refused && { refused: refused.message }),
  };
}

/** Without a key of their own, reports are encrypted as their bucket encrypts by default: that is the bucket's store. */
function stores({ props }: Schedule): readonly Store[] {
  return [
    volumeStore({
      label: 'Volumes of the monitoring job',
      field: 'volumeKmsKey',
      instanceType: props.instanceType,
      key: props.volumeKmsKey,
      used: Boolean(props.endpoint),
    }),
    ...keyedStore(
      { id: 'output', label: 'Monitoring reports', field: 'outputKmsKey', used: Boolean(props.output) },
      props.outputKmsKey,
    ),
  ];
}

const EXITS = [
  'Completed: Job completed successfully with no violations.',
  'CompletedWithViolations: Job completed successfully with violations.',
] as const;

/** Each of its runs is a processing job, which says how it ended in its exit message (as far as we know). */
function runEnds(node: Schedule, exits: readonly string[], context: FacetContext): EventFacet {
  return stateChange('Processing Job', node, context, { ExitMessage: exits });
}

export const facets: Facets<Props> = {
  time: (node, context) => ({
    measures: (metric) => measureIn(published(node.props), metric),
    ran: (violations) => runEnds(node, [EXITS[violations ? 1 : 0]], context).event,
  }),
  arn: (node, context) => sageMakerArn('monitoring-schedule', node, context),
  network: (node) => containerNetwork(node.props, node.props.enableNetworkIsolation),
  operations: (node, context) => {
    const arn = sageMakerArn('monitoring-schedule', node, context);
    return [
      controlOperation('sagemaker:DescribeMonitoringSchedule', arn, SCHEDULE),
      controlOperation('sagemaker:StopMonitoringSchedule', arn, SCHEDULE),
      controlOperation('sagemaker:DeleteMonitoringSchedule', arn, SCHEDULE),
      { action: 'cloudwatch:PutMetricData', resource: '*', service: 'monitoring' },
    ];
  },
  requests,
  schedule,
  refusals: (node, context) => {
    const refused = refusal(node, context);
    return refused ? [refused] : [];
  },
  metrics,
  events: (node, context) => [
    stateChange('Monitoring Schedule', node, context, {
      MonitoringScheduleStatus: ['Pending', 'Scheduled', 'Failed', 'Stopped'],
    }),
    runEnds(node, EXITS, context),
  ],
  stores,
  cost,
};
