import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { type Fields, matchesPattern } from './filter-pattern';
import type { Props } from './props';

/** Fields of the record of an API call ("CloudTrail record contents"), as far as they follow from the drawing. */
function fieldsOf(
  { source, event, denied }: { readonly source: string; readonly event: string; readonly denied: boolean },
  region: string,
): Fields {
  return new Map([
    ['eventType', 'AwsApiCall'],
    ['eventSource', source],
    ['eventName', event],
    ['awsRegion', region],
    ...(denied ? ([['errorCode', 'AccessDenied']] as const) : []),
  ]);
}

export function time({ props }: NodeOf<Props>, { account }: FacetContext): TimeFacet {
  if (props.metricFilters.length === 0) return {};
  return {
    counts: ({ namespace, metric }, call) =>
      props.metricFilters.some(
        (one) =>
          one.namespace === namespace &&
          one.metricName === metric &&
          matchesPattern(one.pattern, fieldsOf(call, account.region)),
      ),
  };
}
