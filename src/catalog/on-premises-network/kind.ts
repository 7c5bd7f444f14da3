import { CALLS_LINK } from '../calls';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'on-premises-network',
  title: 'On-premises network',
  category: 'actors',
  summary: 'The network of a company outside AWS, with clients that may call in through a VPN.',
  traits: ['client'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'resolverVpc', to: 'vpc', label: 'asks the resolver of' },
    { field: 'role', to: 'role', label: 'works as' },
    CALLS_LINK,
  ],
  refuses: [
    {
      to: 'gateway-endpoint',
      lesson:
        'A gateway endpoint is a route in a VPC; a client on premises never takes it. Use an interface endpoint over the VPN.',
    },
    {
      to: 'vpn-gateway',
      lesson: 'The VPN gateway of the VPC names the network on premises. Draw from the gateway.',
    },
    {
      to: 'security-group',
      lesson: 'Security groups guard interfaces in a VPC. For AWS a network on premises is a range of addresses.',
    },
  ],
  defaultName: 'on-premises',
});
