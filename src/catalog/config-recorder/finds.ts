import type { FacetContext, NodeOf } from '../../engine/facets';
import type { EventFacet } from '../../engine/monitoring/facets';
import type { Found, Sighting } from '../../engine/time/facets';
import { serviceEvent } from '../aws-events';
import { findingEvents } from '../findings';
import type { Props } from './props';

const SOURCE = 'aws.config';
const CHANGES = 'Config Configuration Item Change';
/** A change is recorded and judged within minutes, as far as we know. */
const AFTER = [2 * 60, 15 * 60] as const;
/** Rules that look by the clock do so once a day ("Periodic trigger"). */
const DAILY = [0, 24 * 3600] as const;
/** `daysToExpiration` of the rule, unless one says otherwise. */
const EXPIRES_WITHIN = 14;
/** Resources of which AWS Config keeps a history, as far as this drawing asks for them. */
const RECORDED = ['bucket', 'kms-key', 'cloudtrail-trail', 'certificate', 'sagemaker-notebook', 'sns-topic'];

/** `S3_DEFAULT_ENCRYPTION_KMS` → `s3-default-encryption-kms` */
function ruleName(identifier: string): string {
  return identifier.toLowerCase().replaceAll('_', '-');
}

/** Every change of a resource: a record, and no verdict. */
export function changeEvent(context: FacetContext): EventFacet {
  const detail = { messageType: 'ConfigurationItemChangeNotification' };
  return { name: CHANGES, event: serviceEvent({ source: SOURCE, type: CHANGES, detail }, context) };
}

/** Verdicts of managed rules. */
export function verdicts(
  rules: readonly string[],
  complianceType: readonly string[],
  context: FacetContext,
): readonly EventFacet[] {
  const detail = {
    messageType: 'ComplianceChangeNotification',
    configRuleName: rules.map(ruleName),
    newEvaluationResult: { complianceType },
  };
  const type = 'Config Rules Compliance Change';
  return findingEvents({ product: 'Config', source: SOURCE, type, detail }, context);
}

/** The managed rule that something breaks which was kept before. */
function brokenRule({ what, node, daysLeft = Infinity }: Sighting, context: FacetContext): string | undefined {
  if (what === 'made-public' && context.hasTrait(node, 'bucket')) return 'S3_BUCKET_PUBLIC_READ_PROHIBITED';
  return what === 'expiring' && daysLeft <= EXPIRES_WITHIN ? 'ACM_CERTIFICATE_EXPIRATION_CHECK' : undefined;
}

export function finds({ props }: NodeOf<Props>, sighting: Sighting, context: FacetContext): Found | undefined {
  const broken = brokenRule(sighting, context);
  if (broken !== undefined && props.rules.some((one) => one === broken)) {
    const events = verdicts([broken], ['NON_COMPLIANT'], context).map(({ event }) => event);
    return { name: ruleName(broken), afterSeconds: sighting.what === 'expiring' ? DAILY : AFTER, state: true, events };
  }
  const { calls, node } = sighting;
  const changes = calls.length > 0 && RECORDED.some((trait) => context.hasTrait(node, trait));
  return changes
    ? { name: CHANGES, afterSeconds: AFTER, quiet: true, events: [changeEvent(context).event] }
    : undefined;
}
