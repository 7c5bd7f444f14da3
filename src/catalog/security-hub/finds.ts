import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Found, Sighting } from '../../engine/time/facets';
import { importedEvent } from '../findings';
import { type Props, STANDARDS } from './props';

/** "Schedule for running security checks": after a change (within minutes, as far as we know), or every 12 or 24 hours. */
const AFTER_CHANGE = [5 * 60, 30 * 60] as const;
const PERIODIC = [0, 24 * 3600] as const;
/** ACM.1: as many days before the end as it asks for by default. */
const EXPIRES_WITHIN = 30;

/** Controls of the foundational standard that something breaks which they were content with before. */
function brokenControl({ what, node, daysLeft = Infinity }: Sighting, context: FacetContext) {
  if (what === 'made-public' && context.hasTrait(node, 'bucket')) return { id: 'S3.2', after: AFTER_CHANGE };
  if (what === 'deletion-scheduled' && context.hasTrait(node, 'kms-key')) return { id: 'KMS.3', after: AFTER_CHANGE };
  if (what === 'stopped' && context.hasTrait(node, 'cloudtrail-trail')) return { id: 'CloudTrail.1', after: PERIODIC };
  return what === 'expiring' && daysLeft <= EXPIRES_WITHIN ? { id: 'ACM.1', after: PERIODIC } : undefined;
}

export function finds({ props }: NodeOf<Props>, sighting: Sighting, context: FacetContext): Found | undefined {
  const broken = props.standards.includes(STANDARDS[0]) ? brokenControl(sighting, context) : undefined;
  return (
    broken && {
      name: broken.id,
      afterSeconds: broken.after,
      state: true,
      events: [importedEvent('Security Hub', context).event],
    }
  );
}
