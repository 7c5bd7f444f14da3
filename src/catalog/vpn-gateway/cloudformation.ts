import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  type CloudFormationPart,
  container,
  defineTemplate,
  nameTag,
  part,
  reference,
} from '../cloudformation';
import { textsAt } from '../neighbour';
import type { Props } from './props';

const Type = 'ipsec.1';
const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const vpc = container(node, 'vpc', context);
  const parts: Record<string, CloudFormationPart> = {};
  if (vpc !== undefined) {
    parts['Attachment'] = {
      Type: ATTACHMENT,
      Properties: { VpcId: vpc, VpnGatewayId: reference(id) },
      needed: true,
    };
  }
  if (props.propagatesTo.length > 0) {
    parts['Propagation'] = {
      Type: 'AWS::EC2::VPNGatewayRoutePropagation',
      Properties: { VpnGatewayId: reference(id), RouteTableIds: props.propagatesTo.map(reference) },
      DependsOn: [part(id, 'Attachment')],
    };
  }
  const site = context.node(props.onPremises);
  if (props.onPremises !== undefined && site) {
    parts['Connection'] = {
      Type: 'AWS::EC2::VPNConnection',
      Properties: {
        Type,
        StaticRoutesOnly: true,
        CustomerGatewayId: reference(props.onPremises),
        VpnGatewayId: reference(id),
      },
    };
    textsAt(site, 'cidrs').forEach((cidr, index) => {
      parts[`Route${index}`] = {
        Type: 'AWS::EC2::VPNConnectionRoute',
        Properties: { VpnConnectionId: reference(part(id, 'Connection')), DestinationCidrBlock: cidr },
      };
    });
  }
  return { Type: 'AWS::EC2::VPNGateway', Properties: { Type, Tags: nameTag(name) }, With: parts };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::VPNGateway': {
      props(reading) {
        reading.text('Type');
        return {};
      },
    },
  },
  parts: {
    [ATTACHMENT]: { of: ['VpnGatewayId'], add: (reading) => ({ parent: reading.ref('VpcId') }) },
    'AWS::EC2::VPNGatewayRoutePropagation': {
      of: ['VpnGatewayId'],
      add: (reading) => ({ props: { propagatesTo: reading.refs('RouteTableIds') } }),
    },
    'AWS::EC2::VPNConnection': {
      of: ['VpnGatewayId'],
      add(reading) {
        reading.text('Type');
        reading.flag('StaticRoutesOnly');
        return { props: { onPremises: reading.ref('CustomerGatewayId') } };
      },
    },
  },
});
