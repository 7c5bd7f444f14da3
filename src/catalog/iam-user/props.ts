import { z } from 'zod';
import { field } from '../../model/field';
import { Boundary, Policies } from '../policies';

export const Props = z.strictObject({
  policies: Policies,
  permissionsBoundary: Boundary,
  accessKeys: field(z.number().int().min(0).max(2).default(0), {
    title: 'Access keys',
    help: 'Long-lived credentials. They work from anywhere until somebody deletes them.',
    aws: 'AccessKey',
  }),
});
export type Props = z.output<typeof Props>;
