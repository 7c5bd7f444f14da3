import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { type CloudFormation, defineTemplate, reference } from '../cloudformation';
import { ENDPOINT, endpointReader, endpointResource } from '../endpoint-template';
import type { Props } from './props';

const RESOLVERS = 'PrivateDnsOnlyForInboundResolverEndpoint';

function dnsOptions({ privateDnsEnabled, privateDnsOnlyForInboundResolver, service }: Props): Json | undefined {
  if (!privateDnsEnabled || service !== 's3') return undefined;
  return { [RESOLVERS]: privateDnsOnlyForInboundResolver ? 'OnlyInboundResolver' : 'AllResolvers' };
}

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { props } = node;
  const own = {
    SubnetIds: props.subnets.map(reference),
    SecurityGroupIds: props.securityGroups.length > 0 ? props.securityGroups.map(reference) : undefined,
    PrivateDnsEnabled: props.privateDnsEnabled,
    DnsOptions: dnsOptions(props),
  };
  return endpointResource(node, 'Interface', own, context);
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [ENDPOINT]: endpointReader<Props>('Interface', (reading) => ({
      subnets: reading.refs('SubnetIds'),
      securityGroups: reading.refs('SecurityGroupIds'),
      privateDnsEnabled: reading.flag('PrivateDnsEnabled'),
      privateDnsOnlyForInboundResolver: reading.text(`DnsOptions.${RESOLVERS}`) === 'AllResolvers' ? false : undefined,
    })),
  },
});
