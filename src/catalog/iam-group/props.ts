import * as z from 'zod/mini';
import { ManagedPolicies, Policies } from '../policies';

export const Props = z.strictObject({ policies: Policies, managedPolicies: ManagedPolicies });
export type Props = z.output<typeof Props>;
