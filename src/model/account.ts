import { z } from 'zod';

const policyList = z.array(z.strictObject({ name: z.string().max(128), document: z.string().max(20_480) })).max(20);

/** What surrounds the diagram: one AWS account in one Region. A scenario sets it; the player cannot. */
export const Account = z.strictObject({
  id: z
    .string()
    .regex(/^\d{12}$/)
    .default('111122223333'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .default('us-east-1'),
  /** services closed to new customers that this account may still use: `model-monitor`, `clarify`. */
  legacyServices: z.array(z.string().max(40)).default(['model-monitor', 'clarify']),
  /** service control policies, one list per level from the organization's root down. Empty = no organization. */
  scps: z
    .array(z.strictObject({ level: z.string().max(64), policies: policyList }))
    .max(8)
    .default([]),
});
export type Account = z.infer<typeof Account>;
