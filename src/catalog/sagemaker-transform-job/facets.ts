import type { AnyNode, FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Store } from '../../engine/encryption/facets';
import type { CaptureFacet } from '../../engine/monitoring/facets';
import type { NetworkFacet } from '../../engine/network/facets';
import type { Operation, RequestSpec } from '../../engine/request/facets';
import { stateChange } from '../aws-events';
import { capturedBy } from '../captured';
import { grantRequest, outputRequests, readRequests, type Worker, writeRequests } from '../execution-role';
import { ML_INSTANCES } from '../ml-instances';
import { keyedStore, outputStore, volumeKeyOf, volumeStore } from '../ml-storage';
import { idAt, idsAt, isOn, nameOf } from '../neighbour';
import type { Placement } from '../network-fields';
import { containerNetwork, controlOperation, dataOrigin, sageMakerArn } from '../sagemaker';
import { TRANSFORM_JOB } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

type Job = NodeOf<Props>;

/** Everything about the network is the model's. */
function placementOf(model: AnyNode | undefined): Placement {
  return { subnets: idsAt(model, 'subnets'), securityGroups: idsAt(model, 'securityGroups') };
}

function network({ props }: Job, context: FacetContext): NetworkFacet {
  const model = context.node(props.model);
  return containerNetwork(placementOf(model), isOn(model, 'enableNetworkIsolation'));
}

function operations(node: Job, context: FacetContext): readonly Operation[] {
  const { props } = node;
  const arn = sageMakerArn('transform-job', node, context);
  const [volumeKey, outputKey] = [context.arn(props.volumeKmsKey), context.arn(props.outputKmsKey)];
  return [
    controlOperation('sagemaker:CreateTransformJob', arn, TRANSFORM_JOB, {
      'sagemaker:InstanceTypes': [props.instanceType],
      ...(volumeKey !== undefined && { 'sagemaker:VolumeKmsKeyArn': [volumeKey] }),
      ...(outputKey !== undefined && { 'sagemaker:OutputKmsKeyArn': [outputKey] }),
    }),
    controlOperation('sagemaker:DescribeTransformJob', arn, TRANSFORM_JOB),
    controlOperation('sagemaker:StopTransformJob', arn, TRANSFORM_JOB),
  ];
}

function requests(node: Job, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const model = context.node(props.model);
  const origin = dataOrigin(node.id, placementOf(model), isOn(model, 'enableNetworkIsolation'));
  const worker: Worker = { node, role: idAt(model, 'role'), origin };
  const captured = capturedBy(node, context);
  return [
    ...readRequests(
      worker,
      {
        bucket: props.input,
        prefix: props.inputPrefix,
        field: 'input',
        what: `records in ${nameOf(props.input, context)}`,
      },
      context,
    ),
    ...grantRequest(worker, volumeKeyOf(props.instanceType, props.volumeKmsKey), 'volumeKmsKey', context),
    ...outputRequests(worker, props, 'predictions', context, true),
    ...writeRequests(
      worker,
      {
        bucket: captured?.bucket,
        prefix: captured?.prefix ?? '',
        key: props.dataCapture.kmsKey,
        field: 'dataCapture.bucket',
        what: `captured records to ${nameOf(captured?.bucket, context)}`,
      },
      context,
    ),
  ];
}

/** A job captures whole: there is no sampling, and input and output are both kept. */
function capture({ props: { dataCapture } }: Job): CaptureFacet {
  return {
    enabled: dataCapture.enabled,
    samplingPercent: 100,
    ...(dataCapture.bucket && { bucket: dataCapture.bucket }),
    input: true,
    output: true,
  };
}

function stores({ props }: Job): readonly Store[] {
  const { dataCapture } = props;
  return [
    volumeStore({
      label: 'Instance volumes',
      field: 'volumeKmsKey',
      instanceType: props.instanceType,
      key: props.volumeKmsKey,
      used: true,
    }),
    outputStore('Predictions', props),
    ...keyedStore(
      { id: 'capture', label: 'Captured records', field: 'dataCapture.kmsKey', used: dataCapture.enabled },
      dataCapture.kmsKey,
    ),
  ];
}

export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('transform-job', node, context),
  network,
  operations,
  requests,
  capture,
  events: (node, context) => [stateChange('Transform Job', node, context)],
  stores,
  cost,
  time: ({ props }, context) => ({
    serves: {
      instances: props.instanceCount,
      workers: ML_INSTANCES[props.instanceType]?.vcpus ?? 1,
      subnets: idsAt(context.node(props.model), 'subnets'),
      rollout: { strategy: 'all-at-once', stepPercent: 100, waitSeconds: 0, terminationWaitSeconds: 0, alarms: [] },
      rollback: 'sagemaker:StopTransformJob',
      ownPerHour: props.recordsPerDay / 24,
    },
  }),
};
