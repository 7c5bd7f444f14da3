import * as z from 'zod/mini';
import { field } from '../../model/field';
import { choice } from '../../model/schema';

export const Props = z.strictObject({
  type: field(choice(['ACCOUNT', 'ACCOUNT_UNUSED_ACCESS'], 'ACCOUNT'), {
    title: 'Looks for',
    help: 'ACCOUNT reports access from outside. ACCOUNT_UNUSED_ACCESS reports permissions that nobody uses, and costs for each role and user.',
    aws: 'Type',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
