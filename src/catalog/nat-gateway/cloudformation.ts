import type { FacetContext, NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, container, defineTemplate, nameTag, part, present } from '../cloudformation';
import type { Props } from './props';

/** An address and a public gateway need the internet gateway of their VPC, and say so nowhere. */
function attachments(id: string, context: FacetContext): readonly string[] {
  const vpc = context.enclosing(id, 'vpc')?.id;
  return context
    .withTrait('internet-gateway')
    .filter((gateway) => vpc !== undefined && context.enclosing(gateway.id, 'vpc')?.id === vpc)
    .map((gateway) => part(gateway.id, 'Attachment'));
}

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const Type = 'AWS::EC2::NatGateway';
  const Tags = nameTag(name);
  if (props.availabilityMode === 'regional') {
    return {
      Type,
      Properties: present({ AvailabilityMode: 'regional', VpcId: container(node, 'vpc', context), Tags }),
      DependsOn: attachments(id, context),
    };
  }
  const shared = { ConnectivityType: props.connectivityType, SubnetId: container(node, 'subnet', context), Tags };
  if (props.connectivityType === 'private') return { Type, Properties: present(shared) };
  return {
    Type,
    Properties: present({ ...shared, AllocationId: attribute(part(id, 'Address'), 'AllocationId') }),
    DependsOn: attachments(id, context),
    With: {
      Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' }, DependsOn: attachments(id, context) },
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::NatGateway': {
      in: ['SubnetId', 'VpcId'],
      props(reading) {
        reading.follow('AllocationId')?.text('Domain');
        return {
          availabilityMode: reading.text('AvailabilityMode'),
          connectivityType: reading.text('ConnectivityType'),
        };
      },
    },
  },
});
