import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { EventFacet } from '../../engine/monitoring/facets';
import type { RequestSpec } from '../../engine/request/facets';
import { apiOperations } from '../api';
import { findingEvents, onlyOne } from '../findings';
import { nameOf } from '../neighbour';
import { SESSION } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

const MACIE = 'macie.amazonaws.com';
/** It may read objects, and use no key: key policies must let it in ("Analyzing encrypted S3 objects"). */
const LINKED_ROLE = { name: 'AWSServiceRoleForAmazonMacie', allows: ['s3:Get*', 's3:List*'] };

/** A session has no ARN of its own that policies could name. */
function requests(node: NodeOf<Props>, context: FacetContext): readonly RequestSpec[] {
  if (!node.props.enabled) return [];
  return node.props.buckets.flatMap((to, index) =>
    ['s3:ListBucket', 's3:GetObject'].map((action): RequestSpec => {
      const name = nameOf(to, context);
      return {
        id: `${node.id}/${action}/${to}`,
        from: node.id,
        field: `buckets[${index}]`,
        signer: { type: 'service', principal: MACIE, linkedRole: LINKED_ROLE },
        origin: { type: 'platform' },
        action,
        to,
        purpose: 'setup',
        title: action === 's3:GetObject' ? `${node.name} reads ${name}` : `${node.name} lists ${name}`,
      };
    }),
  );
}

const PUBLIC = 'Policy:IAMUser/S3BucketPublic';
const TYPES = [
  'SensitiveData:S3Object/Personal',
  'SensitiveData:S3Object/Financial',
  'SensitiveData:S3Object/Credentials',
  'SensitiveData:S3Object/Multiple',
  PUBLIC,
];
const SEVERITIES = { description: ['Low', 'Medium', 'High'], score: [1, 2, 3] };
/** Policy findings about every bucket of the account; how soon, AWS does not say: minutes, as far as we know. */
const AFTER = [5 * 60, 30 * 60] as const;

function findings(
  category: readonly string[],
  type: readonly string[],
  severity: { readonly description: readonly string[]; readonly score: readonly number[] },
  context: FacetContext,
): readonly EventFacet[] {
  const detail = { category, type, severity, accountId: context.account.id };
  return findingEvents({ product: 'Macie', source: 'aws.macie', type: 'Macie Finding', detail }, context);
}

export const facets: Facets<Props> = {
  requests,
  detector: ({ props }) => ({
    on: props.enabled,
    field: props.enabled ? 'buckets' : 'enabled',
    finds: ['sensitive-data'],
    watches: props.buckets,
    ...(props.buckets.length === 0 && { blind: 'no bucket is connected, so no discovery job reads anything.' }),
  }),
  events: ({ props }, context) =>
    props.enabled ? findings(['CLASSIFICATION', 'POLICY'], TYPES, SEVERITIES, context) : [],
  refusals: (node, context) => onlyOne(node, 'macie', 'Macie session', context),
  operations: () =>
    apiOperations({ prefix: 'macie2', resourceType: SESSION, resource: '*' }, [
      'ListFindings',
      'UpdateMacieSession',
      'DisableMacie',
    ]),
  time: (_node, context) => ({
    finds: ({ what, node }) =>
      what === 'made-public' && context.hasTrait(node, 'bucket')
        ? {
            name: PUBLIC,
            afterSeconds: AFTER,
            state: true,
            events: findings(['POLICY'], [PUBLIC], { description: ['High'], score: [3] }, context).map(
              ({ event }) => event,
            ),
          }
        : undefined,
    harms: {
      stopped: { action: 'macie2:UpdateMacieSession', leaves: { enabled: false }, undo: 'macie2:UpdateMacieSession' },
      deleted: { action: 'macie2:DisableMacie', leaves: 'gone' },
    },
  }),
  cost,
};
