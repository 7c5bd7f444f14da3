import * as z from 'zod/mini';
import { policyText, ref } from '../../model/field';
import { Calls } from '../calls';

export const Props = z.strictObject({
  role: ref('role', {
    title: 'Role',
    help: 'A session of this role, with temporary credentials. With a user beside it, the user assumes the role: its trust policy and the policies of the user must allow that.',
  }),
  user: ref('user', {
    title: 'User',
    help: 'The IAM user the person signs in as. Without role and user, requests are anonymous.',
  }),
  sessionPolicy: policyText({
    title: 'Session policy',
    help: 'Sent when the role is assumed: the most that this session may do of what the role may. It grants nothing by itself. Empty = no limit.',
    aws: 'Policy',
  }),
  calls: Calls,
});
export type Props = z.output<typeof Props>;
