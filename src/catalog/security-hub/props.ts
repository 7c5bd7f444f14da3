import * as z from 'zod/mini';
import { field } from '../../model/field';
import { flag, int } from '../../model/schema';

/** Security standards, as the end of their ARN says them. */
export const STANDARDS = [
  'aws-foundational-security-best-practices/v/1.0.0',
  'cis-aws-foundations-benchmark/v/3.0.0',
  'nist-800-53/v/5.0.0',
  'pci-dss/v/4.0.1',
] as const;

export const Props = z.strictObject({
  standards: field(z._default(z.array(field(z.enum(STANDARDS), { title: 'Standard' })), [STANDARDS[0]]), {
    title: 'Standards',
    help: 'Sets of controls. They are checked with AWS Config, which must record.',
    aws: 'StandardsArn',
  }),
  autoEnableControls: field(flag(true), {
    title: 'New controls on by themselves',
    help: 'When AWS adds a control to a standard, it is on at once.',
    aws: 'AutoEnableControls',
  }),
  checksPerMonth: field(z._default(int(0, 100_000_000), 10_000), {
    title: 'Checks a month',
    help: 'An estimate, for the cost only.',
    unit: 'checks',
  }),
});
export type Props = z.output<typeof Props>;
