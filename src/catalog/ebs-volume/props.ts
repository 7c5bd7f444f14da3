import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, int } from '../../model/schema';

export const Props = z
  .strictObject({
    encrypted: field(flag(false), {
      title: 'Encrypted',
      help: 'Off unless you or the account setting say so. Later only a copy, through a snapshot, can be encrypted.',
      aws: 'Encrypted',
      immutable: true,
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Needs encryption. Empty = the AWS managed key aws/ebs.',
      aws: 'KmsKeyId',
      immutable: true,
    }),
    volumeType: field(choice(['gp3', 'gp2', 'io2', 'st1'], 'gp3'), {
      title: 'Type',
      help: 'Changes speed and price, not security.',
      aws: 'VolumeType',
    }),
    sizeGb: field(z._default(int(1, 16_384), 100), {
      title: 'Size',
      help: 'Billed whether it is full or not.',
      unit: 'GB',
      aws: 'Size',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      if (props.kmsKey && !props.encrypted) {
        issues.addIssue({
          code: 'custom',
          path: ['kmsKey'],
          message: 'EBS takes a KMS key only for an encrypted volume. Switch encryption on, or remove the key.',
        });
      }
    }),
  );
export type Props = z.output<typeof Props>;
