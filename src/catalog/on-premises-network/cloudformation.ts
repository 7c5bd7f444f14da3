import type { NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate, nameTag } from '../cloudformation';
import type { Props } from './props';

/** A private number (RFC 6996); static routes do not use it, but the property is required. */
const BGP_ASN = 65_000;

/** AWS knows of the network the device at its border; the ranges are routes of the VPN connection. */
export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::EC2::CustomerGateway',
    Properties: { Type: 'ipsec.1', BgpAsn: BGP_ASN, IpAddress: props.routerAddress, Tags: nameTag(name) },
    ...((props.calls.length > 0 || props.resolverVpc !== undefined) && {
      Notes: ['What clients on premises call, and which name server they ask, is no part of a template.'],
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::CustomerGateway': {
      props(reading) {
        reading.text('Type');
        reading.number('BgpAsn');
        return { routerAddress: reading.text('IpAddress') };
      },
    },
  },
  parts: {
    'AWS::EC2::VPNConnectionRoute': {
      of: ['VpnConnectionId > CustomerGatewayId'],
      add(reading, { props }) {
        const cidr = reading.text('DestinationCidrBlock');
        return cidr === undefined ? 'It has no range.' : { props: { cidrs: [...props.cidrs, cidr] } };
      },
    },
  },
});
