import { defineKind } from '../kind';
import { Props } from './props';

const ANYWHERE = '0.0.0.0/0';
const entry = (direction: string) => ({ ruleNumber: 100, direction, action: 'allow', protocol: 'all', cidr: ANYWHERE });

export const kind = defineKind({
  id: 'vpc',
  title: 'VPC',
  category: 'network',
  summary: 'A private network in one Region. It protects nothing by itself: routes, groups and endpoints decide.',
  livesIn: ['account'],
  container: { width: 720, height: 480 },
  props: Props,
  links: [
    { field: 'mainRouteTable', to: 'route-table', label: 'has the main route table', required: true },
    { field: 'defaultSecurityGroup', to: 'security-group', label: 'has the default security group', required: true },
    { field: 'defaultNetworkAcl', to: 'network-acl', label: 'has the default network ACL', required: true },
  ],
  companions: [
    {
      kind: 'route-table',
      suffix: 'main-route-table',
      field: 'mainRouteTable',
      inside: true,
      props: { default: true },
    },
    {
      kind: 'security-group',
      suffix: 'default-security-group',
      field: 'defaultSecurityGroup',
      inside: true,
      props: {
        default: true,
        ingress: [{ protocol: 'all', self: true }],
        egress: [{ protocol: 'all', cidr: ANYWHERE }],
      },
    },
    {
      kind: 'network-acl',
      suffix: 'default-network-acl',
      field: 'defaultNetworkAcl',
      inside: true,
      props: { default: true, entries: [entry('inbound'), entry('outbound')] },
    },
  ],
  defaultName: 'vpc',
});
