import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-endpoint',
  title: 'SageMaker endpoint',
  category: 'ml',
  summary: 'Serves a model in real time, behind the SageMaker Runtime API.',
  traits: ['callable', 'metric-source', 'captures'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'endpointConfig', to: 'sagemaker-endpoint-config', label: 'is configured by', required: true },
    { field: 'rollbackAlarms[]', to: 'cloudwatch-alarm', label: 'rolls back on' },
  ],
  refuses: [
    {
      to: 'certificate',
      lesson:
        'A certificate of ACM never attaches to a SageMaker endpoint. AWS serves runtime.sagemaker with its own certificate and requires ' +
        'TLS 1.2 or later. A domain of your own needs API Gateway, a load balancer or CloudFront in front.',
    },
    {
      to: 'subnet',
      lesson:
        'An endpoint does not stand in a subnet. Give the model its subnets: they are for what the container calls.',
    },
    {
      to: 'security-group',
      lesson: 'Nothing calls an endpoint through a security group. Callers use the SageMaker Runtime API and IAM.',
    },
  ],
  companions: [
    { kind: 'sagemaker-endpoint-config', suffix: '-config', field: 'endpointConfig', inside: false, props: {} },
  ],
  defaultName: 'endpoint',
});
