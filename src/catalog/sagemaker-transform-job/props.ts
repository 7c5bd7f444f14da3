import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag, int, text } from '../../model/schema';
import { hasLocalStorage, jobInstanceType, LOCAL_STORAGE_LESSON } from '../ml-instances';

const prefix = text(300);

const DataCapture = z.strictObject({
  enabled: field(flag(false), {
    title: 'Capture data',
    help: 'Keeps inputs and outputs of the job, so that a monitor can read them.',
    aws: 'DataCaptureConfig',
  }),
  bucket: ref('bucket', {
    title: 'Capture to',
    help: 'The raw records: personal data at rest, once more.',
    aws: 'DataCaptureConfig.DestinationS3Uri',
  }),
  prefix: field(z._default(prefix, 'capture'), {
    title: 'Capture prefix',
    help: 'Below it the job writes what went in and what came out.',
    aws: 'DataCaptureConfig.DestinationS3Uri',
  }),
  kmsKey: ref('kms-key', {
    title: 'Capture key',
    help: 'Encrypts the captured objects. Without it, the default encryption of the bucket decides.',
    aws: 'DataCaptureConfig.KmsKeyId',
  }),
});

export const Props = z
  .strictObject({
    model: ref('sagemaker-model', {
      title: 'Model',
      help: 'Role, subnets, security groups and network isolation are the model’s.',
      aws: 'ModelName',
    }),
    input: ref('bucket', {
      title: 'Input from',
      help: 'The records to score.',
      aws: 'TransformInput.DataSource.S3DataSource.S3Uri',
    }),
    inputPrefix: field(z._default(prefix, 'batch-input'), {
      title: 'Input prefix',
      help: 'The role needs s3:ListBucket on the bucket and s3:GetObject below it.',
      aws: 'TransformInput.DataSource.S3DataSource.S3Uri',
    }),
    output: ref('bucket', {
      title: 'Predictions to',
      help: 'One object for every input object.',
      aws: 'TransformOutput.S3OutputPath',
    }),
    outputPrefix: field(z._default(prefix, 'predictions'), {
      title: 'Predictions prefix',
      help: 'The role needs s3:PutObject below it.',
      aws: 'TransformOutput.S3OutputPath',
    }),
    outputKmsKey: ref('kms-key', {
      title: 'Output key',
      help: 'Encrypts the predictions. Without it SageMaker asks for the AWS managed key aws/s3.',
      aws: 'TransformOutput.KmsKeyId',
    }),
    dataCapture: field(z.prefault(DataCapture, {}), {
      title: 'Data capture',
      help: 'What a monitor of a batch job reads.',
      aws: 'DataCaptureConfig',
    }),
    instanceType: jobInstanceType('TransformResources'),
    instanceCount: field(z._default(int(1, 100), 1), {
      title: 'Instances',
      help: 'They exist only while the job runs.',
      aws: 'TransformResources.InstanceCount',
    }),
    volumeKmsKey: ref('kms-key', {
      title: 'Volume key',
      help: 'Encrypts the storage of the instances, through a grant.',
      aws: 'TransformResources.VolumeKmsKeyId',
    }),
    recordsPerDay: field(z._default(int(0, 1_000_000_000), 10_000), {
      title: 'Records a day',
      help: 'An estimate: what the simulation sends through it.',
    }),
    hoursPerMonth: field(z._default(z.number().check(z.minimum(0), z.maximum(744)), 15), {
      title: 'Run time a month',
      help: 'An estimate, for the cost only. AWS bills the seconds that a job runs.',
      unit: 'h',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string[], message: string) => issues.addIssue({ code: 'custom', path, message });
      if (props.volumeKmsKey && hasLocalStorage(props.instanceType)) refuse(['volumeKmsKey'], LOCAL_STORAGE_LESSON);
      if (props.dataCapture.enabled && !props.dataCapture.bucket)
        refuse(['dataCapture', 'bucket'], 'Data capture needs a bucket to write to.');
    }),
  );
export type Props = z.output<typeof Props>;
