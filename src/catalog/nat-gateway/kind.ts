import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'nat-gateway',
  title: 'NAT gateway',
  category: 'network',
  summary: 'Lets private subnets open connections to the internet. Nothing can open one towards them.',
  traits: ['route-target'],
  livesIn: ['subnet', 'vpc'],
  props: Props,
  links: [],
  refuses: [
    {
      to: 'internet-gateway',
      lesson:
        'A zonal NAT gateway reaches the internet through the route table of the subnet it stands in. Draw the route there.',
    },
    {
      to: 'security-group',
      lesson: 'A NAT gateway has no security group. Guard the interfaces behind it, or use a network ACL.',
    },
  ],
  defaultName: 'nat-gateway',
});
