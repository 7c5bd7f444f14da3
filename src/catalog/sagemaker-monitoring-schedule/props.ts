import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, int, someText, text } from '../../model/schema';
import { hasLocalStorage, jobInstanceType, LOCAL_STORAGE_LESSON } from '../ml-instances';
import { placementIssue } from '../network-fields';
import { vpcFields } from '../sagemaker';
import { everyHours, longestRun } from './expression';

const prefix = text(300);

const fields = {
  monitoringType: field(choice(['DataQuality', 'ModelQuality', 'ModelBias', 'ModelExplainability'], 'DataQuality'), {
    title: 'Monitor',
    help: 'DataQuality sees inputs change. Only ModelQuality, with labels, sees concept drift.',
    aws: 'MonitoringType',
  }),
  endpoint: ref('captures', {
    title: 'Endpoint or batch job',
    help: 'Whose captured requests are read.',
    aws: 'EndpointInput.EndpointName, BatchTransformInput',
  }),
  scheduleExpression: field(z._default(text(120), 'cron(0 * ? * * *)'), {
    title: 'Schedule',
    help: 'cron(0 * ? * * *) every hour, cron(0 8 ? * * *) daily at 08:00 UTC, cron(0 3/6 ? * * *) every 6 hours from 03:00 UTC on. Nothing shorter than an hour; a run may start up to 20 minutes late.',
    aws: 'ScheduleConfig.ScheduleExpression',
  }),
  role: ref('role', {
    title: 'Execution role',
    help: 'Each run is a processing job that works as this role.',
    aws: 'RoleArn',
  }),
  baseline: ref('bucket', {
    title: 'Baseline in',
    help: 'statistics.json and constraints.json of a baselining job. Without them a run finds nothing.',
    aws: 'BaselineConfig.ConstraintsResource.S3Uri',
  }),
  baselinePrefix: field(z._default(prefix, 'baseline'), {
    title: 'Baseline prefix',
    help: 'Where in the bucket the two files stand.',
    aws: 'BaselineConfig.ConstraintsResource.S3Uri',
  }),
  output: ref('bucket', {
    title: 'Reports to',
    help: 'Statistics and violations of each run.',
    aws: 'MonitoringOutputConfig.S3Uri',
  }),
  outputPrefix: field(z._default(prefix, 'monitoring'), {
    title: 'Reports prefix',
    help: 'The role needs s3:PutObject below it.',
    aws: 'MonitoringOutputConfig.S3Uri',
  }),
  outputKmsKey: ref('kms-key', {
    title: 'Reports key',
    help: 'Without it, the default encryption of the bucket decides.',
    aws: 'MonitoringOutputConfig.KmsKeyId',
  }),
  groundTruth: ref('bucket', {
    title: 'Ground truth in',
    help: 'Labels that arrive later. ModelQuality and ModelBias need them.',
    aws: 'GroundTruthS3Input.S3Uri',
  }),
  groundTruthPrefix: field(z._default(prefix, 'ground-truth'), {
    title: 'Ground truth prefix',
    help: 'Where in the bucket the labels arrive.',
    aws: 'GroundTruthS3Input.S3Uri',
  }),
  features: field(
    z._default(z.array(field(someText(100), { title: 'Feature' })).check(z.maxLength(50)), [
      'amount',
      'merchant_category',
    ]),
    {
      title: 'Features',
      help: 'Columns of the input. Data quality publishes feature_baseline_drift_<feature> for each.',
    },
  ),
  publishMetrics: field(flag(true), {
    title: 'Publish CloudWatch metrics',
    help: 'Without it a run writes reports and no alarm can see them.',
    aws: 'publish_cloudwatch_metrics',
  }),
  instanceType: jobInstanceType('ClusterConfig'),
  instanceCount: field(z._default(int(1, 100), 1), {
    title: 'Instances',
    help: 'Of each run. One is enough for most endpoints.',
    aws: 'ClusterConfig.InstanceCount',
  }),
  volumeSizeGb: field(z._default(int(1, 16_384), 20), {
    title: 'Volume size',
    help: 'ML storage of each instance. Captured data must fit.',
    unit: 'GB',
    aws: 'ClusterConfig.VolumeSizeInGB',
  }),
  volumeKmsKey: ref('kms-key', {
    title: 'Volume key',
    help: 'Encrypts the storage of the run, through a grant.',
    aws: 'ClusterConfig.VolumeKmsKeyId',
  }),
  ...vpcFields('the monitoring job'),
  enableNetworkIsolation: field(flag(false), {
    title: 'Network isolation',
    help: 'The container gets no network. The platform still moves data and metrics.',
    aws: 'NetworkConfig.EnableNetworkIsolation',
  }),
  interContainerEncryption: field(flag(false), {
    title: 'Inter-container traffic encryption',
    help: 'Matters with two or more instances.',
    aws: 'NetworkConfig.EnableInterContainerTrafficEncryption',
  }),
  maxRuntimeSeconds: field(z.optional(int(1, 86_400)), {
    title: 'Longest run',
    help: 'Hourly: at most 3600 s, and 1800 s for model quality and bias.',
    unit: 's',
    aws: 'StoppingCondition.MaxRuntimeInSeconds',
  }),
};

export const Props = z.strictObject(fields).check(
  z.superRefine((props, issues) => {
    const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
    const hours = everyHours(props.scheduleExpression);
    if (props.scheduleExpression.trim() === 'NOW') {
      refuse(
        'scheduleExpression',
        'NOW runs one job and then stops: nothing watches the endpoint afterwards. Write a cron expression.',
      );
    } else if (hours === undefined) {
      refuse(
        'scheduleExpression',
        'SageMaker takes hourly, daily and every-N-hours expressions only, such as cron(0 * ? * * *).',
      );
    }
    const longest = longestRun(props.monitoringType, hours);
    if (props.maxRuntimeSeconds !== undefined && props.maxRuntimeSeconds > longest) {
      refuse('maxRuntimeSeconds', `This monitor on this schedule may run for at most ${longest} s.`);
    }
    if (props.volumeKmsKey && hasLocalStorage(props.instanceType)) refuse('volumeKmsKey', LOCAL_STORAGE_LESSON);
    const issue = placementIssue(props);
    if (issue) issues.addIssue({ code: 'custom', ...issue });
  }),
);
export type Props = z.output<typeof Props>;
