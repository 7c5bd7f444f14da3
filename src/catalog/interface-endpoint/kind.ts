import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'interface-endpoint',
  title: 'Interface endpoint',
  category: 'network',
  summary: 'Private addresses for one AWS service inside your subnets (AWS PrivateLink).',
  livesIn: ['vpc'],
  props: Props,
  links: [
    { field: 'subnets[]', to: 'subnet', label: 'has an interface in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  refuses: [
    {
      to: 'route-table',
      lesson:
        'An interface endpoint needs no route. It has private addresses in your subnets, and a name resolves to them.',
    },
  ],
  defaultName: 'endpoint',
});
