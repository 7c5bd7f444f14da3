import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, int } from '../../model/schema';
import { keyIssue } from '../key-issue';

export const Props = z
  .strictObject({
    encryption: field(choice(['none', 'aws-managed', 'customer-managed'], 'none'), {
      title: 'Server-side encryption',
      help: 'Only what is written afterwards is encrypted, as far as we know. aws-managed is aws/kinesis.',
      aws: 'StreamEncryption.EncryptionType',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Producers then need kms:GenerateDataKey on it, consumers kms:Decrypt.',
      aws: 'StreamEncryption.KeyId',
    }),
    retentionHours: field(z._default(int(24, 8760), 24), {
      title: 'Keep records for',
      help: 'A consumer that stands still for longer loses what it has not read.',
      unit: 'hours',
      aws: 'RetentionPeriodHours',
    }),
    mode: field(choice(['on-demand', 'provisioned'], 'on-demand'), {
      title: 'Capacity',
      help: 'on-demand grows by itself; provisioned has as many shards as you say.',
      aws: 'StreamModeDetails.StreamMode',
    }),
    shards: field(z._default(int(1, 1000), 1), {
      title: 'Shards',
      help: 'Counts with provisioned capacity only.',
      aws: 'ShardCount',
    }),
    gbPerMonth: field(z._default(z.number().check(z.minimum(0), z.maximum(1_000_000)), 10), {
      title: 'Data a month',
      help: 'An estimate, for the cost only.',
      unit: 'GB',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const issue = keyIssue(props, 'the records');
      if (issue) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
