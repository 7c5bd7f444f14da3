import type { FacetContext, NodeOf } from '../../engine/facets';
import { capturedBy } from '../captured';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  nameInTemplate,
  part,
  plainName,
  present,
  reference,
  s3Address,
} from '../cloudformation';
import { clusterConfig, imageParameter, networkConfig } from '../sagemaker-template';
import { readSchedule } from './read-schedule';
import type { Props } from './props';
import { needsGroundTruth, usesClarify } from './requests';

export const SCHEDULE = 'AWS::SageMaker::MonitoringSchedule';
const IMAGE = 'MonitorImage';
const CLARIFY_IMAGE = 'ClarifyImage';

/** The schedule, and beside it the job definition of its type (`AWS::SageMaker::DataQualityJobDefinition` …). */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const type = props.monitoringType;
  const definition = plainName(`${plainName(name, 50)}-definition`);
  return {
    Type: SCHEDULE,
    Properties: {
      MonitoringScheduleName: plainName(name),
      MonitoringScheduleConfig: {
        MonitoringType: type,
        MonitoringJobDefinitionName: definition,
        ScheduleConfig: { ScheduleExpression: props.scheduleExpression },
      },
    },
    DependsOn: [part(id, 'JobDefinition')],
    Parameters: {
      [imageFor(type)]: imageParameter(usesClarify(type) ? 'SageMaker Clarify' : 'SageMaker Model Monitor'),
    },
    With: {
      JobDefinition: {
        Type: `AWS::SageMaker::${type}JobDefinition`,
        Properties: jobDefinition(props, definition, context),
        DependsOn:
          props.endpoint && !context.hasTrait(props.endpoint, 'sagemaker-transform-job') ? [props.endpoint] : [],
      },
    },
  };
}

/** AWS publishes one for each, in an account of its own in every Region. */
function imageFor(type: Props['monitoringType']): string {
  return usesClarify(type) ? CLARIFY_IMAGE : IMAGE;
}

function jobDefinition(props: Props, name: string, context: FacetContext): CloudFormation['Properties'] {
  const type = props.monitoringType;
  const source = context.node(props.endpoint);
  const batch = context.hasTrait(source?.id, 'sagemaker-transform-job') ? capturedBy(source, context) : undefined;
  const baseline = (file: string) => s3Address(props.baseline ?? '', `${props.baselinePrefix}/${file}`);
  const report = { LocalPath: '/opt/ml/processing/output' };
  return present({
    JobDefinitionName: name,
    RoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
    [`${type}AppSpecification`]: present({
      ImageUri: reference(imageFor(type)),
      Environment: { publish_cloudwatch_metrics: props.publishMetrics ? 'Enabled' : 'Disabled' },
      // The model that is simulated says yes or no.
      ProblemType: type === 'ModelQuality' ? 'BinaryClassification' : undefined,
      // Clarify is told its metrics by a file, which stands beside the baseline here.
      ConfigUri: usesClarify(type) && props.baseline ? baseline('analysis_config.json') : undefined,
    }),
    [`${type}BaselineConfig`]: props.baseline
      ? { ConstraintsResource: { S3Uri: baseline('constraints.json') } }
      : undefined,
    [`${type}JobInput`]: present({
      EndpointInput:
        props.endpoint && !batch
          ? { EndpointName: nameInTemplate(props.endpoint, context) ?? '', LocalPath: '/opt/ml/processing/input' }
          : undefined,
      BatchTransformInput: batch
        ? {
            DataCapturedDestinationS3Uri: s3Address(batch.bucket, batch.prefix),
            DatasetFormat: { Csv: { Header: false } },
            LocalPath: '/opt/ml/processing/input',
          }
        : undefined,
      GroundTruthS3Input:
        needsGroundTruth(props) && props.groundTruth
          ? { S3Uri: s3Address(props.groundTruth, props.groundTruthPrefix) }
          : undefined,
    }),
    [`${type}JobOutputConfig`]: props.output
      ? present({
          KmsKeyId: props.outputKmsKey ? attribute(props.outputKmsKey, 'Arn') : undefined,
          MonitoringOutputs: [{ S3Output: { ...report, S3Uri: s3Address(props.output, props.outputPrefix) } }],
        })
      : undefined,
    JobResources: {
      ClusterConfig: clusterConfig(props),
    },
    NetworkConfig: networkConfig(props),
    StoppingCondition:
      props.maxRuntimeSeconds === undefined ? undefined : { MaxRuntimeInSeconds: props.maxRuntimeSeconds },
  });
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'MonitoringScheduleArn',
  parameters: [IMAGE, CLARIFY_IMAGE],
  nodes: { [SCHEDULE]: { name: 'MonitoringScheduleName', props: readSchedule } },
});
