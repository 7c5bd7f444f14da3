import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import { attribute, type CloudFormationParameter, present, reference, type Reading } from './cloudformation';
import type { Placement } from './network-fields';

/** What SageMaker's resources share in CloudFormation, both directions: where they stand and what they run on. */

interface Cluster {
  readonly instanceType: string;
  readonly instanceCount: number;
  readonly volumeSizeGb: number;
  readonly volumeKmsKey?: NodeId | undefined;
}
interface JobNetwork extends Placement {
  readonly enableNetworkIsolation: boolean;
  readonly interContainerEncryption: boolean;
}

/** Which image runs is not drawn, so whoever makes the stack says it; `use` ends "container image for …". */
export function imageParameter(use: string): CloudFormationParameter {
  return {
    Type: 'String',
    Description: `Container image for ${use}: <account>.dkr.ecr.<Region>.amazonaws.com/<repository>:<tag>`,
    AllowedPattern: '\\S{1,255}',
  };
}

export function vpcConfig({ subnets, securityGroups }: Placement): Json | undefined {
  return subnets.length > 0
    ? { Subnets: subnets.map(reference), SecurityGroupIds: securityGroups.map((id) => attribute(id, 'GroupId')) }
    : undefined;
}

export function readVpcConfig(reading: Reading, at = 'VpcConfig') {
  return { subnets: reading.refs(`${at}.Subnets`), securityGroups: reading.refs(`${at}.SecurityGroupIds`) };
}

export function clusterConfig({ instanceType, instanceCount, volumeSizeGb, volumeKmsKey }: Cluster): Json {
  return present({
    InstanceType: instanceType,
    InstanceCount: instanceCount,
    VolumeSizeInGB: volumeSizeGb,
    VolumeKmsKeyId: volumeKmsKey ? attribute(volumeKmsKey, 'Arn') : undefined,
  });
}

export function readClusterConfig(reading: Reading, at: string) {
  return {
    instanceType: reading.text(`${at}.InstanceType`),
    instanceCount: reading.number(`${at}.InstanceCount`),
    volumeSizeGb: reading.number(`${at}.VolumeSizeInGB`),
    volumeKmsKey: reading.ref(`${at}.VolumeKmsKeyId`),
  };
}

/** `NetworkConfig` of a job. */
export function networkConfig({ enableNetworkIsolation, interContainerEncryption, ...placement }: JobNetwork): Json {
  return present({
    EnableNetworkIsolation: enableNetworkIsolation,
    EnableInterContainerTrafficEncryption: interContainerEncryption,
    VpcConfig: vpcConfig(placement),
  });
}

export function readNetworkConfig(reading: Reading) {
  return {
    enableNetworkIsolation: reading.flag('NetworkConfig.EnableNetworkIsolation'),
    interContainerEncryption: reading.flag('NetworkConfig.EnableInterContainerTrafficEncryption'),
    ...readVpcConfig(reading, 'NetworkConfig.VpcConfig'),
  };
}
