import * as z from 'zod/mini';
import { field } from '../../model/field';
import { int } from '../../model/schema';
import { Boundary, Policies } from '../policies';

export const Props = z.strictObject({
  policies: Policies,
  permissionsBoundary: Boundary,
  accessKeys: field(z._default(int(0, 2), 0), {
    title: 'Access keys',
    help: 'Long-lived credentials. They work from anywhere until somebody deletes them.',
    aws: 'AccessKey',
  }),
});
export type Props = z.output<typeof Props>;
