import * as z from 'zod/mini';
import { field, refs } from '../../model/field';
import { choice, flag } from '../../model/schema';

export const Props = z.strictObject({
  enabled: field(flag(true), { title: 'Enabled', help: 'Paused, Macie does nothing.', aws: 'Status' }),
  buckets: refs('bucket', {
    title: 'Classifies',
    help: 'A discovery job reads these buckets. Without one, Macie reads no object.',
  }),
  findingPublishingFrequency: field(choice(['FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'], 'SIX_HOURS'), {
    title: 'Updates of findings',
    help: 'New findings go out at once; this is for what changes about known ones.',
    aws: 'FindingPublishingFrequency',
  }),
});
export type Props = z.output<typeof Props>;
