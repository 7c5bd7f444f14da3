import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Capture data from real-time endpoint',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html',
  },
  {
    title: 'AWS::SageMaker::EndpointConfig',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-endpointconfig.html',
  },
];
