import { defineKind } from '../kind';
import { Props } from './props';

const ENDS_ELSEWHERE =
  'A certificate of ACM attaches to services that end TLS for you: API Gateway, a load balancer, CloudFront. Put one of them in front.';

export const kind = defineKind({
  id: 'acm-certificate',
  title: 'ACM certificate',
  category: 'keys',
  summary: 'Proves to clients that a domain name is yours, on a load balancer, an API or a distribution.',
  traits: ['certificate', 'callable'],
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
  docs: [
    {
      title: 'Services integrated with ACM',
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-services.html',
    },
    {
      title: 'AWS Certificate Manager public certificate characteristics and limitations',
      url: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html',
    },
    {
      title: 'AWS::CertificateManager::Certificate',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html',
    },
  ],
});
