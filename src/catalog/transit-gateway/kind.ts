import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'transit-gateway',
  title: 'Transit gateway',
  category: 'network',
  summary: 'A router between VPCs. Each is attached by one subnet per Availability Zone.',
  traits: ['route-target'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'subnets[]', to: 'subnet', label: 'is attached by' },
    { field: 'routes[].vpc', to: 'vpc', label: 'routes to', item: () => ({ destination: '0.0.0.0/0' }) },
  ],
  refuses: [
    {
      to: 'internet-gateway',
      lesson: 'Traffic from a transit gateway cannot use an internet gateway: it has no public address in that VPC.',
    },
    {
      to: 'gateway-endpoint',
      lesson: 'A gateway endpoint serves the subnets of its own VPC only. Give the other VPC an endpoint of its own.',
    },
    {
      to: 'route-table',
      lesson: 'The route table names the transit gateway. Draw from the route tables of all attached VPCs.',
    },
  ],
  defaultName: 'transit-gateway',
});
