import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { attribute, present, reference, type CloudFormation } from '../cloudformation';
import type { Props } from './props';

export const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';

const s3 = (bucket: string, prefix: string): Json => ({ 'Fn::Join': ['/', ['s3:/', reference(bucket), prefix]] });

/** The schedule, and beside it the job definition of its type (`AWS::SageMaker::DataQualityJobDefinition` …). */
export function cloudFormation(node: NodeOf<Props>, { account }: FacetContext): CloudFormation {
  const { props } = node;
  const type = props.monitoringType;
  const definition = `${node.name}-definition`;
  return {
    Type: SCHEDULE,
    Properties: {
      MonitoringScheduleName: node.name,
      MonitoringScheduleConfig: {
        MonitoringType: type,
        MonitoringJobDefinitionName: definition,
        ScheduleConfig: { ScheduleExpression: props.scheduleExpression },
      },
    },
    With: {
      JobDefinition: {
        Type: `AWS::SageMaker::${type}JobDefinition`,
        Properties: jobDefinition(props, definition, account.region),
      },
    },
  };
}

function jobDefinition(props: Props, name: string, region: string): { readonly [key: string]: Json } {
  const type = props.monitoringType;
  const report = { LocalPath: '/opt/ml/processing/output' };
  return present({
    JobDefinitionName: name,
    RoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
    [`${type}AppSpecification`]: {
      ImageUri: `sagemaker-model-monitor-analyzer.${region}`,
      Environment: { publish_cloudwatch_metrics: props.publishMetrics ? 'Enabled' : 'Disabled' },
    },
    [`${type}BaselineConfig`]: props.baseline
      ? { ConstraintsResource: { S3Uri: s3(props.baseline, `${props.baselinePrefix}/constraints.json`) } }
      : undefined,
    [`${type}JobInput`]: present({
      EndpointInput: props.endpoint
        ? { EndpointName: attribute(props.endpoint, 'EndpointName'), LocalPath: '/opt/ml/processing/input' }
        : undefined,
      GroundTruthS3Input: props.groundTruth ? { S3Uri: s3(props.groundTruth, props.groundTruthPrefix) } : undefined,
    }),
    [`${type}JobOutputConfig`]: props.output
      ? present({
          KmsKeyId: props.outputKmsKey ? attribute(props.outputKmsKey, 'Arn') : undefined,
          MonitoringOutputs: [{ S3Output: { ...report, S3Uri: s3(props.output, props.outputPrefix) } }],
        })
      : undefined,
    JobResources: {
      ClusterConfig: present({
        InstanceType: props.instanceType,
        InstanceCount: props.instanceCount,
        VolumeSizeInGB: props.volumeSizeGb,
        VolumeKmsKeyId: props.volumeKmsKey ? attribute(props.volumeKmsKey, 'Arn') : undefined,
      }),
    },
    NetworkConfig: present({
      EnableNetworkIsolation: props.enableNetworkIsolation,
      EnableInterContainerTrafficEncryption: props.interContainerEncryption,
      VpcConfig:
        props.subnets.length > 0
          ? {
              Subnets: props.subnets.map(reference),
              SecurityGroupIds: props.securityGroups.map((id) => attribute(id, 'GroupId')),
            }
          : undefined,
    }),
    StoppingCondition:
      props.maxRuntimeSeconds === undefined ? undefined : { MaxRuntimeInSeconds: props.maxRuntimeSeconds },
  });
}
