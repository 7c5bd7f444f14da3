import * as z from 'zod/mini';
import { field, refs } from '../../model/field';
import { int } from '../../model/schema';
import { Boundary, ManagedPolicies, Policies } from '../policies';

export const Props = z.strictObject({
  groups: refs('group', { title: 'Groups', help: 'It inherits their policies.', aws: 'Groups' }),
  policies: Policies,
  managedPolicies: ManagedPolicies,
  permissionsBoundary: Boundary,
  accessKeys: field(z._default(int(0, 2), 0), {
    title: 'Access keys',
    help: 'Long-lived credentials. They work from anywhere until somebody deletes them.',
    aws: 'AccessKey',
  }),
});
export type Props = z.output<typeof Props>;
