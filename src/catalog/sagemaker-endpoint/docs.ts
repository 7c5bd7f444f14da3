import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Monitor Amazon SageMaker AI with Amazon CloudWatch',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html',
  },
  {
    title: 'Connect to SageMaker AI Within your VPC',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  },
  {
    title: 'AWS::SageMaker::Endpoint',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-endpoint.html',
  },
];
