import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag, int, list } from '../../model/schema';

/** AWS managed rules, by identifier. */
export const MANAGED_RULES = [
  'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS',
  'SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED',
  'SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED',
  'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
  'S3_BUCKET_PUBLIC_READ_PROHIBITED',
  'S3_BUCKET_SSL_REQUESTS_ONLY',
  'S3_DEFAULT_ENCRYPTION_KMS',
  'CMK_BACKING_KEY_ROTATION_ENABLED',
  'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
  'CLOUD_TRAIL_ENCRYPTION_ENABLED',
  'VPC_FLOW_LOGS_ENABLED',
  'SNS_ENCRYPTED_KMS',
  'ACM_CERTIFICATE_EXPIRATION_CHECK',
] as const;

export const Props = z.strictObject({
  recording: field(flag(true), { title: 'Recording', help: 'A recorder can exist and record nothing.' }),
  role: ref('role', {
    title: 'Role',
    help: 'AWS Config assumes it to read resources and to write to the bucket.',
    aws: 'RoleARN',
  }),
  bucket: ref('bucket', {
    title: 'Delivers to',
    help: 'History and snapshots. The role, or the bucket policy for config.amazonaws.com, must allow it.',
    aws: 'S3BucketName',
  }),
  globalResources: field(flag(false), {
    title: 'Global resources',
    help: 'Users, groups, roles and policies too. Record them in one Region only.',
    aws: 'RecordingGroup.IncludeGlobalResourceTypes',
  }),
  rules: field(list(field(z.enum(MANAGED_RULES), { title: 'Managed rule' }), 13), {
    title: 'Managed rules',
    help: 'Settings that are judged at every change. Without one, changes are recorded and judged by nobody.',
    aws: 'SourceIdentifier',
  }),
  itemsPerMonth: field(z._default(int(0, 1_000_000_000), 1000), {
    title: 'Changes a month',
    help: 'An estimate, for the cost only.',
    unit: 'items',
  }),
});
export type Props = z.output<typeof Props>;
