import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

/** A table with point-in-time recovery comes back under a new name (RestoreTableToPointInTime): still gone for clients. */
export function time(_: NodeOf<Props>, { account }: FacetContext): TimeFacet {
  return {
    harms: { deleted: { action: 'dynamodb:DeleteTable', leaves: 'gone' } },
    holds: {
      read: 'dynamodb:Scan',
      write: 'dynamodb:PutItem',
      foreignResource: `arn:aws:dynamodb:${account.region}:999988887777:table/of-somebody-else`,
    },
  };
}
