import type { FacetContext, NodeOf } from '../../engine/facets';
import type { EventFacet } from '../../engine/monitoring/facets';
import type { Found, Sighting } from '../../engine/time/facets';
import { findingEvents } from '../findings';
import type { Props } from './props';

type Detector = NodeOf<Props>;

/** Default severities ("GuardDuty finding types"): low 2, medium 5, high 8. */
const LOW = 2;
const MEDIUM = 5;
const HIGH = 8;
/** A new finding comes to EventBridge within 5 minutes; how long the finding itself takes, AWS does not say. */
const AFTER = [5 * 60, 20 * 60] as const;

/** What GuardDuty says, in its own format: types and severities that a pattern may ask for. */
export function findings(
  types: readonly string[],
  severity: readonly number[],
  context: FacetContext,
): readonly EventFacet[] {
  const detail = { type: types, severity, accountId: context.account.id, schemaVersion: '2.0' };
  return findingEvents({ product: 'GuardDuty', source: 'aws.guardduty', type: 'GuardDuty Finding', detail }, context);
}

/**
 * It reads management events, packets, DNS queries and, with S3 protection, reads and writes of objects. Invocations of
 * a model are data events that it does not read. Unusual behaviour shows once it knows the usual one, which we assume.
 */
export function finds(
  node: Detector,
  { what, node: where, calls }: Sighting,
  context: FacetContext,
): Found | undefined {
  const found = (type: string, severity: number): Found => ({
    name: type,
    afterSeconds: AFTER,
    events: findings([type], [severity], context).map(({ event }) => event),
  });
  switch (what) {
    case 'stopped':
    case 'deleted':
      return context.hasTrait(where, 'cloudtrail-trail')
        ? found('Stealth:IAMUser/CloudTrailLoggingDisabled', LOW)
        : undefined;
    case 'made-public':
      return context.hasTrait(where, 'bucket') ? found('Policy:S3/BucketAnonymousAccessGranted', HIGH) : undefined;
    case 'credentials-abroad':
    case 'carried-away':
      if (node.props.s3DataEvents && calls.some(({ resourceType }) => resourceType === 'AWS::S3::Object'))
        return found('Exfiltration:S3/AnomalousBehavior', HIGH);
      return calls.some(({ category }) => category === 'management')
        ? found('Discovery:IAMUser/AnomalousBehavior', MEDIUM)
        : undefined;
    default:
      return undefined;
  }
}
