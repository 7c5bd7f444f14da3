import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'vpn-gateway',
  title: 'VPN gateway',
  category: 'network',
  summary: 'The virtual private gateway of a VPC, with a Site-to-Site VPN connection to a network on premises.',
  traits: ['route-target'],
  livesIn: ['vpc'],
  props: Props,
  links: [
    { field: 'onPremises', to: 'on-premises-network', label: 'has a tunnel to' },
    { field: 'propagatesTo[]', to: 'route-table', label: 'propagates routes to' },
  ],
  refuses: [
    {
      to: 'subnet',
      lesson:
        'A VPN gateway is attached to the VPC. A route, static or propagated, sends the traffic of a subnet to it.',
    },
    {
      to: 'gateway-endpoint',
      lesson: 'Traffic from the VPN cannot take a gateway endpoint. Use an interface endpoint.',
    },
  ],
  defaultName: 'vpn-gateway',
});
