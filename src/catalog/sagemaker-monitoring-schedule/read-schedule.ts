import { type Reading, type ReadProps, s3Key } from '../cloudformation';
import { readClusterConfig, readNetworkConfig } from '../sagemaker-template';
import type { Props } from './props';

const CONFIG = 'MonitoringScheduleConfig';

/** A definition of its own has properties prefixed with its type; the one inside the schedule has other names. */
function placesOf(type: string, own: boolean) {
  return own
    ? {
        environment: `${type}AppSpecification.Environment`,
        work: ['ImageUri', 'ProblemType', 'ConfigUri'].map((name) => `${type}AppSpecification.${name}`),
        baseline: `${type}BaselineConfig`,
        input: `${type}JobInput`,
        output: `${type}JobOutputConfig`,
        cluster: 'JobResources.ClusterConfig',
      }
    : {
        environment: 'Environment',
        work: ['MonitoringAppSpecification.ImageUri'],
        baseline: 'BaselineConfig',
        input: 'MonitoringInputs[0]',
        output: 'MonitoringOutputConfig',
        cluster: 'MonitoringResources.ClusterConfig',
      };
}

export function readSchedule(reading: Reading): ReadProps<Props> {
  const followed = reading.follow(`${CONFIG}.MonitoringJobDefinitionName`);
  const inline = reading.list(`${CONFIG}.MonitoringJobDefinition`)[0];
  const fromType = /::(\w+)JobDefinition$/.exec(followed?.type ?? '')?.[1];
  const type = reading.text(`${CONFIG}.MonitoringType`) ?? fromType;
  const props = {
    monitoringType: type,
    scheduleExpression: reading.text(`${CONFIG}.ScheduleConfig.ScheduleExpression`),
  };
  const job = followed ?? inline;
  return job ? { ...props, ...readJob(job, placesOf(type ?? 'DataQuality', followed !== undefined)) } : props;
}

function readJob(job: Reading, at: ReturnType<typeof placesOf>): ReadProps<Props> {
  job.text('JobDefinitionName');
  for (const path of at.work) job.skip(path, 'What the container does is not simulated.');
  for (const path of [`${at.input}.EndpointInput.LocalPath`, `${at.output}.MonitoringOutputs[0].S3Output.LocalPath`]) {
    job.skip(path, 'Paths inside the container change nothing here.');
  }
  const metrics = job.text(`${at.environment}.publish_cloudwatch_metrics`);
  const constraints = `${at.baseline}.ConstraintsResource.S3Uri`;
  const output = `${at.output}.MonitoringOutputs[0].S3Output.S3Uri`;
  const truth = `${at.input}.GroundTruthS3Input.S3Uri`;
  return {
    endpoint: job.ref(`${at.input}.EndpointInput.EndpointName`),
    role: job.ref('RoleArn'),
    baseline: job.ref(constraints),
    baselinePrefix: s3Key(job.text(constraints))?.replace(/\/?[^/]*\.json$/, ''),
    output: job.ref(output),
    outputPrefix: s3Key(job.text(output)),
    outputKmsKey: job.ref(`${at.output}.KmsKeyId`),
    groundTruth: job.ref(truth),
    groundTruthPrefix: s3Key(job.text(truth)),
    publishMetrics: metrics === undefined ? undefined : metrics === 'Enabled',
    ...readClusterConfig(job, at.cluster),
    ...readNetworkConfig(job),
    maxRuntimeSeconds: job.number('StoppingCondition.MaxRuntimeInSeconds'),
  };
}
