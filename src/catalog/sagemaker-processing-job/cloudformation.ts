import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  plainName,
  present,
  reference,
  s3Address,
  s3Key,
  type Reading,
  type ReadProps,
} from '../cloudformation';
import { capturedBy } from '../captured';
import {
  clusterConfig,
  imageParameter,
  networkConfig,
  readClusterConfig,
  readNetworkConfig,
} from '../sagemaker-template';
import type { Props } from './props';

export const PROCESSING_JOB = 'AWS::SageMaker::ProcessingJob';
const SCHEDULE = 'AWS::Scheduler::Schedule';
const START = 'arn:aws:scheduler:::aws-sdk:sagemaker:createProcessingJob';
const PURPOSE = 'PURPOSE';
const IMAGE = 'ProcessingImage';

/** The job, and the schedule that starts one like it every few hours. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { name, props } = node;
  const { everyHours, scheduleRole } = props;
  return {
    Type: PROCESSING_JOB,
    Properties: jobOf(node, context),
    Parameters: { [IMAGE]: imageParameter('processing jobs') },
    ...(everyHours !== undefined &&
      scheduleRole !== undefined && {
        With: {
          Schedule: {
            Type: SCHEDULE,
            Properties: {
              Name: plainName(`${plainName(name, 50)}-schedule`),
              FlexibleTimeWindow: { Mode: 'OFF' },
              ScheduleExpression: everyHours === 1 ? 'rate(1 hour)' : `rate(${everyHours} hours)`,
              Target: {
                Arn: START,
                RoleArn: attribute(scheduleRole, 'Arn'),
                Input: JSON.stringify({ ProcessingJobName: `${plainName(name, 50)}-<aws.scheduler.execution-id>` }),
              },
            },
          },
        },
        Notes: [
          `${name}: complete the schedule's Input with the parameters of the job; a template has them in two places.`,
        ],
      }),
  };
}

function jobOf({ name, props }: NodeOf<Props>, context: FacetContext): CloudFormation['Properties'] {
  const captured = props.purpose === 'monitor' ? capturedBy(context.node(props.monitored), context) : undefined;
  const inputs = [
    input('input', props.input, props.inputPrefix),
    input('captured', captured?.bucket, captured?.prefix ?? ''),
    input('baseline', props.baseline, props.baselinePrefix),
    input('ground-truth', props.groundTruth, props.groundTruthPrefix),
  ].flatMap((one) => one ?? []);
  return present({
    ProcessingJobName: plainName(name),
    RoleArn: props.role ? attribute(props.role, 'Arn') : undefined,
    AppSpecification: { ImageUri: reference(IMAGE) },
    Environment: { [PURPOSE]: props.purpose },
    ProcessingInputs: inputs.length > 0 ? inputs : undefined,
    ProcessingOutputConfig: props.output
      ? present({
          KmsKeyId: props.outputKmsKey ? attribute(props.outputKmsKey, 'Arn') : undefined,
          Outputs: [
            {
              OutputName: 'results',
              S3Output: {
                LocalPath: '/opt/ml/processing/output',
                S3UploadMode: 'EndOfJob',
                S3Uri: s3Address(props.output, props.outputPrefix),
              },
            },
          ],
        })
      : undefined,
    ProcessingResources: {
      ClusterConfig: clusterConfig(props),
    },
    NetworkConfig: networkConfig(props),
  });
}

function input(name: string, bucket: string | undefined, prefix: string): Json | undefined {
  if (!bucket) return undefined;
  return {
    InputName: name,
    S3Input: {
      LocalPath: `/opt/ml/processing/${name}`,
      S3DataType: 'S3Prefix',
      S3InputMode: 'File',
      S3Uri: s3Address(bucket, prefix),
    },
  };
}

const OUTPUT = 'ProcessingOutputConfig.Outputs[0]';

function readJob(reading: Reading): ReadProps<Props> {
  reading.skip('AppSpecification', 'What the container does is not simulated.');
  const inputs = new Map(reading.list('ProcessingInputs').map((one) => [one.text('InputName') ?? '', one]));
  for (const one of inputs.values())
    for (const path of ['LocalPath', 'S3DataType', 'S3InputMode']) one.text(`S3Input.${path}`);
  for (const path of ['OutputName', 'S3Output.LocalPath', 'S3Output.S3UploadMode']) reading.text(`${OUTPUT}.${path}`);
  inputs.get('captured')?.skip('', 'Follows from what is watched.');
  const at = (name: string) => inputs.get(name);
  const plain = at('input') ?? at('dataset');
  return {
    purpose: reading.text(`Environment.${PURPOSE}`),
    role: reading.ref('RoleArn'),
    input: plain?.ref('S3Input.S3Uri'),
    inputPrefix: s3Key(plain?.text('S3Input.S3Uri')),
    baseline: at('baseline')?.ref('S3Input.S3Uri'),
    baselinePrefix: s3Key(at('baseline')?.text('S3Input.S3Uri')),
    groundTruth: at('ground-truth')?.ref('S3Input.S3Uri'),
    groundTruthPrefix: s3Key(at('ground-truth')?.text('S3Input.S3Uri')),
    output: reading.ref(`${OUTPUT}.S3Output.S3Uri`),
    outputPrefix: s3Key(reading.text(`${OUTPUT}.S3Output.S3Uri`)),
    outputKmsKey: reading.ref('ProcessingOutputConfig.KmsKeyId'),
    ...readClusterConfig(reading, 'ProcessingResources.ClusterConfig'),
    ...readNetworkConfig(reading),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'ProcessingJobArn',
  parameters: [IMAGE],
  nodes: { [PROCESSING_JOB]: { name: 'ProcessingJobName', props: readJob } },
});
