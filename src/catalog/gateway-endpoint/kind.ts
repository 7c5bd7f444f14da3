import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'gateway-endpoint',
  title: 'Gateway endpoint',
  category: 'network',
  summary: 'A route from your subnets to Amazon S3 or DynamoDB without internet or NAT gateway. Free.',
  livesIn: ['vpc'],
  props: Props,
  links: [{ field: 'routeTables[]', to: 'route-table', label: 'adds a route to' }],
  refuses: [
    { to: 'subnet', lesson: 'A gateway endpoint serves route tables. Name the route table that the subnet uses.' },
    {
      to: 'security-group',
      lesson:
        'A gateway endpoint has no network interface, so no security group. The client’s group must let the traffic out.',
    },
  ],
  defaultName: 'gateway-endpoint',
});
