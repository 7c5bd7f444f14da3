import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { choice, flag } from '../../model/schema';

export const Props = z
  .strictObject({
    scanOnPush: field(flag(false), {
      title: 'Scan on push',
      help: 'Looks for known vulnerabilities in each new image. Off by default.',
      aws: 'ImageScanningConfiguration.ScanOnPush',
    }),
    immutableTags: field(flag(false), {
      title: 'Immutable tags',
      help: 'Nobody can push another image under a tag that exists: what was approved is what runs.',
      aws: 'ImageTagMutability',
    }),
    encryption: field(choice(['aes-256', 'kms'], 'aes-256'), {
      title: 'Encryption',
      help: 'aes-256 = keys that S3 owns. Fixed when the repository is made.',
      aws: 'EncryptionConfiguration.EncryptionType',
      immutable: true,
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'For kms. Without one, ECR uses the AWS managed key aws/ecr.',
      aws: 'EncryptionConfiguration.KmsKey',
      immutable: true,
    }),
    policy: policyText({
      title: 'Repository policy',
      help: 'Lets other accounts pull, or keeps some out. Empty = IAM policies alone decide.',
      aws: 'RepositoryPolicyText',
    }),
    storedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(100_000)), 10), {
      title: 'Images kept',
      help: 'An estimate, for the cost only.',
      unit: 'GB',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      if (props.kmsKey && props.encryption !== 'kms') {
        issues.addIssue({
          code: 'custom',
          path: ['kmsKey'],
          message: 'ECR takes a KMS key only with encryption kms. Choose it, or remove the key.',
        });
      }
    }),
  );
export type Props = z.output<typeof Props>;
