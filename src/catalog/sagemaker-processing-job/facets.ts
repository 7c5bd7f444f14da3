import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { ScheduleFacet } from '../../engine/monitoring/facets';
import type { Operation } from '../../engine/request/facets';
import { stateChange } from '../aws-events';
import { keyedStore, volumeStore } from '../ml-storage';
import { containerNetwork, controlOperation, jobContext, SAGEMAKER, sageMakerArn } from '../sagemaker';
import { PROCESSING_JOB } from './cloudformation';
import { cost } from './cost';
import { measureIn } from '../monitor-metrics';
import { metrics, published, publishes } from './metrics';
import type { Props } from './props';
import { isClarify, needsGroundTruth, requests } from './requests';

type Job = NodeOf<Props>;

function operations(node: Job, context: FacetContext): readonly Operation[] {
  const { props } = node;
  const arn = sageMakerArn('processing-job', node, context);
  // The endpoint that Clarify starts for the time of the analysis; its name is ours.
  const shadow = `arn:aws:sagemaker:${context.account.region}:${context.account.id}:endpoint/sagemaker-clarify-endpoint`;
  return [
    controlOperation('sagemaker:CreateProcessingJob', arn, PROCESSING_JOB, jobContext(props, context), props.role),
    controlOperation('sagemaker:DescribeProcessingJob', arn, PROCESSING_JOB),
    controlOperation('sagemaker:StopProcessingJob', arn, PROCESSING_JOB),
    ...(isClarify(props)
      ? [
          controlOperation('sagemaker:CreateEndpoint', shadow, 'AWS::SageMaker::Endpoint'),
          {
            action: 'sagemaker:InvokeEndpoint',
            resource: shadow,
            service: 'sagemaker.runtime',
            record: {
              category: 'data',
              resourceType: 'AWS::SageMaker::Endpoint',
              eventSource: SAGEMAKER,
              eventName: 'InvokeEndpoint',
            },
          } as const,
        ]
      : []),
    ...(props.purpose === 'monitor'
      ? [{ action: 'cloudwatch:PutMetricData', resource: '*', service: 'monitoring' }]
      : []),
  ];
}

function schedule({ props }: Job): ScheduleFacet | undefined {
  if (props.purpose !== 'monitor') return undefined;
  return {
    watches: props.watches,
    ...(props.monitored && { source: props.monitored }),
    hasBaseline: Boolean(props.baseline),
    needsGroundTruth: needsGroundTruth(props),
    ...(props.groundTruth && { groundTruth: props.groundTruth }),
    ...(props.output && { output: props.output }),
    ...(props.everyHours === undefined
      ? { refused: 'Nothing starts it again and again. Set "Runs every", or let somebody start it by hand each time.' }
      : { everyHours: props.everyHours }),
    publishesMetrics: publishes(props),
  };
}

/** Without a key of their own, results are encrypted as their bucket encrypts by default: that is the bucket's store. */
function stores({ props }: Job): readonly Store[] {
  return [
    volumeStore({
      label: 'Volumes of the job',
      field: 'volumeKmsKey',
      instanceType: props.instanceType,
      key: props.volumeKmsKey,
      used: true,
    }),
    ...keyedStore(
      { id: 'output', label: 'Results', field: 'outputKmsKey', used: Boolean(props.output) },
      props.outputKmsKey,
    ),
  ];
}

export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('processing-job', node, context),
  network: ({ props }) => containerNetwork(props, props.enableNetworkIsolation),
  operations,
  requests,
  schedule,
  metrics,
  events: (node, context) => [stateChange('Processing Job', node, context)],
  stores,
  cost,
  refusals: ({ props }, { account }) =>
    isClarify(props) && !account.legacyServices.includes('clarify')
      ? [
          {
            field: 'purpose',
            message:
              'SageMaker Clarify is closed to new customers, and this account is new. Compute the bias metrics, or SHAP values, in code of your own: purpose "processing" or "monitor".',
          },
        ]
      : [],
  time: ({ props }) => ({ measures: (metric) => measureIn(published(props), metric) }),
};
