import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { EventFacet } from '../../engine/monitoring/facets';
import { arnName } from '../arn';
import { apiOperations } from '../api';
import { findingEvents } from '../findings';
import { ANALYZER } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

function arnOf({ name }: NodeOf<Props>, { account }: FacetContext): string {
  return `arn:aws:access-analyzer:${account.region}:${account.id}:analyzer/${arnName(name)}`;
}

const TYPES = ['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::KMS::Key', 'AWS::SNS::Topic', 'AWS::Lambda::Function'];
/** Up to 30 minutes after a policy changes ("Working with findings"). */
const AFTER = [60, 30 * 60] as const;

function findings(
  { type }: Props,
  isPublic: boolean | readonly boolean[],
  resourceType: readonly string[],
  context: FacetContext,
): readonly EventFacet[] {
  return findingEvents(
    {
      product: 'IAM Access Analyzer',
      source: 'aws.access-analyzer',
      type: type === 'ACCOUNT' ? 'Access Analyzer Finding' : 'Unused Access Finding for IAM entities',
      detail: { status: 'ACTIVE', isPublic, accountId: context.account.id, resourceType },
    },
    context,
  );
}

export const facets: Facets<Props> = {
  arn: arnOf,
  detector: ({ props }) => ({
    on: true,
    field: 'type',
    finds: [props.type === 'ACCOUNT' ? 'external-access' : 'unused-access'],
  }),
  events: ({ props }, context) => findings(props, [true, false], TYPES, context),
  operations: (node, context) =>
    apiOperations({ prefix: 'access-analyzer', resourceType: ANALYZER, resource: arnOf(node, context) }, [
      'ListFindings',
      'DeleteAnalyzer',
    ]),
  time: ({ props }, context) => ({
    finds: ({ what, node }) =>
      what === 'made-public' && props.type === 'ACCOUNT' && context.hasTrait(node, 'bucket')
        ? {
            name: 'access from outside',
            afterSeconds: AFTER,
            state: true,
            events: findings(props, true, ['AWS::S3::Bucket'], context).map(({ event }) => event),
          }
        : undefined,
    harms: { deleted: { action: 'access-analyzer:DeleteAnalyzer', leaves: 'gone' } },
  }),
  cost,
};
