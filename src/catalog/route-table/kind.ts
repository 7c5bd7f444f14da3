import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'route-table',
  title: 'Route table',
  category: 'network',
  summary: 'Decides where the traffic that leaves a subnet goes. The most specific route wins.',
  livesIn: ['vpc'],
  props: Props,
  links: [
    { field: 'routes[].target', to: 'route-target', label: 'routes to', item: () => ({ destination: '0.0.0.0/0' }) },
  ],
  refuses: [
    {
      to: 'gateway-endpoint',
      lesson:
        'Nobody writes the route to a gateway endpoint. Name the route table on the endpoint and AWS adds the route.',
    },
    {
      to: 'interface-endpoint',
      lesson:
        'An interface endpoint needs no route. It has private addresses in your subnets, and a name resolves to them.',
    },
    { to: 'subnet', lesson: 'The subnet names its route table, not the other way round. Draw from the subnet.' },
  ],
  removable: (props) => !props.default,
  defaultName: 'route-table',
});
