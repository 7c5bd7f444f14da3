import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'cloudfront-distribution',
  title: 'CloudFront distribution',
  category: 'network',
  summary: 'Answers clients at the edge of the AWS network, under a domain of yours, for one origin.',
  traits: ['callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'certificate', to: 'certificate', label: 'presents' },
    { field: 'balancer', to: 'load-balancer', label: 'fetches from' },
    { field: 'api', to: 'api-gateway', label: 'fetches from' },
    {
      field: 'bucket',
      to: 'bucket',
      label: 'fetches from',
      also: () => ({ originAccessControl: true }),
    },
    { field: 'webAcl', to: 'web-acl', label: 'is protected by' },
    { field: 'accessLogs', to: 'bucket', label: 'sends access logs to' },
  ],
  refuses: [
    {
      to: 'sagemaker-endpoint',
      lesson: 'CloudFront cannot sign requests for SageMaker. Put an API, or a function behind one, between them.',
    },
    { to: 'subnet', lesson: 'A distribution stands at the edge of the AWS network, in no VPC.' },
  ],
  defaultName: 'distribution',
});
