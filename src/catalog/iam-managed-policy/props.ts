import * as z from 'zod/mini';
import { policyText } from '../../model/field';

export const Props = z.strictObject({
  document: policyText({
    title: 'Policy document',
    help: 'Holds for every role, user and group that has the policy.',
    aws: 'PolicyDocument',
  }),
});
export type Props = z.output<typeof Props>;
