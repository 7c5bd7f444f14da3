import type { AnyNode, FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { CaptureFacet } from '../../engine/monitoring/facets';
import type { Operation, RequestSpec } from '../../engine/request/facets';
import { stateChange } from '../aws-events';
import { grantRequest, setupRequest, writeRequests, type Worker } from '../execution-role';
import { volumeKeyOf } from '../ml-storage';
import { idAt, isOn, nameOf, numberAt, textAt } from '../neighbour';
import { type Variant, variantsOf } from '../variants';
import { controlOperation, SAGEMAKER, sageMakerArn } from '../sagemaker';
import { ENDPOINT } from './cloudformation';
import { cost } from './cost';
import { metrics } from './metrics';
import type { Props } from './props';
import { time } from './time';

type Endpoint = NodeOf<Props>;

function configOf(node: Endpoint, context: FacetContext): AnyNode | undefined {
  return context.node(node.props.endpointConfig);
}

function operations(node: Endpoint, context: FacetContext): readonly Operation[] {
  const arn = sageMakerArn('endpoint', node, context);
  // An asynchronous endpoint answers its own call only, which is a permission of its own.
  const invoke = isOn(configOf(node, context), 'async.enabled') ? 'InvokeEndpointAsync' : 'InvokeEndpoint';
  return [
    {
      action: `sagemaker:${invoke}`,
      resource: arn,
      service: 'sagemaker.runtime',
      // A data event of its own resource type: off by default, never in Event history.
      record: { category: 'data', resourceType: ENDPOINT, eventSource: SAGEMAKER, eventName: invoke },
    },
    controlOperation('sagemaker:DescribeEndpoint', arn, ENDPOINT),
    controlOperation('sagemaker:UpdateEndpoint', arn, ENDPOINT),
    controlOperation('sagemaker:DeleteEndpoint', arn, ENDPOINT),
    controlOperation('sagemaker:CreateEndpoint', arn, ENDPOINT),
  ];
}

function capture(node: Endpoint, context: FacetContext): CaptureFacet | undefined {
  const config = configOf(node, context);
  if (!config) return undefined;
  const bucket = idAt(config, 'dataCapture.bucket');
  return {
    enabled: isOn(config, 'dataCapture.enabled') && !isOn(config, 'serverless'),
    samplingPercent: numberAt(config, 'dataCapture.samplingPercent') ?? 0,
    ...(bucket !== undefined && { bucket }),
    input: isOn(config, 'dataCapture.input'),
    output: isOn(config, 'dataCapture.output'),
  };
}

/** SageMaker works for the endpoint with the execution role of each model. */
function requests(node: Endpoint, context: FacetContext): readonly RequestSpec[] {
  const config = configOf(node, context);
  if (!config) return [];
  return variantsOf(config).flatMap((variant, index) =>
    variantRequests(node, config, variant, context).map((spec) =>
      index === 0 ? spec : { ...spec, id: `${spec.id}/${index}`, title: `${spec.title} (variant ${variant.name})` },
    ),
  );
}

function variantRequests(
  node: Endpoint,
  config: AnyNode,
  variant: Variant,
  context: FacetContext,
): readonly RequestSpec[] {
  const role = idAt(context.node(variant.model), 'role');
  const worker: Worker = { node, role, origin: { type: 'platform' } };
  const volumeKey = variant.instances === 0 ? undefined : volumeKeyOf(variant.instanceType, idAt(config, 'kmsKey'));
  const captured = capture(node, context);
  return [
    ...grantRequest(worker, volumeKey, 'endpointConfig', context),
    ...writeRequests(
      worker,
      {
        bucket: captured?.enabled ? captured.bucket : undefined,
        prefix: [textAt(config, 'dataCapture.prefix'), node.name, variant.name].join('/'),
        key: idAt(config, 'dataCapture.kmsKey'),
        field: 'endpointConfig',
        what: `captured requests to ${nameOf(captured?.bucket, context)}`,
      },
      context,
    ),
    ...asyncRequests(worker, config, context),
    ...node.props.rollbackAlarms.map((alarm, index) =>
      setupRequest(worker, {
        action: 'cloudwatch:DescribeAlarms',
        to: alarm,
        field: `rollbackAlarms[${index}]`,
        title: `looks at ${nameOf(alarm, context)} while it deploys`,
      }),
    ),
  ];
}

/** Answers go to S3 and are announced, all with the execution role (who announces: as far as we know). */
function asyncRequests(worker: Worker, config: AnyNode, context: FacetContext): readonly RequestSpec[] {
  if (!isOn(config, 'async.enabled')) return [];
  const output = idAt(config, 'async.output');
  const topics = ['async.successTopic', 'async.errorTopic'].flatMap((path) => idAt(config, path) ?? []);
  return [
    ...writeRequests(
      worker,
      {
        bucket: output,
        prefix: textAt(config, 'async.outputPrefix'),
        key: idAt(config, 'async.kmsKey'),
        field: 'endpointConfig',
        what: `answers to ${nameOf(output, context)}`,
        defaultsToManagedKey: true,
      },
      context,
    ),
    ...[...new Set(topics)].map((topic) =>
      setupRequest(worker, {
        action: 'sns:Publish',
        to: topic,
        field: 'endpointConfig',
        title: `announces answers to ${nameOf(topic, context)}`,
      }),
    ),
  ];
}

/**
 * Events write IN_SERVICE where the API writes InService ("Events that Amazon SageMaker AI sends to Amazon EventBridge");
 * the statuses are those of DescribeEndpoint, which knows none for an endpoint that is gone.
 */
const EVENT_STATUSES = [
  'OUT_OF_SERVICE',
  'CREATING',
  'UPDATING',
  'SYSTEM_UPDATING',
  'ROLLING_BACK',
  'IN_SERVICE',
  'DELETING',
  'FAILED',
  'UPDATE_ROLLBACK_FAILED',
];

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => sageMakerArn('endpoint', node, context),
  operations,
  requests,
  capture,
  metrics: (node, context) => metrics(configOf(node, context)),
  events: (node, context) => [
    stateChange('Endpoint', node, context, {
      EndpointStatus: EVENT_STATUSES,
    }),
  ],
  cost: (node, context) => cost(configOf(node, context)),
};
