import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import { arnName } from '../arn';
import { apiOperations } from '../api';
import { WEB_ACL } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

/** What CloudFront uses stands in us-east-1, whatever the account's Region. */
function arnOf({ id, name, props }: NodeOf<Props>, { account }: FacetContext): string {
  const [region, scope] = props.scope === 'CLOUDFRONT' ? ['us-east-1', 'global'] : [account.region, 'regional'];
  return `arn:aws:wafv2:${region}:${account.id}:${scope}/webacl/${arnName(name)}/${id}`;
}

function refusals({ props }: NodeOf<Props>, context: FacetContext): readonly Refusal[] {
  const group = context.node(props.logs);
  if (!group || group.name.startsWith('aws-waf-logs-')) return [];
  return [
    { field: 'logs', message: `AWS WAF logs to groups whose name begins with aws-waf-logs-. Rename ${group.name}.` },
  ];
}

export const facets: Facets<Props> = {
  arn: arnOf,
  refusals,
  operations: (node, context) => {
    const api = { prefix: 'wafv2', resourceType: WEB_ACL, resource: arnOf(node, context) };
    return apiOperations(api, ['GetWebACL', 'UpdateWebACL', 'DeleteWebACL']);
  },
  cost,
};
