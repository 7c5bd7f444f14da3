import type { FacetContext } from '../engine/facets';
import type { NetworkFacet } from '../engine/network/facets';
import type { Operation, Origin } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { refs } from '../model/field';
import { apiOperation } from './api';
import { arnName } from './arn';
import type { Placement } from './network-fields';

/** The service principal that assumes execution roles, and the event source of its CloudTrail records. */
export const SAGEMAKER = 'sagemaker.amazonaws.com';

type Resource =
  | 'model'
  | 'endpoint-config'
  | 'endpoint'
  | 'training-job'
  | 'processing-job'
  | 'transform-job'
  | 'notebook-instance'
  | 'notebook-instance-lifecycle-config'
  | 'monitoring-schedule';

/** IAM wants the name in lower case (service authorization reference of SageMaker). */
export function sageMakerArn(type: Resource, node: { readonly name: string }, { account }: FacetContext): string {
  return `arn:aws:sagemaker:${account.region}:${account.id}:${type}/${arnName(node.name).toLowerCase()}`;
}

/** A control-plane call: authorised by IAM, recorded as a management event. `role`: the execution role that it hands over. */
export function controlOperation(
  action: string,
  resource: string,
  resourceType: string,
  context: Operation['context'] = {},
  role?: NodeId,
): Operation {
  const api = { prefix: 'sagemaker', service: 'sagemaker.api', resource, resourceType };
  return apiOperation(api, action.slice('sagemaker:'.length), {
    context,
    ...(role !== undefined && { passes: [{ role, service: SAGEMAKER }] }),
  });
}

export function vpcFields(what: string) {
  return {
    subnets: refs('subnet', {
      title: 'Subnets',
      help: `Where SageMaker puts network interfaces for ${what}. Empty = a network of the service, with a way to the internet.`,
      aws: 'VpcConfig.Subnets',
      immutable: true,
    }),
    securityGroups: refs('security-group', {
      title: 'Security groups',
      help: 'They guard those network interfaces. AWS wants at least one as soon as there are subnets.',
      aws: 'VpcConfig.SecurityGroupIds',
      immutable: true,
    }),
  };
}

/** Interfaces of a container: never a public address, nothing listens, and no subnet means the service's own network. */
export function containerNetwork({ subnets, securityGroups }: Placement, isolated: boolean): NetworkFacet {
  return {
    role: 'interfaces',
    subnets,
    securityGroups,
    publicIp: 'never',
    withoutSubnets: 'service-managed',
    isolated,
    listens: [],
  };
}

/**
 * With `VpcConfig` the platform moves a job's data through the job's own interfaces ("Give SageMaker hosted
 * endpoints access to resources in your VPC": without a way to Amazon S3 the artifacts cannot be fetched).
 * With network isolation the container has no network, but the platform still moves the data. The network
 * topic knows one state per node, so an isolated node's data travels as `platform`.
 */
export function dataOrigin(node: NodeId, { subnets }: Placement, isolated: boolean): Origin {
  return subnets.length > 0 && !isolated ? { type: 'interfaces', node } : { type: 'platform' };
}

/** Condition keys that carry the placement: absent when there is none, which is what `Null` policies look at. */
export function placementContext({ subnets, securityGroups }: Placement): Record<string, readonly string[]> {
  return {
    ...(subnets.length > 0 && { 'sagemaker:VpcSubnets': subnets }),
    ...(securityGroups.length > 0 && { 'sagemaker:VpcSecurityGroupIds': securityGroups }),
  };
}

interface JobSettings extends Placement {
  readonly enableNetworkIsolation: boolean;
  readonly interContainerEncryption: boolean;
  readonly instanceType: string;
  readonly volumeKmsKey?: NodeId | undefined;
  readonly outputKmsKey?: NodeId | undefined;
}

/** The condition keys of creating a training or processing job (service authorization reference of SageMaker). */
export function jobContext(props: JobSettings, context: FacetContext): Record<string, readonly string[]> {
  const volumeKey = context.arn(props.volumeKmsKey);
  const outputKey = context.arn(props.outputKmsKey);
  return {
    ...placementContext(props),
    'sagemaker:NetworkIsolation': [String(props.enableNetworkIsolation)],
    'sagemaker:InterContainerTrafficEncryption': [String(props.interContainerEncryption)],
    'sagemaker:InstanceTypes': [props.instanceType],
    ...(volumeKey !== undefined && { 'sagemaker:VolumeKmsKeyArn': [volumeKey] }),
    ...(outputKey !== undefined && { 'sagemaker:OutputKmsKeyArn': [outputKey] }),
  };
}
