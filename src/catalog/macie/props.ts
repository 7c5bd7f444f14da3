import * as z from 'zod/mini';
import { field, refs } from '../../model/field';
import { flag } from '../../model/schema';
import { FindingPublishingFrequency } from '../finding-fields';

export const Props = z.strictObject({
  enabled: field(flag(true), { title: 'Enabled', help: 'Paused, Macie does nothing.', aws: 'Status' }),
  buckets: refs('bucket', {
    title: 'Classifies',
    help: 'A discovery job reads these buckets. Without one, Macie reads no object.',
  }),
  findingPublishingFrequency: FindingPublishingFrequency,
});
export type Props = z.output<typeof Props>;
