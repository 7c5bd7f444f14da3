import { z } from 'zod';
import { field, ref } from '../../model/field';
import { hasLocalStorage, JOB_TYPES, LOCAL_STORAGE_LESSON } from '../ml-instances';
import { placementIssue, vpcFields } from '../sagemaker';

export const Props = z
  .strictObject({
    role: ref('role', {
      title: 'Execution role',
      help: 'SageMaker assumes it to read, write and use keys.',
      aws: 'RoleArn',
    }),
    input: ref('bucket', {
      title: 'Training data from',
      help: 'Read before the container starts.',
      aws: 'InputDataConfig.S3Uri',
    }),
    inputPrefix: field(z.string().max(300).default('training'), {
      title: 'Training data prefix',
      help: 'The role needs s3:ListBucket on the bucket and s3:GetObject below this prefix.',
      aws: 'InputDataConfig.S3Uri',
    }),
    output: ref('bucket', {
      title: 'Artifacts to',
      help: 'Where model.tar.gz is written.',
      aws: 'OutputDataConfig.S3OutputPath',
    }),
    outputPrefix: field(z.string().max(300).default('model'), {
      title: 'Artifacts prefix',
      help: 'The role needs s3:PutObject below it.',
      aws: 'OutputDataConfig.S3OutputPath',
    }),
    outputKmsKey: ref('kms-key', {
      title: 'Output key',
      help: 'Encrypts the artifacts. Without it SageMaker asks for the AWS managed key aws/s3, whatever the bucket prefers.',
      aws: 'OutputDataConfig.KmsKeyId',
    }),
    volumeKmsKey: ref('kms-key', {
      title: 'Volume key',
      help: 'Encrypts the storage of the instances, through a grant.',
      aws: 'ResourceConfig.VolumeKmsKeyId',
    }),
    instanceType: field(z.enum(JOB_TYPES).default('ml.m5.xlarge'), {
      title: 'Instance type',
      help: 'm5d, g4dn and g5 have local NVMe storage, and refuse a volume key.',
      aws: 'ResourceConfig.InstanceType',
    }),
    instanceCount: field(z.number().int().min(1).max(100).default(1), {
      title: 'Instances',
      help: 'With two or more, they talk to each other during training.',
      aws: 'ResourceConfig.InstanceCount',
    }),
    volumeSizeGb: field(z.number().int().min(1).max(16_384).default(30), {
      title: 'Volume size',
      help: 'ML storage of each instance.',
      unit: 'GB',
      aws: 'ResourceConfig.VolumeSizeInGB',
    }),
    ...vpcFields('the training container'),
    enableNetworkIsolation: field(z.boolean().default(false), {
      title: 'Network isolation',
      help: 'The container gets no network at all. The platform still moves data with the execution role.',
      aws: 'EnableNetworkIsolation',
    }),
    interContainerEncryption: field(z.boolean().default(false), {
      title: 'Inter-container traffic encryption',
      help: 'Matters with two or more instances. The security group must then admit itself on UDP 500 and protocol 50.',
      aws: 'EnableInterContainerTrafficEncryption',
    }),
    hoursPerMonth: field(z.number().min(0).max(744).default(4), {
      title: 'Training time a month',
      help: 'An estimate, for the cost only. AWS bills the seconds that a job runs.',
      unit: 'h',
    }),
  })
  .superRefine((props, issues) => {
    const issue = placementIssue(props);
    if (issue) issues.addIssue({ code: 'custom', ...issue });
    if (props.volumeKmsKey && hasLocalStorage(props.instanceType)) {
      issues.addIssue({ code: 'custom', path: ['volumeKmsKey'], message: LOCAL_STORAGE_LESSON });
    }
  });
export type Props = z.output<typeof Props>;
