import { defineKind } from '../kind';
import { Props } from './props';

const FRONT =
  'A web ACL stands at a door that speaks HTTP: a load balancer, an API or a distribution. Put one of them in front.';

export const kind = defineKind({
  id: 'waf-web-acl',
  title: 'WAF web ACL',
  category: 'network',
  summary: 'Looks at web requests before they are let in, and blocks those that its rules name.',
  traits: ['web-acl', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [{ field: 'logs', to: 'log-group', label: 'logs to' }],
  refuses: [
    { to: 'sagemaker-endpoint', lesson: FRONT },
    { to: 'client', lesson: FRONT },
    { to: 'subnet', lesson: 'A web ACL reads HTTP requests, not packets. Subnets have network ACLs.' },
    { to: 'vpc', lesson: 'A web ACL reads HTTP requests, not packets. A VPC has network ACLs and security groups.' },
  ],
  defaultName: 'web-acl',
});
