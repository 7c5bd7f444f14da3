import * as z from 'zod/mini';
import { field, policyText } from '../../model/field';
import { int } from '../../model/schema';
import { Boundary, ManagedPolicies, Policies } from '../policies';

export const Props = z.strictObject({
  trustPolicy: policyText({
    title: 'Trust policy',
    help: 'Who may assume the role: name the AWS service or account as Principal and allow sts:AssumeRole. Empty = nobody.',
    aws: 'AssumeRolePolicyDocument',
  }),
  policies: Policies,
  managedPolicies: ManagedPolicies,
  permissionsBoundary: Boundary,
  maxSessionDurationSeconds: field(z._default(int(3600, 43_200), 3600), {
    title: 'Maximum session duration',
    help: 'How long the temporary credentials of a session may last.',
    aws: 'MaxSessionDuration',
    unit: 'seconds',
  }),
});
export type Props = z.output<typeof Props>;
