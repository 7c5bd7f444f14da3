import type { FacetContext, NodeOf } from '../../engine/facets';
import type { EventFacet, MetricSource } from '../../engine/monitoring/facets';
import type { ExpiryFacet, TimeFacet } from '../../engine/time/facets';
import type { Json } from '../../model/json';
import { serviceEvent } from '../aws-events';
import { regionOf } from '../certificates';
import type { Props } from './props';

type Certificate = NodeOf<Props>;

const EXPIRES = 'DaysToExpiry';
const WARNING = 'ACM Certificate Approaching Expiration';
/** ACM warns from 45 days before the last one, once a day ("Amazon EventBridge support for ACM"). */
const WARNS_FROM = 45;
/** Public certificates ("ACM certificate characteristics"); of imported ones the longest that we expect. */
const VALID_DAYS = 198;
const LONGEST_DAYS = 3650;

/** Twice a day, as far as we know; after the last day no more (CDK reference, `metricDaysToExpiry`). */
export const METRICS: readonly MetricSource[] = [
  {
    namespace: 'AWS/CertificateManager',
    metric: EXPIRES,
    unit: 'None',
    min: 0,
    max: LONGEST_DAYS,
    signal: 'expiry',
    every: 43_200,
  },
];

/** Metrics and events are of its own Region, and nobody of another one hears them. */
export function isHere(node: Certificate, { account }: FacetContext): boolean {
  return regionOf(node, account.region) === account.region;
}

function warning(node: Certificate, days: number | readonly number[], context: FacetContext): Json {
  return serviceEvent(
    {
      source: 'aws.acm',
      type: WARNING,
      resources: [context.arn(node.id)],
      detail: { DaysToExpiry: days, CommonName: node.props.domainName },
    },
    context,
  );
}

export function events(node: Certificate, context: FacetContext): readonly EventFacet[] {
  if (!node.props.issued || !isHere(node, context)) return [];
  const days = Array.from({ length: WARNS_FROM }, (_, index) => WARNS_FROM - index);
  return [{ name: WARNING, event: warning(node, days, context) }];
}

/** What ACM renews by itself ("Managed certificate renewal in AWS Certificate Manager"). */
function renewal({ id, props }: Certificate, context: FacetContext): ExpiryFacet['renewal'] {
  const no = (why: string) => ({ works: false, why });
  if (props.imported) return no('it was imported, and ACM renews only what it issued itself.');
  if (context.referrers(id).length === 0) return no('nothing uses it, and ACM renews only what is in use.');
  if (props.authority === 'private') return { works: true, why: 'ACM renews what a private CA signed for it.' };
  if (props.validation === 'EMAIL') return no('somebody has to answer an e-mail to the owner of the domain first.');
  return { works: true, why: 'ACM renews it while it is in use and its DNS record stands.' };
}

export function time(node: Certificate, context: FacetContext): TimeFacet | undefined {
  if (!node.props.issued || node.props.expired) return undefined;
  return {
    measures: (metric) => (metric === EXPIRES ? { quantity: 'days-left' } : undefined),
    expires: {
      renewal: renewal(node, context),
      days: VALID_DAYS,
      warns: WARNING,
      warning: (left) => (left <= WARNS_FROM && isHere(node, context) ? warning(node, left, context) : undefined),
    },
    harms: {
      expired: { leaves: { expired: true }, ...(node.props.imported && { undo: 'acm:ImportCertificate' }) },
    },
  };
}
