import { z } from 'zod';
import { field, policyText } from '../../model/field';
import { Boundary, Policies } from '../policies';

export const Props = z.strictObject({
  trustPolicy: policyText({
    title: 'Trust policy',
    help: 'Who may assume the role: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}. Empty = nobody.',
    aws: 'AssumeRolePolicyDocument',
  }),
  policies: Policies,
  permissionsBoundary: Boundary,
  maxSessionDurationSeconds: field(z.number().int().min(3600).max(43_200).default(3600), {
    title: 'Maximum session duration',
    help: 'How long the temporary credentials of a session may last.',
    aws: 'MaxSessionDuration',
    unit: 'seconds',
  }),
});
export type Props = z.output<typeof Props>;
