import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { choice, flag, int } from '../../model/schema';

const days = z.optional(int(1, 36_500));

export const Props = z
  .strictObject({
    encryption: field(choice(['sse-s3', 'sse-kms-aws-managed', 'sse-kms', 'dsse-kms'], 'sse-s3'), {
      title: 'Default encryption',
      help: 'New objects are always encrypted. SSE-KMS adds a key policy, key-use records and revocation; it is not a stronger cipher.',
      aws: 'ServerSideEncryptionByDefault.SSEAlgorithm',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'For SSE-KMS and DSSE-KMS. Without one, S3 uses the AWS managed key aws/s3.',
      aws: 'KMSMasterKeyID',
    }),
    bucketKey: field(flag(false), {
      title: 'S3 Bucket Key',
      help: 'Cuts calls to KMS by up to 99 %. Key-use records then name the bucket and not the object.',
      aws: 'BucketKeyEnabled',
    }),
    blockPublicAccess: field(flag(true), {
      title: 'Block all public access',
      help: 'All four settings. On for new buckets since April 2023.',
      aws: 'PublicAccessBlockConfiguration',
    }),
    acl: field(choice(['private', 'public-read', 'public-read-write'], 'private'), {
      title: 'Canned ACL',
      help: 'ACLs are off for new buckets since April 2023, and nothing here needs one. public-read lets everybody list the objects, public-read-write also write and delete them.',
      aws: 'AccessControl',
    }),
    policy: policyText({
      title: 'Bucket policy',
      help: 'Object actions need the ARN with "/*", bucket actions the ARN without it.',
      aws: 'PolicyDocument',
    }),
    versioning: field(flag(false), {
      title: 'Versioning',
      help: 'Keeps what is overwritten or deleted. Off by default.',
      aws: 'VersioningConfiguration.Status',
    }),
    objectLock: field(flag(false), {
      title: 'Object Lock',
      help: 'A version can then be locked for a time in which nobody deletes it. Needs versioning, and can never be switched off.',
      aws: 'ObjectLockEnabled',
    }),
    replicateTo: ref('bucket', {
      title: 'Replicates to',
      help: 'New objects are copied there, also into another Region. Both buckets need versioning.',
      aws: 'ReplicationConfiguration.Rules.Destination.Bucket',
    }),
    replicationRole: ref('role', {
      title: 'Replication role',
      help: 'S3 assumes it to copy: its trust policy names s3.amazonaws.com, and it may s3:ReplicateObject in the other bucket.',
      aws: 'ReplicationConfiguration.Role',
    }),
    lifecycleExpireDays: field(days, {
      title: 'Expire objects after',
      help: 'Empty = objects are kept for ever.',
      unit: 'days',
      aws: 'LifecycleConfiguration.Rules.ExpirationInDays',
    }),
    noncurrentExpireDays: field(days, {
      title: 'Expire old versions after',
      help: 'With versioning, an expired object stays as an old version until this ends it.',
      unit: 'days',
      aws: 'LifecycleConfiguration.Rules.NoncurrentVersionExpiration',
    }),
    accessLogs: ref('bucket', {
      title: 'Server access logs to',
      help: 'Who read which object, best effort. CloudTrail data events are the other way.',
      aws: 'LoggingConfiguration.DestinationBucketName',
    }),
    storedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(1_000_000)), 50), {
      title: 'Data kept',
      help: 'An estimate, for the cost only. AWS has no such setting.',
      unit: 'GB',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      if (props.kmsKey && !props.encryption.endsWith('kms')) {
        issues.addIssue({
          code: 'custom',
          path: ['kmsKey'],
          message: 'S3 takes a KMS key only with SSE-KMS or DSSE-KMS. Choose one of them, or remove the key.',
        });
      }
      if (props.bucketKey && props.encryption === 'dsse-kms') {
        issues.addIssue({ code: 'custom', path: ['bucketKey'], message: 'S3 Bucket Keys do not work with DSSE-KMS.' });
      }
    }),
  );
export type Props = z.output<typeof Props>;
