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
      VpcEndpointType: 'Gateway',
      VpcId: container(node, 'vpc', context),
      ServiceName: `com.amazonaws.${context.account.region}.${props.service}`,
      RouteTableIds: props.routeTables.map(reference),
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
      when: (reading) => (reading.text('VpcEndpointType') ?? 'Gateway') === 'Gateway',
      in: ['VpcId'],
      essential: ['service'],
      props: (reading, { account }) => ({
        service: reading.text('ServiceName')?.replace(`com.amazonaws.${account.region}.`, ''),
        routeTables: reading.refs('RouteTableIds'),
        policy: reading.policy('PolicyDocument'),
      }),
    },
  },
});
