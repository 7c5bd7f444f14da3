import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'load-balancer',
  title: 'Application Load Balancer',
  category: 'network',
  summary: 'Ends TLS for a domain of yours and spreads requests over servers, or hands them to a function.',
  traits: ['callable'],
  livesIn: ['vpc'],
  props: Props,
  links: [
    { field: 'subnets[]', to: 'subnet', label: 'has nodes in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
    { field: 'certificate', to: 'certificate', label: 'presents', also: () => ({ protocol: 'HTTPS' }) },
    { field: 'servers[]', to: 'ec2-instance', label: 'passes requests on to' },
    { field: 'function', to: 'lambda-function', label: 'passes requests on to' },
    { field: 'webAcl', to: 'web-acl', label: 'is protected by' },
    { field: 'accessLogs', to: 'bucket', label: 'sends access logs to' },
  ],
  refuses: [
    {
      to: 'sagemaker-endpoint',
      lesson:
        'A load balancer cannot sign requests for SageMaker. Put a function or a server between them, with a role that may invoke.',
    },
    { to: 'internet-gateway', lesson: 'Routes lead to a gateway. Give the load balancer subnets whose routes do.' },
  ],
  defaultName: 'load-balancer',
});
