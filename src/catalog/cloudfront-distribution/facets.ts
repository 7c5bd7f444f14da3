import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { DoorFacet, Operation, RequestSpec } from '../../engine/request/facets';
import { apiOperations } from '../api';
import { certificateRefusals } from '../certificates';
import { isOn, textAt } from '../neighbour';
import { HOURS_PER_MONTH } from '../prices';
import { forwardRequest, logDelivery, REQUEST, slot } from '../web';
import { filterOf, webAclRefusals } from '../web-acl';
import { DISTRIBUTION } from './cloudformation';
import { cost } from './cost';
import { type Props, TLS_POLICIES } from './props';

type Distribution = NodeOf<Props>;

/** CloudFront is global: no Region in its ARNs. */
function arnOf({ id }: Distribution, { account }: FacetContext): string {
  return `arn:aws:cloudfront::${account.id}:distribution/${id}`;
}

function refusals({ props }: Distribution, context: FacetContext): readonly Refusal[] {
  const certificate = certificateRefusals(context.node(props.certificate), {
    door: 'CloudFront',
    region: 'us-east-1',
    accountRegion: context.account.region,
    domain: props.domainName,
  });
  return [...certificate, ...webAclRefusals(props.webAcl, 'CLOUDFRONT', context)];
}

function operations(node: Distribution, context: FacetContext): readonly Operation[] {
  const resource = arnOf(node, context);
  const [refused] = refusals(node, context);
  const api = { prefix: 'cloudfront', resourceType: DISTRIBUTION, resource };
  return [
    {
      action: REQUEST.https,
      resource,
      service: 'cloudfront',
      open: true,
      ...(refused && { refused: refused.message }),
    },
    ...apiOperations(api, ['UpdateDistribution', 'DeleteDistribution']),
  ];
}

/** What stands between the viewer and the origin: nobody, unless CloudFront signs. */
function toOrigin(node: Distribution, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const outside = { signer: { type: 'anonymous' }, origin: { type: 'internet' } } as const;
  if (props.bucket) {
    const sourceArn = arnOf(node, context);
    const signed = {
      signer: { type: 'service', principal: 'cloudfront.amazonaws.com', sourceArn },
      origin: { type: 'platform' },
    } as const;
    const by = props.originAccessControl ? signed : outside;
    return [forwardRequest(node, props.bucket, { field: 'bucket', action: 's3:GetObject', ...by }, context)];
  }
  if (props.balancer) {
    // With match-viewer the stricter case counts: a viewer that came by HTTPS.
    const action = props.originProtocol === 'http-only' ? REQUEST.http : REQUEST.https;
    return [forwardRequest(node, props.balancer, { field: 'balancer', action, ...outside }, context)];
  }
  if (!props.api) return [];
  return [forwardRequest(node, props.api, { field: 'api', action: 'execute-api:Invoke', ...outside }, context)];
}

/** With its own certificate CloudFront sets the policy TLSv1 ("ViewerCertificate"). */
function door({ props }: Distribution, context: FacetContext): DoorFacet {
  const own = props.domainName === '' ? undefined : props.certificate;
  return {
    public: true,
    minimumTls:
      props.viewerProtocol === 'allow-all'
        ? { version: 'none', field: 'viewerProtocol' }
        : own
          ? { version: TLS_POLICIES[props.minimumTls], field: 'minimumTls' }
          : { version: '1.0', field: 'certificate' },
    certificate: slot('certificate', own),
    filter: filterOf(props.webAcl, context),
    logs: slot('accessLogs', props.accessLogs),
  };
}

export const facets: Facets<Props> = {
  arn: arnOf,
  operations,
  requests: (node, context) => [
    ...toOrigin(node, context),
    ...logDelivery(
      node,
      node.props.accessLogs,
      {
        principal: 'delivery.logs.amazonaws.com',
        sourceArn: `arn:aws:logs:us-east-1:${context.account.id}:delivery-source:${node.id}`,
        field: 'accessLogs',
        path: `AWSLogs/${context.account.id}/CloudFront/log.gz`,
      },
      context,
    ),
  ],
  refusals: (node, context) => {
    const api = context.node(node.props.api);
    const shut = api && isOn(api, 'disableDefaultEndpoint');
    const internal = textAt(context.node(node.props.balancer), 'scheme') === 'internal';
    return [
      ...refusals(node, context),
      ...(shut
        ? [{ field: 'api', message: `${api.name} has closed its default address, which CloudFront calls. Open it.` }]
        : []),
      ...(internal
        ? [{ field: 'balancer', message: 'This origin must be internet-facing: CloudFront calls it from outside.' }]
        : []),
    ];
  },
  door,
  cost,
  time: ({ props }) => ({ runsOnInvocation: true, sendsPerHour: props.requestsPerMonth / HOURS_PER_MONTH }),
};
