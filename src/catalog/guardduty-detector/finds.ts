import type { FacetContext, NodeOf } from '../../engine/facets';
import type { EventFacet } from '../../engine/monitoring/facets';
import type { Found, Sighting } from '../../engine/time/facets';
import { findingEvents } from '../findings';
import type { Props } from './props';

type Detector = NodeOf<Props>;

/**
 * Default severities: Low, Medium or High of each type ("GuardDuty finding types"); the values of each level reach from
 * 1.0, 4.0 and 7.0 ("Severity levels of GuardDuty findings"), these stand for them.
 */
const LOW = 2;
const MEDIUM = 5;
const HIGH = 8;
/** A new finding comes to EventBridge within 5 minutes; how long the finding itself takes, AWS does not say. */
const AFTER = [5 * 60, 20 * 60] as const;

/** Calls that change or destroy. */
const CHANGES = /^(Delete|Put|Update|Disable|Stop|Schedule)/;

/** What GuardDuty says, in its own format: types and severities that a pattern may ask for. */
export function findings(
  types: readonly string[],
  severity: readonly number[],
  context: FacetContext,
): readonly EventFacet[] {
  const detail = { type: types, severity, accountId: context.account.id, schemaVersion: '2.0' };
  return findingEvents({ product: 'GuardDuty', source: 'aws.guardduty', type: 'GuardDuty Finding', detail }, context);
}

/** Of several calls, the one that stands for the worst stage of an attack. */
function unusual(calls: Sighting['calls'], found: (type: string, severity: number) => Found): Found | undefined {
  const names = calls.filter(({ category }) => category === 'management').map(({ eventName }) => eventName);
  if (names.length === 0) return undefined;
  if (names.some((name) => CHANGES.test(name))) return found('Impact:IAMUser/AnomalousBehavior', HIGH);
  if (names.includes('GetSecretValue')) return found('CredentialAccess:IAMUser/AnomalousBehavior', MEDIUM);
  return found('Discovery:IAMUser/AnomalousBehavior', LOW);
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
      return unusual(calls, found);
    default:
      return undefined;
  }
}
