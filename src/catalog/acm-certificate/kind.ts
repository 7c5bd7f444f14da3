import { defineKind } from '../kind';
import { Props } from './props';

const ENDS_ELSEWHERE =
  'A certificate of ACM attaches to services that end TLS for you: API Gateway, a load balancer, CloudFront. Put one of them in front.';

export const kind = defineKind({
  id: 'acm-certificate',
  title: 'ACM certificate',
  category: 'keys',
  summary: 'Proves to clients that a domain name is yours, on a load balancer, an API or a distribution.',
  traits: ['certificate', 'metric-source', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [],
  refuses: [
    { to: 'client', lesson: ENDS_ELSEWHERE },
    { to: 'sagemaker-notebook', lesson: 'A notebook is opened at an address of SageMaker, with its certificate.' },
    {
      to: 'kms-key',
      lesson: 'KMS keys protect data at rest. The keys of a certificate are made and kept by ACM itself.',
    },
    { to: 'interface-endpoint', lesson: 'The endpoint presents the certificate of the AWS service behind it.' },
  ],
  defaultName: 'certificate',
});
