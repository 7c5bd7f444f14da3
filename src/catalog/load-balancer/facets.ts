import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { DoorFacet, Operation, RequestSpec } from '../../engine/request/facets';
import { arnName } from '../arn';
import { apiOperations } from '../api';
import { certificateRefusals } from '../certificates';
import { textAt } from '../neighbour';
import { groupsOrDefault } from '../network-fields';
import { forwardRequest, logDelivery, portAction, slot, webOperation } from '../web';
import { filterOf, webAclRefusals } from '../web-acl';
import { LOAD_BALANCER } from './cloudformation';
import { cost } from './cost';
import { type Props, TLS_POLICIES } from './props';

type Balancer = NodeOf<Props>;

function arnOf({ id, name }: Balancer, { account }: FacetContext): string {
  return `arn:aws:elasticloadbalancing:${account.region}:${account.id}:loadbalancer/app/${arnName(name)}/${id}`;
}

function refusals({ props }: Balancer, context: FacetContext): readonly Refusal[] {
  const { region } = context.account;
  const zones = new Set(props.subnets.map((id) => textAt(context.node(id), 'availabilityZone')));
  const certificate = certificateRefusals(context.node(props.certificate), {
    door: 'A load balancer',
    region,
    accountRegion: region,
    domain: '',
  });
  const logs = context.node(props.accessLogs);
  const encryption = textAt(logs, 'encryption');
  return [
    ...(props.subnets.length > 0 && zones.size < 2
      ? [{ field: 'subnets', message: 'A load balancer stands in two Availability Zones at least. Add a subnet.' }]
      : []),
    ...certificate,
    ...webAclRefusals(props.webAcl, 'REGIONAL', context),
    ...(logs && encryption !== '' && encryption !== 'sse-s3'
      ? [{ field: 'accessLogs', message: `Access logs go to buckets with SSE-S3 only, and ${logs.name} has another.` }]
      : []),
  ];
}

function portOf({ protocol }: Props): number {
  return protocol === 'HTTPS' ? 443 : 80;
}

function operations(node: Balancer, context: FacetContext): readonly Operation[] {
  const resource = arnOf(node, context);
  const [refused] = refusals(node, context);
  const api = {
    prefix: 'elasticloadbalancing',
    resourceType: LOAD_BALANCER,
    resource,
  };
  return [
    webOperation(resource, portOf(node.props), node.props.protocol === 'HTTPS', refused?.message),
    ...apiOperations(api, ['ModifyLoadBalancerAttributes', 'DeleteLoadBalancer']),
  ];
}

/** To servers through the VPC; to a function on AWS's own network, in the name of the service. */
function requests(node: Balancer, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const arn = arnOf(node, context);
  const { account } = context;
  const target = `arn:aws:elasticloadbalancing:${account.region}:${account.id}:targetgroup/${arnName(node.name)}/${node.id}`;
  return [
    ...props.servers.map((to, index) =>
      forwardRequest(
        node,
        to,
        {
          field: `servers[${index}]`,
          signer: { type: 'anonymous' },
          origin: { type: 'interfaces', node: node.id },
          action: portAction(props.targetPort),
        },
        context,
      ),
    ),
    ...(props.function
      ? [
          forwardRequest(
            node,
            props.function,
            {
              field: 'function',
              signer: { type: 'service', principal: 'elasticloadbalancing.amazonaws.com', sourceArn: target },
              origin: { type: 'platform' },
              action: 'lambda:InvokeFunction',
            },
            context,
          ),
        ]
      : []),
    ...logDelivery(
      node,
      props.accessLogs,
      {
        principal: 'logdelivery.elasticloadbalancing.amazonaws.com',
        sourceArn: arn,
        field: 'accessLogs',
        path: `AWSLogs/${account.id}/elasticloadbalancing/${account.region}/log.gz`,
      },
      context,
    ),
  ];
}

function door({ props }: Balancer, context: FacetContext): DoorFacet {
  return {
    public: props.scheme === 'internet-facing',
    minimumTls:
      props.protocol === 'HTTPS'
        ? { version: TLS_POLICIES[props.tlsPolicy], field: 'tlsPolicy' }
        : { version: 'none', field: 'protocol' },
    certificate: slot('certificate', props.certificate),
    filter: filterOf(props.webAcl, context),
    logs: slot('accessLogs', props.accessLogs),
  };
}

export const facets: Facets<Props> = {
  arn: arnOf,
  network: ({ id, props }, context) => ({
    role: 'interfaces',
    subnets: props.subnets,
    securityGroups: groupsOrDefault(id, props.securityGroups, context),
    publicIp: props.scheme === 'internet-facing' ? 'always' : 'never',
    withoutSubnets: 'none',
    listens: [portOf(props), ...(props.redirectHttp ? [80] : [])],
  }),
  operations,
  requests,
  refusals,
  door,
  cost,
  time: () => ({ runsOnInvocation: true }),
};
