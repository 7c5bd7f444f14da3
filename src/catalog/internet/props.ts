import * as z from 'zod/mini';

/** Nothing to set. */
export const Props = z.strictObject({});
export type Props = z.output<typeof Props>;
