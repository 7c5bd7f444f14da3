import * as z from 'zod/mini';

/** Nothing to set: standing in a VPC means being attached to it. */
export const Props = z.strictObject({});
export type Props = z.output<typeof Props>;
