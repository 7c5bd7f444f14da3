import { CALLS_LINK } from '../calls';
import { MOUNTS_LINK } from '../file-systems';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'ec2-instance',
  title: 'EC2 instance',
  category: 'actors',
  summary: 'A server in a subnet: an application that calls other services with the credentials of its role.',
  traits: ['client'],
  livesIn: ['subnet'],
  props: Props,
  links: [
    { field: 'role', to: 'role', label: 'signs with' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
    { field: 'volumes[]', to: 'volume', label: 'has attached' },
    MOUNTS_LINK,
    CALLS_LINK,
  ],
  refuses: [
    {
      to: 'iam-user',
      lesson:
        'Access keys of a user do not belong on a server. Give the instance a role: its credentials are temporary.',
    },
    {
      to: 'interface-endpoint',
      lesson: 'A client calls the service. Name, route and endpoint follow from the network it stands in.',
    },
    {
      to: 'gateway-endpoint',
      lesson:
        'A client calls the service. The route table of its subnet decides whether the endpoint takes the traffic.',
    },
  ],
  defaultName: 'app-server',
});
