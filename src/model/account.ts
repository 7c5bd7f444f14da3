import * as z from 'zod/mini';
import { flag, list, text } from './schema';

const policyList = z.array(z.strictObject({ name: text(128), document: text(20_480) })).check(z.maxLength(20));
const levels = list(z.strictObject({ level: text(64), policies: policyList }), 8);

/** Twelve digits. */
export const AccountNumber = z.string().check(z.regex(/^\d{12}$/));

/** What surrounds the diagram: one AWS account in one Region. A scenario sets it; the player cannot. */
export const Account = z.strictObject({
  id: z._default(AccountNumber, '111122223333'),
  region: z._default(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)), 'us-east-1'),
  /** services closed to new customers that this account may still use: `model-monitor`, `clarify`. */
  legacyServices: z._default(z.array(text(40)), ['model-monitor', 'clarify']),
  /** id of the organization that the account belongs to. Empty = none, unless one of the lists below says otherwise. */
  organization: z._default(z.string().check(z.regex(/^(o-[a-z0-9]{10,32})?$/)), ''),
  /** the account that owns the organization: the lists below do not bind it. */
  managementAccount: flag(false),
  /** service control policies, one list per level from the organization's root down. Empty = none are in force. */
  scps: levels,
  /** resource control policies, in the same levels. RCPFullAWSAccess is in force at each without being named. */
  rcps: levels,
});
export type Account = z.infer<typeof Account>;
