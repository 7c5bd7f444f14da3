import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'api-gateway',
  title: 'API Gateway REST API',
  category: 'network',
  summary: 'An HTTPS address for clients: it authorises, validates, and calls a function or a SageMaker endpoint.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'certificate', to: 'certificate', label: 'presents' },
    { field: 'function', to: 'lambda-function', label: 'calls' },
    { field: 'endpoint', to: 'sagemaker-endpoint', label: 'calls' },
    { field: 'role', to: 'role', label: 'calls as' },
    { field: 'webAcl', to: 'web-acl', label: 'is protected by' },
    { field: 'accessLogs', to: 'log-group', label: 'logs to' },
    { field: 'logRole', to: 'role', label: 'logs as' },
  ],
  refuses: [
    { to: 'subnet', lesson: 'An API stands in no subnet. It calls services on the network of AWS.' },
    {
      to: 'security-group',
      lesson: 'An API has no interface in your VPC. Its resource policy and its web ACL limit callers.',
    },
  ],
  defaultName: 'api',
});
