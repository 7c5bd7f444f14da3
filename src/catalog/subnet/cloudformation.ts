import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, type CloudFormationResource, present, reference } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ id, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const vpc = context.enclosing(id, 'vpc')?.id;
  const parts: Record<string, CloudFormationResource> = {};
  if (props.routeTable !== undefined) {
    parts['RouteTable'] = {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: reference(id), RouteTableId: reference(props.routeTable) },
    };
  }
  if (props.networkAcl !== undefined) {
    parts['NetworkAcl'] = {
      Type: 'AWS::EC2::SubnetNetworkAclAssociation',
      Properties: { SubnetId: reference(id), NetworkAclId: reference(props.networkAcl) },
    };
  }
  return {
    Type: 'AWS::EC2::Subnet',
    Properties: present({
      VpcId: vpc === undefined ? undefined : reference(vpc),
      CidrBlock: props.cidr,
      AvailabilityZone: `${context.account.region}${props.availabilityZone}`,
      MapPublicIpOnLaunch: props.mapPublicIpOnLaunch,
    }),
    With: parts,
  };
}
