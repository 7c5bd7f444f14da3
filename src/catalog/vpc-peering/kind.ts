import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'vpc-peering',
  title: 'VPC peering connection',
  category: 'network',
  summary: 'Joins two VPCs by their private addresses. It leads to these two and no further.',
  traits: ['route-target'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'requesterVpc', to: 'vpc', label: 'was requested by', required: true },
    { field: 'peerVpc', to: 'vpc', label: 'is accepted by', required: true },
  ],
  refuses: [
    {
      to: 'internet-gateway',
      lesson: 'A peering connection is not transitive: the gateways of one VPC are of no use to the other.',
    },
    {
      to: 'gateway-endpoint',
      lesson: 'A gateway endpoint serves the subnets of its own VPC only. Give the other VPC an endpoint of its own.',
    },
    {
      to: 'route-table',
      lesson: 'The route table names the connection, not the other way round. Draw from the route tables of both VPCs.',
    },
  ],
  defaultName: 'peering',
});
