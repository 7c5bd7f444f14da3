import { defineKind } from '../kind';
import { Props } from './props';

const https = () => ({ protocol: 'tcp', fromPort: 443, toPort: 443 });

export const kind = defineKind({
  id: 'security-group',
  title: 'Security group',
  category: 'network',
  summary: 'A stateful firewall around network interfaces. It can only allow.',
  livesIn: ['vpc'],
  props: Props,
  links: [
    { field: 'ingress[].sourceGroup', to: 'security-group', label: 'admits', item: https },
    { field: 'egress[].sourceGroup', to: 'security-group', label: 'may send to', item: https },
  ],
  refuses: [
    {
      to: 'subnet',
      lesson: 'Security groups guard network interfaces, not subnets. Name the group on the thing in the subnet.',
    },
    {
      to: 'network-acl',
      lesson: 'A network ACL cannot refer to a security group. Both are asked, one after the other.',
    },
  ],
  removable: (props) => !props.default,
  defaultName: 'security-group',
});
