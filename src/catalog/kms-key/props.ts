import { z } from 'zod';
import { field, policyText } from '../../model/field';

export const Props = z.strictObject({
  keyPolicy: policyText({
    title: 'Key policy',
    help: 'Nobody can use the key unless this policy allows it, directly or through the account statement. Empty = the default key policy: the account, with kms:*.',
    aws: 'KeyPolicy',
  }),
  enableKeyRotation: field(z.boolean().default(false), {
    title: 'Automatic rotation',
    help: 'Off by default. New key material at every rotation; ARN and old ciphertext stay as they are.',
    aws: 'EnableKeyRotation',
  }),
  rotationPeriodInDays: field(z.number().int().min(90).max(2560).default(365), {
    title: 'Rotation period',
    help: 'Counts only while automatic rotation is on.',
    aws: 'RotationPeriodInDays',
    unit: 'days',
  }),
  enabled: field(z.boolean().default(true), {
    title: 'Enabled',
    help: 'A disabled key encrypts and decrypts nothing.',
    aws: 'Enabled',
  }),
  pendingDeletion: field(z.boolean().default(false), {
    title: 'Scheduled for deletion',
    help: 'The key cannot be used while it waits. After deletion, what it encrypted is lost.',
  }),
  pendingWindowInDays: field(z.number().int().min(7).max(30).default(30), {
    title: 'Deletion waiting period',
    help: 'Time in which the deletion can still be cancelled.',
    aws: 'PendingWindowInDays',
    unit: 'days',
  }),
});
export type Props = z.output<typeof Props>;
