import * as z from 'zod/mini';
import { AccountNumber } from '../../model/account';
import { field } from '../../model/field';
import { flag } from '../../model/schema';

export const Props = z.strictObject({
  accountId: field(z._default(AccountNumber, '444455556666'), {
    title: 'Account number',
    help: 'Twelve digits. It stands in the ARNs of what is inside, and in policies that name the account.',
    aws: 'AccountId',
    immutable: true,
  }),
  inOrganization: field(flag(true), {
    title: 'In the organization of the main account',
    help: 'Then its policies bind this account too. Without an organization around the main account it changes nothing.',
  }),
});
export type Props = z.output<typeof Props>;
