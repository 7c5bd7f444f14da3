import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { controls, findingEvents } from '../findings';
import { ANALYZER } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

function arnOf({ name }: NodeOf<Props>, { account }: FacetContext): string {
  return `arn:aws:access-analyzer:${account.region}:${account.id}:analyzer/${arnName(name)}`;
}

export const facets: Facets<Props> = {
  arn: arnOf,
  detector: ({ props }) => ({
    on: true,
    field: 'type',
    finds: [props.type === 'ACCOUNT' ? 'external-access' : 'unused-access'],
  }),
  events: ({ props }, context) =>
    findingEvents(
      {
        product: 'IAM Access Analyzer',
        source: 'aws.access-analyzer',
        type: props.type === 'ACCOUNT' ? 'Access Analyzer Finding' : 'Unused Access Finding for IAM entities',
        detail: {
          status: 'ACTIVE',
          isPublic: [true, false],
          accountId: context.account.id,
          resourceType: [
            'AWS::S3::Bucket',
            'AWS::IAM::Role',
            'AWS::KMS::Key',
            'AWS::SNS::Topic',
            'AWS::Lambda::Function',
          ],
        },
      },
      context,
    ),
  operations: (node, context) =>
    controls(['ListFindings', 'DeleteAnalyzer'], {
      prefix: 'access-analyzer',
      type: ANALYZER,
      eventSource: 'access-analyzer.amazonaws.com',
      resource: arnOf(node, context),
    }),
  time: () => ({ harms: { deleted: { action: 'access-analyzer:DeleteAnalyzer', leaves: 'gone' } } }),
  cost,
};
