import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** What a player committed: prediction → ids of options, the first one first. */
export const Answers = z.record(id, z.array(id).check(z.maxLength(6)));
export type Answers = z.infer<typeof Answers>;
