import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'ViewerCertificate',
    url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  },
  {
    title: 'Requirements for using SSL/TLS certificates with CloudFront',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  },
  {
    title: 'Restrict access to an Amazon S3 origin',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  },
  {
    title: 'Supported protocols and ciphers between viewers and CloudFront',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  },
  {
    title: 'Specify a default root object',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  },
];
