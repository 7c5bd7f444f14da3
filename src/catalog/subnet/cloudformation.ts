import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  type CloudFormationPart,
  container,
  defineTemplate,
  nameTag,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const parts: Record<string, CloudFormationPart> = {};
  if (props.routeTable !== undefined) {
    parts['RouteTable'] = {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: reference(id), RouteTableId: reference(props.routeTable) },
      needed: true,
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
      VpcId: container(node, 'vpc', context),
      CidrBlock: props.cidr,
      AvailabilityZone: `${context.account.region}${props.availabilityZone}`,
      MapPublicIpOnLaunch: props.mapPublicIpOnLaunch,
      Tags: nameTag(name),
    }),
    With: parts,
  };
}

/** A template for another Region keeps its zones apart: the same letter counts. */
function readZone(reading: Reading, region: string): string | undefined {
  const zone = reading.text('AvailabilityZone');
  const [, elsewhere, letter] = /^((?:[a-z]+-)+\d+)([a-z])$/.exec(zone ?? '') ?? [];
  if (letter === undefined || elsewhere === region) return letter ?? zone;
  reading.skip('AvailabilityZone', 'It is in another Region. The zone of the same letter stands in for it.');
  return letter;
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  namedBy: ['SubnetId', 'SubnetIds', 'Subnets'],
  nodes: {
    'AWS::EC2::Subnet': {
      in: ['VpcId'],
      props: (reading, { account }) => ({
        cidr: reading.text('CidrBlock'),
        availabilityZone: readZone(reading, account.region),
        mapPublicIpOnLaunch: reading.flag('MapPublicIpOnLaunch'),
      }),
    },
  },
  parts: {
    'AWS::EC2::SubnetRouteTableAssociation': {
      of: ['SubnetId'],
      add: (reading) => ({ props: { routeTable: reading.ref('RouteTableId') } }),
    },
    'AWS::EC2::SubnetNetworkAclAssociation': {
      of: ['SubnetId'],
      add: (reading) => ({ props: { networkAcl: reading.ref('NetworkAclId') } }),
    },
  },
});
