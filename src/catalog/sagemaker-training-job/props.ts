import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag, int, text } from '../../model/schema';
import { imageField } from '../images';
import { hasLocalStorage, jobInstanceType, LOCAL_STORAGE_LESSON } from '../ml-instances';
import { placementIssue } from '../network-fields';
import { vpcFields } from '../sagemaker';

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
    inputPrefix: field(z._default(text(300), 'training'), {
      title: 'Training data prefix',
      help: 'The role needs s3:ListBucket on the bucket and s3:GetObject below this prefix.',
      aws: 'InputDataConfig.S3Uri',
    }),
    inputFileSystem: ref('file-system', {
      title: 'File system as input',
      help: 'Mounted from the interfaces of the job, so it needs subnets. As far as we know without TLS and without IAM.',
      aws: 'InputDataConfig.FileSystemDataSource.FileSystemId',
    }),
    inputFileSystemWrite: field(flag(false), {
      title: 'Writes to the file system',
      help: 'Access mode rw. Off = ro.',
      aws: 'InputDataConfig.FileSystemDataSource.FileSystemAccessMode',
    }),
    image: imageField('AlgorithmSpecification.TrainingImage'),
    output: ref('bucket', {
      title: 'Artifacts to',
      help: 'Where model.tar.gz is written.',
      aws: 'OutputDataConfig.S3OutputPath',
    }),
    outputPrefix: field(z._default(text(300), 'model'), {
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
    instanceType: jobInstanceType('ResourceConfig'),
    instanceCount: field(z._default(int(1, 100), 1), {
      title: 'Instances',
      help: 'With two or more, they talk to each other during training.',
      aws: 'ResourceConfig.InstanceCount',
    }),
    volumeSizeGb: field(z._default(int(1, 16_384), 30), {
      title: 'Volume size',
      help: 'ML storage of each instance.',
      unit: 'GB',
      aws: 'ResourceConfig.VolumeSizeInGB',
    }),
    ...vpcFields('the training container'),
    enableNetworkIsolation: field(flag(false), {
      title: 'Network isolation',
      help: 'The container gets no network at all. The platform still moves data with the execution role.',
      aws: 'EnableNetworkIsolation',
    }),
    interContainerEncryption: field(flag(false), {
      title: 'Inter-container traffic encryption',
      help: 'Matters with two or more instances. The security group must then admit itself on UDP 500 and protocol 50.',
      aws: 'EnableInterContainerTrafficEncryption',
    }),
    hoursPerMonth: field(z._default(z.number().check(z.minimum(0), z.maximum(744)), 4), {
      title: 'Training time a month',
      help: 'An estimate, for the cost only. AWS bills the seconds that a job runs.',
      unit: 'h',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const issue = placementIssue(props);
      if (issue) issues.addIssue({ code: 'custom', ...issue });
      if (props.inputFileSystem && props.subnets.length === 0) {
        issues.addIssue({
          code: 'custom',
          path: ['inputFileSystem'],
          message: 'A job mounts a file system from its own interfaces: give it subnets and security groups.',
        });
      }
      if (props.volumeKmsKey && hasLocalStorage(props.instanceType)) {
        issues.addIssue({ code: 'custom', path: ['volumeKmsKey'], message: LOCAL_STORAGE_LESSON });
      }
    }),
  );
export type Props = z.output<typeof Props>;
