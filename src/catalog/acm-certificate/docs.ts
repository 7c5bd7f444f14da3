import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
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
];
