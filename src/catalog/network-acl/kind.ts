import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'network-acl',
  title: 'Network ACL',
  category: 'network',
  summary: 'A stateless filter at the border of a subnet. It can allow and deny, by address and port.',
  livesIn: ['vpc'],
  props: Props,
  links: [],
  refuses: [
    { to: 'subnet', lesson: 'The subnet names its network ACL, not the other way round. Draw from the subnet.' },
    { to: 'security-group', lesson: 'A network ACL knows addresses only. It cannot refer to a security group.' },
  ],
  removable: (props) => !props.default,
  defaultName: 'network-acl',
});
