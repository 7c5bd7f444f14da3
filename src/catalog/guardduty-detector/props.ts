import * as z from 'zod/mini';
import { field } from '../../model/field';
import { flag, int } from '../../model/schema';
import { FindingPublishingFrequency } from '../finding-fields';

export const Props = z.strictObject({
  enable: field(flag(true), {
    title: 'Enabled',
    help: 'A suspended detector finds nothing and costs nothing.',
    aws: 'Enable',
  }),
  s3DataEvents: field(flag(true), {
    title: 'S3 protection',
    help: 'Looks at reads and writes of objects too, without a trail of yours.',
    aws: 'Features',
  }),
  findingPublishingFrequency: FindingPublishingFrequency,
  eventsPerMonth: field(z._default(int(0, 100_000_000_000), 1_000_000), {
    title: 'Events a month',
    help: 'An estimate, for the cost only.',
    unit: 'events',
  }),
});
export type Props = z.output<typeof Props>;
