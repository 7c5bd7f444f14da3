import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'subnet',
  title: 'Subnet',
  category: 'network',
  summary: 'A part of a VPC in one Availability Zone. Its route table makes it public or private.',
  livesIn: ['vpc'],
  container: { width: 300, height: 200 },
  props: Props,
  links: [
    { field: 'routeTable', to: 'route-table', label: 'is routed by' },
    { field: 'networkAcl', to: 'network-acl', label: 'is filtered by' },
  ],
  refuses: [
    {
      to: 'security-group',
      lesson: 'Security groups guard network interfaces, not subnets. At the border of a subnet stands a network ACL.',
    },
    {
      to: 'internet-gateway',
      lesson: 'A subnet names no gateway. A route in its route table sends traffic to the internet gateway.',
    },
    {
      to: 'nat-gateway',
      lesson: 'A subnet names no gateway. A route in its route table sends traffic to the NAT gateway.',
    },
  ],
  defaultName: 'subnet',
});
