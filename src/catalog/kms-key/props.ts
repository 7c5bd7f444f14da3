import * as z from 'zod/mini';
import { field, policyText } from '../../model/field';
import { flag, int } from '../../model/schema';

export const Props = z.strictObject({
  keyPolicy: policyText({
    title: 'Key policy',
    help: 'Nobody can use the key unless this policy allows it, directly or through the account statement. Empty = the default key policy: the account, with kms:*.',
    aws: 'KeyPolicy',
  }),
  enableKeyRotation: field(flag(false), {
    title: 'Automatic rotation',
    help: 'Off by default. New key material at every rotation; ARN and old ciphertext stay as they are.',
    aws: 'EnableKeyRotation',
  }),
  rotationPeriodInDays: field(z._default(int(90, 2560), 365), {
    title: 'Rotation period',
    help: 'Counts only while automatic rotation is on.',
    aws: 'RotationPeriodInDays',
    unit: 'days',
  }),
  enabled: field(flag(true), {
    title: 'Enabled',
    help: 'A disabled key encrypts and decrypts nothing.',
    aws: 'Enabled',
  }),
  pendingDeletion: field(flag(false), {
    title: 'Scheduled for deletion',
    help: 'The key cannot be used while it waits. After deletion, what it encrypted is lost.',
  }),
  pendingWindowInDays: field(z._default(int(7, 30), 30), {
    title: 'Deletion waiting period',
    help: 'Time in which the deletion can still be cancelled.',
    aws: 'PendingWindowInDays',
    unit: 'days',
  }),
});
export type Props = z.output<typeof Props>;
