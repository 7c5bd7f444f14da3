import * as z from 'zod/mini';
import { ref } from '../../model/field';
import { Calls } from '../calls';

export const Props = z.strictObject({
  role: ref('role', {
    title: 'Role',
    help: 'A session of this role, with temporary credentials. It counts before the user.',
  }),
  user: ref('user', {
    title: 'User',
    help: 'The IAM user the person signs in as. Without role and user, requests are anonymous.',
  }),
  calls: Calls,
});
export type Props = z.output<typeof Props>;
