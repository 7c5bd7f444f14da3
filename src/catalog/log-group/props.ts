import * as z from 'zod/mini';
import { field, ref } from '../../model/field';

/** The values that PutRetentionPolicy takes. */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const Props = z.strictObject({
  retentionDays: field(z.optional(z.literal(RETENTION_DAYS)), {
    title: 'Keep for',
    help: 'Empty = log events never expire.',
    unit: 'days',
    aws: 'RetentionInDays',
  }),
  kmsKey: ref('kms-key', {
    title: 'KMS key',
    help: 'Its policy must admit the service logs.<region>.amazonaws.com. Without a key, a key of the service encrypts.',
    aws: 'KmsKeyId',
  }),
  ingestedGb: field(z._default(z.number().check(z.minimum(0), z.maximum(100_000)), 1), {
    title: 'Ingested a month',
    help: 'An estimate, for the cost only.',
    unit: 'GB',
  }),
});
export type Props = z.output<typeof Props>;
