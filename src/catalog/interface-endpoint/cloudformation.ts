import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  container,
  defineTemplate,
  nameTag,
  policyDocument,
  present,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { name, props } = node;
  return {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: present({
      VpcEndpointType: 'Interface',
      VpcId: container(node, 'vpc', context),
      ServiceName: `com.amazonaws.${context.account.region}.${props.service}`,
      SubnetIds: props.subnets.map(reference),
      SecurityGroupIds: props.securityGroups.length > 0 ? props.securityGroups.map(reference) : undefined,
      PrivateDnsEnabled: props.privateDnsEnabled,
      DnsOptions:
        props.privateDnsEnabled && props.service === 's3'
          ? {
              PrivateDnsOnlyForInboundResolverEndpoint: props.privateDnsOnlyForInboundResolver
                ? 'OnlyInboundResolver'
                : 'AllResolvers',
            }
          : undefined,
      PolicyDocument: props.policy.trim() === '' ? undefined : policyDocument(props.policy),
      Tags: nameTag(name),
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::VPCEndpoint': {
      when: (reading) => reading.text('VpcEndpointType') === 'Interface',
      in: ['VpcId'],
      essential: ['service'],
      props: (reading, { account }) => ({
        service: reading.text('ServiceName')?.replace(`com.amazonaws.${account.region}.`, ''),
        subnets: reading.refs('SubnetIds'),
        securityGroups: reading.refs('SecurityGroupIds'),
        privateDnsEnabled: reading.flag('PrivateDnsEnabled'),
        privateDnsOnlyForInboundResolver:
          reading.text('DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint') === 'AllResolvers' ? false : undefined,
        policy: reading.policy('PolicyDocument'),
      }),
    },
  },
});
