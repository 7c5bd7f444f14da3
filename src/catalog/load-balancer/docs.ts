import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Create an HTTPS listener for your Application Load Balancer',
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  },
  {
    title: 'Enable access logs for your Application Load Balancer',
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  },
  {
    title: 'Lambda functions as targets',
    url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
  },
];
