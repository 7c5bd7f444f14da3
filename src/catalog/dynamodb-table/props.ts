import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { choice, flag } from '../../model/schema';
import { keyIssue } from '../key-issue';

export const Props = z
  .strictObject({
    encryption: field(choice(['aws-owned', 'aws-managed', 'customer-managed'], 'aws-owned'), {
      title: 'Encryption at rest',
      help: 'Always on; the choice is whose key. aws-managed is aws/dynamodb.',
      aws: 'SSESpecification',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Whoever reads or writes items needs kms:Decrypt on it, through DynamoDB (as far as we know).',
      aws: 'SSESpecification.KMSMasterKeyId',
    }),
    pointInTimeRecovery: field(flag(false), {
      title: 'Point-in-time recovery',
      help: 'Brings back any second of up to the last 35 days, into a new table. Off by default.',
      aws: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    }),
    deletionProtection: field(flag(false), {
      title: 'Deletion protection',
      help: 'AWS refuses to delete the table until this is switched off.',
      aws: 'DeletionProtectionEnabled',
    }),
    policy: policyText({
      title: 'Resource-based policy',
      help: 'Lets other accounts in, or keeps some out. Empty = IAM policies alone decide.',
      aws: 'ResourcePolicy.PolicyDocument',
    }),
    storedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(1_000_000)), 5), {
      title: 'Data kept',
      help: 'An estimate, for the cost only.',
      unit: 'GB',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const issue = keyIssue(props, 'the table');
      if (issue) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
