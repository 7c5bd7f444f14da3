import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

export function time(_: NodeOf<Props>, { account }: FacetContext): TimeFacet {
  return {
    harms: { deleted: { action: 'kinesis:DeleteStream', leaves: 'gone' } },
    holds: {
      read: 'kinesis:GetRecords',
      write: 'kinesis:PutRecord',
      foreignResource: `arn:aws:kinesis:${account.region}:999988887777:stream/of-somebody-else`,
    },
  };
}
