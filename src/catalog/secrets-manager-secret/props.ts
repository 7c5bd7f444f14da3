import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { int } from '../../model/schema';

export const Props = z.strictObject({
  kmsKey: ref('kms-key', {
    title: 'KMS key',
    help: 'Who reads the secret then needs kms:Decrypt on it. Empty = the AWS managed key aws/secretsmanager.',
    aws: 'KmsKeyId',
  }),
  policy: policyText({
    title: 'Resource policy',
    help: 'Lets other accounts in, or keeps some out. Empty = IAM policies alone decide.',
    aws: 'ResourcePolicy',
  }),
  rotationFunction: ref('lambda-function', {
    title: 'Rotation function',
    help: 'Secrets Manager invokes it, so its resource-based policy must admit secretsmanager.amazonaws.com. Empty = never rotated.',
    aws: 'RotationSchedule.RotationLambdaARN',
  }),
  rotationDays: field(z._default(int(1, 1000), 30), {
    title: 'Rotate every',
    help: 'Counts with a rotation function only.',
    unit: 'days',
    aws: 'RotationSchedule.RotationRules.AutomaticallyAfterDays',
  }),
});
export type Props = z.output<typeof Props>;
