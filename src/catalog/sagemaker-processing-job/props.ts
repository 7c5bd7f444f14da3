import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, int, someText, text } from '../../model/schema';
import { hasLocalStorage, jobInstanceType, LOCAL_STORAGE_LESSON } from '../ml-instances';
import { placementIssue } from '../network-fields';
import { vpcFields } from '../sagemaker';

const prefix = text(300);

const fields = {
  purpose: field(choice(['processing', 'clarify-bias', 'clarify-explainability', 'monitor'], 'processing'), {
    title: 'Purpose',
    help: 'What the container does: your own code, an analysis of SageMaker Clarify, or a monitor that you write yourself.',
    aws: 'AppSpecification',
  }),
  role: ref('role', {
    title: 'Execution role',
    help: 'SageMaker assumes it to read, write and use keys; the code in the container acts as it.',
    aws: 'RoleArn',
  }),
  input: ref('bucket', {
    title: 'Input from',
    help: 'Read before the container starts.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  inputPrefix: field(z._default(prefix, 'input'), {
    title: 'Input prefix',
    help: 'The role needs s3:ListBucket on the bucket and s3:GetObject below this prefix.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  output: ref('bucket', {
    title: 'Results to',
    help: 'Data, reports or violations, written when the job ends.',
    aws: 'ProcessingOutputConfig.Outputs.S3Output.S3Uri',
  }),
  outputPrefix: field(z._default(prefix, 'output'), {
    title: 'Results prefix',
    help: 'The role needs s3:PutObject below it.',
    aws: 'ProcessingOutputConfig.Outputs.S3Output.S3Uri',
  }),
  outputKmsKey: ref('kms-key', {
    title: 'Results key',
    help: 'Without it, the default encryption of the bucket decides.',
    aws: 'ProcessingOutputConfig.KmsKeyId',
  }),
  model: ref('sagemaker-model', {
    title: 'Analysed model',
    help: 'For Clarify. It runs the model on an endpoint of its own for as long as the job takes. Bias before training needs none.',
    aws: 'AppSpecification (analysis_config)',
  }),
  monitored: ref('captures', {
    title: 'Monitored',
    help: 'For a monitor: whose captured requests it reads.',
  }),
  watches: field(choice(['data-quality', 'model-quality', 'model-bias', 'explainability'], 'data-quality'), {
    title: 'Looks for',
    help: 'For a monitor. Only model quality, with labels, sees concept drift.',
  }),
  baseline: ref('bucket', {
    title: 'Baseline in',
    help: 'For a monitor: statistics of the training data. Without them there is nothing to compare with.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  baselinePrefix: field(z._default(prefix, 'baseline'), {
    title: 'Baseline prefix',
    help: 'Where in the bucket it stands.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  groundTruth: ref('bucket', {
    title: 'Ground truth in',
    help: 'Labels that arrive later. Model quality and model bias need them.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  groundTruthPrefix: field(z._default(prefix, 'ground-truth'), {
    title: 'Ground truth prefix',
    help: 'Where in the bucket the labels arrive.',
    aws: 'ProcessingInputs.S3Input.S3Uri',
  }),
  features: field(
    z._default(z.array(field(someText(100), { title: 'Feature', help: 'A column.' })).check(z.maxLength(50)), [
      'amount',
      'merchant_category',
    ]),
    { title: 'Features', help: 'Columns of the input. Data quality publishes drift_<feature> for each.' },
  ),
  metricNamespace: field(z._default(text(255), 'ModelMonitoring'), {
    title: 'Namespace of its metrics',
    help: 'For a monitor: its code calls PutMetricData. Names that begin with AWS/ are reserved. Empty = it publishes nothing.',
    aws: 'PutMetricData.Namespace',
  }),
  everyHours: field(z.optional(int(1, 168)), {
    title: 'Runs every',
    help: 'An EventBridge schedule starts it. Empty = it runs once, when somebody starts it.',
    unit: 'h',
    aws: 'ScheduleExpression',
  }),
  scheduleRole: ref('role', {
    title: 'Role of the schedule',
    help: 'EventBridge Scheduler assumes it. It needs sagemaker:CreateProcessingJob, and iam:PassRole on the execution role.',
    aws: 'Target.RoleArn',
  }),
  instanceType: jobInstanceType('ClusterConfig'),
  instanceCount: field(z._default(int(1, 100), 1), {
    title: 'Instances',
    help: 'With two or more, they may talk to each other.',
    aws: 'ClusterConfig.InstanceCount',
  }),
  volumeSizeGb: field(z._default(int(1, 16_384), 30), {
    title: 'Volume size',
    help: 'ML storage of each instance.',
    unit: 'GB',
    aws: 'ClusterConfig.VolumeSizeInGB',
  }),
  volumeKmsKey: ref('kms-key', {
    title: 'Volume key',
    help: 'Encrypts the storage of the instances, through a grant.',
    aws: 'ClusterConfig.VolumeKmsKeyId',
  }),
  ...vpcFields('the processing container'),
  enableNetworkIsolation: field(flag(false), {
    title: 'Network isolation',
    help: 'The container gets no network at all, so its code cannot publish metrics. The platform still moves data.',
    aws: 'NetworkConfig.EnableNetworkIsolation',
  }),
  interContainerEncryption: field(flag(false), {
    title: 'Inter-container traffic encryption',
    help: 'Matters with two or more instances.',
    aws: 'NetworkConfig.EnableInterContainerTrafficEncryption',
  }),
  hoursPerRun: field(z._default(z.number().check(z.minimum(0), z.maximum(120)), 0.25), {
    title: 'One run takes',
    help: 'An estimate, for the cost only. AWS bills the seconds that a job runs.',
    unit: 'h',
  }),
};

export const Props = z.strictObject(fields).check(
  z.superRefine((props, issues) => {
    const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
    if (props.volumeKmsKey && hasLocalStorage(props.instanceType)) refuse('volumeKmsKey', LOCAL_STORAGE_LESSON);
    if (props.purpose === 'clarify-explainability' && props.input && !props.model)
      refuse('model', 'An explanation is of a model: connect the job to one.');
    if (/^aws\//i.test(props.metricNamespace))
      refuse('metricNamespace', 'Namespaces that begin with AWS/ belong to AWS. Choose another name.');
    const issue = placementIssue(props);
    if (issue) issues.addIssue({ code: 'custom', ...issue });
  }),
);
export type Props = z.output<typeof Props>;
