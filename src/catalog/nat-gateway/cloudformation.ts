import type { FacetContext, NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const Type = 'AWS::EC2::NatGateway';
  if (props.availabilityMode === 'regional') {
    const vpc = context.enclosing(id, 'vpc')?.id;
    return {
      Type,
      Properties: present({ AvailabilityMode: 'regional', VpcId: vpc === undefined ? undefined : reference(vpc) }),
    };
  }
  const subnet = context.enclosing(id, 'subnet')?.id;
  const address = `${id}-address`;
  const shared = {
    ConnectivityType: props.connectivityType,
    SubnetId: subnet === undefined ? undefined : reference(subnet),
  };
  if (props.connectivityType === 'private') return { Type, Properties: present(shared) };
  return {
    Type,
    Properties: present({ ...shared, AllocationId: attribute(address, 'AllocationId') }),
    With: { Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } } },
  };
}
