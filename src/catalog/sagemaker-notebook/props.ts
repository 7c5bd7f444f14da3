import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, flag, int } from '../../model/schema';
import { Calls } from '../calls';
import { hasLocalStorage, LOCAL_STORAGE_LESSON, NOTEBOOK_TYPES } from '../ml-instances';

export const Props = z
  .strictObject({
    role: ref('role', {
      title: 'Execution role',
      help: 'Everything that runs in the notebook acts as this role.',
      aws: 'RoleArn',
    }),
    subnet: ref('subnet', {
      title: 'Subnet',
      help: 'Gives the notebook a network interface in your VPC. It never gets a public address.',
      aws: 'SubnetId',
      immutable: true,
    }),
    securityGroups: refs('security-group', {
      title: 'Security groups',
      help: 'Guard that interface. Empty = the default security group of the VPC.',
      aws: 'SecurityGroupIds',
      immutable: true,
    }),
    directInternetAccess: field(flag(true), {
      title: 'Direct internet access',
      help: 'A second interface, managed by SageMaker, with a way to the internet. Can be off only with a subnet.',
      aws: 'DirectInternetAccess',
      immutable: true,
    }),
    rootAccess: field(flag(true), {
      title: 'Root access',
      help: 'Whoever opens the notebook is root on it. Lifecycle scripts run as root either way.',
      aws: 'RootAccess',
    }),
    imdsV2: field(flag(false), {
      title: 'Require IMDSv2',
      help: 'Minimum version of the instance metadata service. Off = version 1 is answered too.',
      aws: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
    }),
    kmsKey: ref('kms-key', {
      title: 'Volume key',
      help: 'Encrypts the storage of the notebook, through a grant.',
      aws: 'KmsKeyId',
      immutable: true,
    }),
    instanceType: field(choice(NOTEBOOK_TYPES, 'ml.t3.medium'), {
      title: 'Instance type',
      help: 'm5d and g4dn have local NVMe storage, and refuse a volume key.',
      aws: 'InstanceType',
    }),
    volumeSizeGb: field(z._default(int(5, 16_384), 5), {
      title: 'Volume size',
      help: 'ML storage of the notebook.',
      unit: 'GB',
      aws: 'VolumeSizeInGB',
    }),
    lifecycleConfig: ref('sagemaker-notebook-lifecycle-config', {
      title: 'Lifecycle configuration',
      help: 'Scripts that run as root when the notebook is made and at every start.',
      aws: 'LifecycleConfigName',
    }),
    calls: Calls,
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      if (!props.directInternetAccess && !props.subnet)
        refuse('directInternetAccess', 'Direct internet access can be disabled only with a subnet.');
      if (props.securityGroups.length > 0 && !props.subnet) refuse('subnet', 'Security groups need a subnet.');
      if (props.kmsKey && hasLocalStorage(props.instanceType)) refuse('kmsKey', LOCAL_STORAGE_LESSON);
    }),
  );
export type Props = z.output<typeof Props>;
