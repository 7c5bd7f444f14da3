import { CALLS_LINK } from '../calls';
import { EVENT_SOURCES_LINK } from '../event-sources';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'lambda-function',
  title: 'Lambda function',
  category: 'actors',
  summary: 'Code that runs on demand. It stands in no subnet; with subnets named, it gets interfaces in them.',
  traits: ['client', 'callable', 'alarm-action'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'runs as', required: true },
    { field: 'subnets[]', to: 'subnet', label: 'has an interface in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
    EVENT_SOURCES_LINK,
    { field: 'fileSystem', to: 'file-system', label: 'mounts' },
    { field: 'deadLetter', to: 'topic', label: 'sends failed events to', byForm: true },
    CALLS_LINK,
  ],
  refuses: [
    { to: 'iam-user', lesson: 'A function signs with its execution role. There is no place for a user.' },
    {
      to: 'interface-endpoint',
      lesson: 'A function calls the service. Name, route and endpoint follow from its subnets.',
    },
    {
      to: 'gateway-endpoint',
      lesson:
        'A function calls the service. The route tables of its subnets decide whether the endpoint takes the traffic.',
    },
  ],
  defaultName: 'function',
});
