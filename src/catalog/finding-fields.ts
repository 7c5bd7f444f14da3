import { field } from '../model/field';
import { choice } from '../model/schema';

/** How often a detector tells what changed. */
export const FindingPublishingFrequency = field(choice(['FIFTEEN_MINUTES', 'ONE_HOUR', 'SIX_HOURS'], 'SIX_HOURS'), {
  title: 'Updates of findings',
  help: 'New findings go out at once; this is for what changes about known ones.',
  aws: 'FindingPublishingFrequency',
});
